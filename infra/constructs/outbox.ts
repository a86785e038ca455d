import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq, SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { PublishEnv, RedriveEnv, SendMailBySesEnv, SendMailBySmtpEnv, SignalEnv } from "#lambda/environment.ts";
import { executionsOf } from "../concurrency.ts";
import { addressOf } from "../mail-config.ts";
import { queueWork } from "../stacks/state.ts";
import { type Chains, environmentOf } from "./chain.ts";
import type { Kit } from "./kit.ts";
import { DeadLetters } from "./queues.ts";
import { SesBounces } from "./ses-bounces.ts";
import type { TypedFunction } from "./typed-function.ts";

/** How decisions take effect: from the stream of the record to the mail server and the workflow. */
export class Outbox extends Construct {
  /** Hands messages over as they are stored. */
  readonly publish: TypedFunction;
  /** Hands over what has come due, and what the stream lost. */
  readonly redrive: TypedFunction;
  /** Stream records that could not be handed over. */
  readonly unpublished: DeadLetters;
  readonly functions: readonly TypedFunction[];

  constructor(scope: Construct, id: string, { kit, chains }: { kit: Kit; chains: Chains }) {
    super(scope, id);
    this.unpublished = new DeadLetters(this, "Unpublished");
    this.publish = this.#publish(kit);
    this.redrive = this.#redrive(kit);
    const bounces = kit.config.mail.transport === "ses" ? new SesBounces(this, "SesBounces", kit) : undefined;
    this.functions = [
      this.publish,
      this.redrive,
      this.#signal(kit, chains),
      this.#sendMail(kit, bounces),
      ...(bounces ? [bounces.hear] : []),
    ];
  }

  #publish(kit: Kit): TypedFunction {
    const { cases, mail, signals } = kit.state;
    const publish = kit.makeFunction(this, "Publish", {
      file: "outbox/publish",
      env: PublishEnv,
      environment: { ...kit.environment.queues, ...kit.environment.clock },
      timeout: Duration.seconds(60),
    });
    mail.grantSending(publish);
    signals.grantSending(publish);
    publish.addEventSourceMapping("Outbox", {
      eventSourceArn: cases.grantFollowing(publish),
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter({ dynamodb: { NewImage: { outbox: { S: FilterRule.exists() } } } })],
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(this.unpublished),
    });
    return publish;
  }

  #redrive(kit: Kit): TypedFunction {
    const { mail, signals } = kit.state;
    const redrive = kit.makeFunction(this, "Redrive", {
      file: "outbox/redrive",
      env: RedriveEnv,
      environment: { ...kit.environment.queues, ...kit.environment.clock },
      timeout: Duration.minutes(4),
    });
    mail.grantSending(redrive);
    signals.grantSending(redrive);
    return redrive;
  }

  #signal(kit: Kit, chains: Chains): TypedFunction {
    const signal = kit.makeFunction(this, "Signal", {
      file: "outbox/signal",
      env: SignalEnv,
      environment: { ...kit.environment.record, ...kit.environment.identity, ...environmentOf(chains) },
      timeout: queueWork,
    });
    kit.state.identityKey.grantOpening(signal);
    for (const chain of Object.values(chains)) {
      chain.grantSignalling(signal);
      chain.grantLookingUp(signal);
    }
    signal.addEventSource(
      new SqsEventSource(kit.state.signals, {
        batchSize: 10,
        reportBatchItemFailures: true,
        // Not more than are kept for it: a message that finds none free would count as failed.
        maxConcurrency: executionsOf("Signal", kit.config),
      }),
    );
    return signal;
  }

  /** @param bounces how SES tells of mails that bounce later; only where it is what mails. */
  #sendMail(kit: Kit, bounces: SesBounces | undefined): TypedFunction {
    const { identityKey, linkSecret, mail, signals } = kit.state;
    const { record, links, identity, page, queues } = kit.environment;
    const config = kit.config.mail;
    const smtp = config.transport === "smtp" ? config : undefined;
    const environment = {
      ...record,
      ...links,
      ...identity,
      SIGNAL_QUEUE: queues.SIGNAL_QUEUE,
      BASE_URL: page.BASE_URL,
      MAIL_FROM: config.from,
    };
    // A function carries the transport of its stage and not the other one.
    const sendMail: TypedFunction =
      smtp === undefined
        ? kit.makeFunction(this, "SendMail", {
            file: "outbox/send-mail-ses",
            env: SendMailBySesEnv,
            environment: { ...environment, SES_CONFIGURATION_SET: bounces?.configurationSet ?? "" },
            timeout: queueWork,
          })
        : kit.makeFunction(this, "SendMail", {
            file: "outbox/send-mail-smtp",
            env: SendMailBySmtpEnv,
            environment: { ...environment, SMTP_URL: smtp.smtpUrl, SMTP_TLS: smtp.tls, SMTP_SECRET: smtp.smtpSecret },
            timeout: queueWork,
          });
    signals.grantSending(sendMail);
    identityKey.grantOpening(sendMail);
    linkSecret.grantReading(sendMail);
    sendMail.addEventSource(
      new SqsEventSource(mail, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: config.atOnce }),
    );
    if (bounces) sendMail.addToRolePolicy(maySendAs(Stack.of(this), config.from, bounces.configurationSet));
    if (smtp?.smtpSecret) Secret.fromSecretNameV2(this, "SmtpLogin", smtp.smtpSecret).grantRead(sendMail);
    return sendMail;
  }
}

/** SES checks the sender by its domain or by its address, whichever the district has verified, and the set it names. */
const maySendAs = (stack: Stack, from: string, configurationSet: string): PolicyStatement => {
  const address = addressOf(from);
  const domain = address.slice(address.indexOf("@") + 1);
  const arnOf = (resource: string, resourceName: string) => stack.formatArn({ service: "ses", resource, resourceName });
  return new PolicyStatement({
    actions: ["ses:SendEmail"],
    resources: [arnOf("identity", address), arnOf("identity", domain), arnOf("configuration-set", configurationSet)],
  });
};
