import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Construct } from "constructs";
import { ReconcileEnv, SweepEnv } from "#lambda/environment.ts";
import type { Chain } from "./chain.ts";
import type { Kit } from "./kit.ts";
import { DeadLetters } from "./queues.ts";
import { ScheduledCalls } from "./scheduled-calls.ts";
import type { TypedFunction } from "./typed-function.ts";

/** What happens though nobody asks for it: deadlines ring, lost messages are found, lost executions are replaced. */
export class Clockwork extends Construct {
  readonly sweep: TypedFunction;
  readonly reconcile: TypedFunction;
  /** Calls that failed for good. */
  readonly missedCalls: DeadLetters;

  constructor(
    scope: Construct,
    id: string,
    { kit, chain, redrive }: { kit: Kit; chain: Chain; redrive: TypedFunction },
  ) {
    super(scope, id);
    const { cases, deadlines } = kit.state;
    const { record } = kit.environment;
    this.missedCalls = new DeadLetters(this, "MissedCalls");

    this.sweep = kit.makeJudge(this, "Sweep", {
      file: "clock/sweep",
      env: SweepEnv,
      environment: record,
      timeout: Duration.seconds(55),
    });
    deadlines.grantFindingDue(this.sweep);

    this.reconcile = kit.makeJudge(this, "Reconcile", {
      file: "clock/reconcile",
      env: ReconcileEnv,
      environment: { ...record, CHAIN: chain.stateMachineArn },
      timeout: Duration.minutes(10),
    });
    cases.grantFindingByUnit(this.reconcile);
    chain.grantLookingUp(this.reconcile);
    this.reconcile.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.missedCalls) });

    new ScheduledCalls(this, "Schedules", {
      calls: {
        EveryMinute: { every: Duration.minutes(1), call: this.sweep },
        EveryFiveMinutes: { every: Duration.minutes(5), call: redrive },
        EveryHour: { every: Duration.hours(1), call: this.reconcile },
      },
      missed: this.missedCalls,
    });
    new Rule(this, "ExecutionLost", {
      description: "An execution of the chain failed, timed out or was aborted: the case gets a new one",
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: { stateMachineArn: [chain.stateMachineArn], status: ["FAILED", "TIMED_OUT", "ABORTED"] },
      },
      targets: [new LambdaFunction(this.reconcile, { deadLetterQueue: this.missedCalls, retryAttempts: 10 })],
    });
  }
}
