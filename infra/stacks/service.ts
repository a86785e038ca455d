import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { FilterCriteria, FilterRule, type IFunction, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { SqsDlq, SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import type * as z from "zod";
import {
  AssetsEnv,
  FilePetitionEnv,
  OpenStepEnv,
  PetitionStatusEnv,
  PublishEnv,
  ReconcileEnv,
  RedriveEnv,
  SendMailEnv,
  SignalEnv,
  SweepEnv,
  TaskLinkEnv,
} from "#lambda/environment.ts";
import { assetsVersion } from "../assets-version.ts";
import type { Config } from "../config.ts";
import { Chain } from "../constructs/chain.ts";
import { PublicApi } from "../constructs/public-api.ts";
import { DeadLetters } from "../constructs/queues.ts";
import { ScheduledCalls } from "../constructs/scheduled-calls.ts";
import { type EnvSchema, TypedFunction } from "../constructs/typed-function.ts";
import { queueWork, type State } from "./state.ts";

/** The functions, the doors through which they are called, and what each of them may do. */
export class Service extends Stack {
  readonly chain: Chain;
  readonly functions: readonly IFunction[];
  /** Stream records that could not be published. */
  readonly unpublished: DeadLetters;
  /** Scheduled and event-driven calls that failed for good. */
  readonly missedCalls: DeadLetters;
  /** Hands the outbox over; it falls behind before anything else does. */
  readonly publish: IFunction;

  constructor(
    scope: Construct,
    id: string,
    { config, state, serviceName, ...props }: StackProps & { config: Config; state: State; serviceName: string },
  ) {
    super(scope, id, props);
    const { cases, deadlines, directory, identityKey, linkSecret, mail, signals } = state;
    const logs = {
      retention: config.retention.logDays,
      removalPolicy: config.stage === "local" ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    };
    const make = <Env extends EnvSchema>(
      name: string,
      file: string,
      env: Env,
      environment: z.input<Env>,
      timeout = Duration.seconds(15),
    ) => new TypedFunction(this, name, { file, env, environment, service: serviceName, logs, timeout });

    const record = {
      CASES_TABLE: cases.tableName,
      DEADLINES_TABLE: deadlines.tableName,
      DIRECTORY_TABLE: directory.tableName,
      CLOCK: config.clock,
    };
    const page = { BASE_URL: config.baseUrl, ASSETS: assetsVersion() };
    const identity = { IDENTITY_KEY: identityKey.keyArn };
    const links = { LINK_SECRET: linkSecret.secretArn };
    const queues = {
      CASES_TABLE: cases.tableName,
      MAIL_QUEUE: mail.queueUrl,
      SIGNAL_QUEUE: signals.queueUrl,
    };

    /** May judge cases: load one, decide, and store what was decided together with its clocks. */
    const judges = (fn: IFunction) => {
      cases.grantDeciding(fn);
      deadlines.grantSetting(fn);
      directory.grantReading(fn);
    };

    this.unpublished = new DeadLetters(this, "Unpublished");
    this.missedCalls = new DeadLetters(this, "MissedCalls");

    // Pages.
    const filePetition = make("FilePetition", "petition/file-petition", FilePetitionEnv, {
      ...record,
      ...identity,
      ...page,
    });
    judges(filePetition);
    // Decrypt: the same form sent twice gets the same receipt.
    identityKey.grant(filePetition, "kms:GenerateDataKey", "kms:Decrypt");

    const petitionStatus = make("PetitionStatus", "petition/petition-status", PetitionStatusEnv, {
      ...record,
      ...page,
    });
    judges(petitionStatus);

    const taskLink = make("TaskLink", "staff/task-link", TaskLinkEnv, { ...record, ...links, ...identity, ...page });
    judges(taskLink);
    identityKey.grant(taskLink, "kms:Decrypt");
    linkSecret.grantReading(taskLink);

    const assets = make("Assets", "petition/assets", AssetsEnv, page);

    const api = new PublicApi(this, "Pages", {
      logs,
      routes: [
        { answeredBy: filePetition, routes: ["GET /", "POST /petition"] },
        {
          answeredBy: petitionStatus,
          routes: ["GET /status", "POST /status", "POST /status/confirm", "POST /status/decline"],
        },
        { answeredBy: taskLink, routes: ["GET /task", "POST /task/open", "POST /task/act"] },
        { answeredBy: assets, routes: ["GET /assets/{version}/{file}"] },
      ],
    });

    // The chain.
    const openStep = make("OpenStep", "chain/open-step", OpenStepEnv, { ...record, ...links });
    judges(openStep);
    linkSecret.grantReading(openStep);
    this.chain = new Chain(this, "EscalationChain", { name: `${serviceName}-escalation-chain`, openStep, logs });

    // Time.
    const sweep = make("Sweep", "clock/sweep", SweepEnv, record, Duration.seconds(55));
    judges(sweep);
    deadlines.grantFindingDue(sweep);

    const chain = { CHAIN: this.chain.stateMachineArn };
    const reconcile = make("Reconcile", "clock/reconcile", ReconcileEnv, { ...record, ...chain }, Duration.minutes(10));
    judges(reconcile);
    cases.grantFindingByUnit(reconcile);
    this.chain.grantLookingUp(reconcile);
    reconcile.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(this.missedCalls) });

    // The outbox.
    this.publish = make("Publish", "outbox/publish", PublishEnv, queues, Duration.seconds(60));
    cases.grantMarkingPublished(this.publish);
    mail.grantSending(this.publish);
    signals.grantSending(this.publish);
    this.publish.addEventSourceMapping("Outbox", {
      eventSourceArn: cases.grantFollowing(this.publish),
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter({ dynamodb: { NewImage: { outbox: { S: FilterRule.exists() } } } })],
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(this.unpublished),
    });

    const redrive = make(
      "Redrive",
      "outbox/redrive",
      RedriveEnv,
      { ...queues, DIRECTORY_TABLE: record.DIRECTORY_TABLE, CLOCK: record.CLOCK },
      Duration.minutes(4),
    );
    cases.grantReading(redrive);
    cases.grantFindingUnpublished(redrive);
    cases.grantMarkingPublished(redrive);
    directory.grantReading(redrive);
    mail.grantSending(redrive);
    signals.grantSending(redrive);

    const signal = make("Signal", "outbox/signal", SignalEnv, { ...record, ...chain }, queueWork);
    judges(signal);
    this.chain.grantSignalling(signal);
    this.chain.grantLookingUp(signal);
    signal.addEventSource(new SqsEventSource(signals, { batchSize: 10, reportBatchItemFailures: true }));

    const smtp = config.mail.transport === "smtp" ? config.mail : undefined;
    const sendMail = make(
      "SendMail",
      "outbox/send-mail",
      SendMailEnv,
      {
        ...record,
        ...links,
        ...identity,
        BASE_URL: config.baseUrl,
        MAIL_FROM: config.mail.from,
        MAIL_TRANSPORT: config.mail.transport,
        SMTP_URL: smtp?.smtpUrl ?? "",
        SMTP_SECRET: smtp?.smtpSecret ?? "",
      },
      queueWork,
    );
    cases.grantReading(sendMail);
    cases.grantMarkingMail(sendMail);
    directory.grantReading(sendMail);
    identityKey.grant(sendMail, "kms:Decrypt");
    linkSecret.grantReading(sendMail);
    sendMail.addEventSource(
      new SqsEventSource(mail, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: config.mail.atOnce }),
    );
    if (smtp === undefined) sendMail.addToRolePolicy(maySendAs(this, config.mail.from));
    if (smtp?.smtpSecret) Secret.fromSecretNameV2(this, "SmtpLogin", smtp.smtpSecret).grantRead(sendMail);

    // Calls by the clock, and by executions that ended as none should.
    const missed = this.missedCalls;
    new ScheduledCalls(this, "Clockwork", {
      calls: {
        EveryMinute: { every: Duration.minutes(1), call: sweep },
        EveryFiveMinutes: { every: Duration.minutes(5), call: redrive },
        EveryHour: { every: Duration.hours(1), call: reconcile },
      },
      missed,
    });
    new Rule(this, "ExecutionLost", {
      description: "An execution of the chain failed, timed out or was aborted: the case gets a new one",
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: { stateMachineArn: [this.chain.stateMachineArn], status: ["FAILED", "TIMED_OUT", "ABORTED"] },
      },
      targets: [new LambdaFunction(reconcile, { deadLetterQueue: missed, retryAttempts: 10 })],
    });

    this.functions = [
      filePetition,
      petitionStatus,
      taskLink,
      assets,
      openStep,
      sweep,
      reconcile,
      this.publish,
      redrive,
      signal,
      sendMail,
    ];

    const outputs = {
      ApiId: api.id,
      Chain: this.chain.stateMachineArn,
      CasesTable: cases.tableName,
      DeadlinesTable: deadlines.tableName,
      DirectoryTable: directory.tableName,
      SweepFunction: sweep.functionName,
      RedriveFunction: redrive.functionName,
      ReconcileFunction: reconcile.functionName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/** SES checks the sender by its domain or by its address, whichever the district has verified. */
const maySendAs = (stack: Stack, from: string): PolicyStatement => {
  const address = /[^\s@<]+@[^\s@>]+/.exec(from)?.[0] ?? from;
  const domain = address.slice(address.indexOf("@") + 1);
  const identity = (resourceName: string) => stack.formatArn({ service: "ses", resource: "identity", resourceName });
  return new PolicyStatement({ actions: ["ses:SendEmail"], resources: [identity(address), identity(domain)] });
};
