import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Subscription, SubscriptionProtocol, Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** Mails the alarms of a stack's region to whoever is to hear of them. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, alarmEmail: string) {
    super(scope, id, { displayName: "回音", enforceSSL: true });
    // A topic with a policy of its own, such as that for TLS, has lost the one that lets the account's alarms in.
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccount",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    // By a name of its own: `addSubscription` would name the resource after the address.
    new Subscription(scope, "AlarmMail", { topic: this, protocol: SubscriptionProtocol.EMAIL, endpoint: alarmEmail });
  }
}
