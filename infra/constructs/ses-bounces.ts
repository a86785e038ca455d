import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import { HearBouncesEnv } from "#lambda/environment.ts";
import type { Kit } from "./kit.ts";
import type { TypedFunction } from "./typed-function.ts";

/**
 * How SES tells of mails that bounce, or are complained of, after it has taken them. The events name their recipients, so
 * they are kept nowhere, not even when hearing them fails: the next mail to such an address bounces again.
 */
export class SesBounces extends Construct {
  /** The set that a mail has to name for its bounces to be told. */
  readonly configurationSet: string;
  readonly hear: TypedFunction;

  constructor(scope: Construct, id: string, kit: Kit) {
    super(scope, id);
    const set = new ConfigurationSet(this, "Mails");
    this.configurationSet = set.configurationSetName;
    new ConfigurationSetEventDestination(this, "Told", {
      configurationSet: set,
      // SES tells no other bus.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "Default", "default")),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.hear = kit.makeFunction(this, "HearBounces", {
      file: "outbox/hear-bounces",
      env: HearBouncesEnv,
      environment: { MAIL_QUEUE: kit.environment.queues.MAIL_QUEUE },
    });
    kit.state.mail.grantSending(this.hear);
    new Rule(this, "Bounced", {
      description: "An email bounced, or was complained of, after SES had taken it",
      eventPattern: {
        source: ["aws.ses"],
        detailType: ["Email Bounced", "Email Complaint Received"],
        detail: { mail: { tags: { "ses:configuration-set": [this.configurationSet] } } },
      },
      targets: [new LambdaFunction(this.hear, { retryAttempts: 10 })],
    });
  }
}
