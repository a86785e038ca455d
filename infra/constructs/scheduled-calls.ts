import { Duration } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

type Call = {
  at: ScheduleExpression;
  call: IFunction;
  /** What it is called with; nothing if not said. */
  input?: object;
  /** How long the call is tried for; a minute if not said, since the next one is not far. */
  patience?: Duration;
};

/** Calls functions by the clock. A call that cannot be made is left to the next one, and kept in `missed`. */
export class ScheduledCalls extends Construct {
  constructor(scope: Construct, id: string, { calls, missed }: { calls: Record<string, Call>; missed: IQueue }) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    const functions = Object.values(calls).map(({ call }) => call.functionArn);
    role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: functions }));
    missed.grantSendMessages(role);

    for (const [name, { at, call, input = {}, patience }] of Object.entries(calls)) {
      new Schedule(this, name, {
        schedule: at,
        target: new LambdaInvoke(call, {
          role: role.withoutPolicyUpdates(),
          // Without an input the scheduler sends an event of its own, whose `detail` is a text.
          input: ScheduleTargetInput.fromObject(input),
          maxEventAge: patience ?? Duration.minutes(1),
          retryAttempts: patience === undefined ? 1 : 10,
          deadLetterQueue: missed,
        }),
      });
    }
  }
}
