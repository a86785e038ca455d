import { Duration, TimeZone } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { AnchorEnv, DigestEnv, ReconcileEnv, SweepEnv } from "#lambda/environment.ts";
import { sweepParts } from "../concurrency.ts";
import { type Chains, environmentOf } from "./chain.ts";
import type { Kit } from "./kit.ts";
import { DeadLetters } from "./queues.ts";
import { ScheduledCalls } from "./scheduled-calls.ts";
import type { TypedFunction } from "./typed-function.ts";

/**
 * Five minutes into working hours: the notices that have waited for their beginning ring at 08:30, and are to be in the
 * digest of the same morning. On a rest day the function itself does nothing: the calendar knows, cron does not.
 */
const morning = ScheduleExpression.cron({ hour: "8", minute: "35", timeZone: TimeZone.ASIA_SHANGHAI });

/** In the middle of the hour, since the hour tells which shard's turn it is: a call a little early or late is still of it. */
const onceInEachHour = ScheduleExpression.cron({ minute: "30" });

/** Before reconcile, which has more to do. */
const quarterPast = ScheduleExpression.cron({ minute: "15" });

/** Memory in MB with which a function has one processor for itself. */
const wholeProcessor = 1769;

/** A sweep of each part of the shards, every minute. */
const sweeps = (call: TypedFunction) => {
  const everyMinute = ScheduleExpression.rate(Duration.minutes(1));
  const parts = Array.from({ length: sweepParts }, (_, part) => part);
  return Object.fromEntries(
    parts.map((part) => [`EveryMinute${part}`, { at: everyMinute, call, input: { part, of: sweepParts } }] as const),
  );
};

/**
 * What happens though nobody asks for it: deadlines ring, people are told in the morning, lost messages are found, lost
 * executions are replaced, the record is anchored.
 */
export class Clockwork extends Construct {
  readonly sweep: TypedFunction;
  readonly reconcile: TypedFunction;
  readonly anchor: TypedFunction;
  readonly digest: TypedFunction;
  /** Calls that failed for good. */
  readonly missedCalls: DeadLetters;

  constructor(
    scope: Construct,
    id: string,
    { kit, chains, redrive }: { kit: Kit; chains: Chains; redrive: TypedFunction },
  ) {
    super(scope, id);
    const { anchors, mail } = kit.state;
    const { record } = kit.environment;
    this.missedCalls = new DeadLetters(this, "MissedCalls");

    this.sweep = kit.makeFunction(this, "Sweep", {
      file: "clock/sweep",
      env: SweepEnv,
      environment: record,
      timeout: Duration.seconds(55),
      memory: wholeProcessor,
    });

    this.reconcile = kit.makeFunction(this, "Reconcile", {
      file: "clock/reconcile",
      env: ReconcileEnv,
      environment: { ...record, ...environmentOf(chains) },
      timeout: Duration.minutes(10),
    });
    for (const chain of Object.values(chains)) {
      chain.grantListing(this.reconcile);
      chain.grantLookingUp(this.reconcile);
    }
    this.reconcile.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.missedCalls) });

    this.anchor = kit.makeFunction(this, "Anchor", {
      file: "clock/anchor",
      env: AnchorEnv,
      environment: { ...record, ...kit.environment.anchors },
      timeout: Duration.minutes(10),
    });
    anchors.grantAnchoring(this.anchor);
    this.anchor.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.missedCalls) });

    this.digest = kit.makeFunction(this, "Digest", {
      file: "clock/digest",
      env: DigestEnv,
      environment: { ...record, MAIL_QUEUE: mail.queueUrl },
      timeout: Duration.minutes(5),
    });
    mail.grantSending(this.digest);
    this.digest.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.missedCalls) });

    new ScheduledCalls(this, "Schedules", {
      calls: {
        ...sweeps(this.sweep),
        EveryFiveMinutes: { at: ScheduleExpression.rate(Duration.minutes(5)), call: redrive },
        EveryHour: { at: onceInEachHour, call: this.reconcile },
        AnchorEveryHour: { at: quarterPast, call: this.anchor },
        EveryMorning: { at: morning, call: this.digest, patience: Duration.hours(1) },
      },
      missed: this.missedCalls,
    });
    new Rule(this, "ExecutionLost", {
      description: "An execution has ended: if its case stands somewhere by the record, it gets a new one",
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: {
          stateMachineArn: Object.values(chains).map(({ stateMachineArn }) => stateMachineArn),
          status: ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"],
        },
      },
      targets: [new LambdaFunction(this.reconcile, { deadLetterQueue: this.missedCalls, retryAttempts: 10 })],
    });
  }
}
