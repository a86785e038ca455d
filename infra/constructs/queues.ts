import { Duration, Validations } from "aws-cdk-lib";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

const closed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Keeps what could not be done for a fortnight: an alarm rings while anything is in it. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, { ...closed, retentionPeriod: Duration.days(14) });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "It is where failures end; it has none itself.",
    });
  }
}

/** A queue of work with its dead letters. */
export class WorkQueue extends Queue {
  readonly deadLetters: DeadLetters;

  /** @param timeout of the function that works on it: a message stays hidden for six times as long. */
  constructor(scope: Construct, id: string, { timeout }: { timeout: Duration }) {
    const deadLetters = new DeadLetters(scope, `${id}DeadLetters`);
    super(scope, id, {
      ...closed,
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      // As long as dead letters: what nobody takes for days is not to vanish without having been tried.
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    this.deadLetters = deadLetters;
  }

  /** Put work into it. */
  grantSending(who: IGrantable): void {
    this.grant(who, "sqs:SendMessage");
  }
}
