import { RemovalPolicy } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { assetsVersion } from "../assets-version.ts";
import { executionsOf, type FunctionName } from "../concurrency.ts";
import { type Config, hstsOf } from "../config.ts";
import { reaches } from "../reach.ts";
import type { State } from "../stacks/state.ts";
import { proofOf } from "./edge-proof.ts";
import { letReach } from "./reaching.ts";
import { type EnvSchema, type FunctionOf, TypedFunction } from "./typed-function.ts";

/** What the parts of the service are made with: the stage's configuration, its record, and a way to make functions. */
export class Kit {
  readonly config: Config;
  readonly state: State;
  /** The name under which logs and metrics of the stage appear. */
  readonly serviceName: string;
  readonly logs;
  /** Pieces of a function's environment, by what they give access to. */
  readonly environment;

  constructor({ config, state, serviceName }: { config: Config; state: State; serviceName: string }) {
    const { anchors, cases, deadlines, directory, files, identityKey, linkSecret, mail, signals, tries } = state;
    this.config = config;
    this.state = state;
    this.serviceName = serviceName;
    this.logs = {
      encryptionKey: state.recordKey,
      retention: config.retention.logDays,
      removalPolicy: config.stage === "local" ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    };
    const clock = { DIRECTORY_TABLE: directory.tableName, CLOCK: config.clock };
    this.environment = {
      clock,
      record: { CASES_TABLE: cases.tableName, DEADLINES_TABLE: deadlines.tableName, ...clock },
      page: {
        BASE_URL: config.baseUrl,
        ASSETS: assetsVersion(),
        HSTS: hstsOf(config),
        EDGE_PROOF: config.edge === "none" ? "" : proofOf(serviceName, config.edge),
      },
      anchors: { ANCHORS: anchors.bucketRegionalDomainName },
      arrivals: { ARRIVALS: files.arrivals.bucketRegionalDomainName },
      files: { FILES: files.kept.bucketRegionalDomainName },
      identity: { IDENTITY_KEY: identityKey.keyArn },
      links: { LINK_SECRET: linkSecret.secretArn },
      tries: { TRIES_TABLE: tries.tableName },
      queues: { CASES_TABLE: cases.tableName, MAIL_QUEUE: mail.queueUrl, SIGNAL_QUEUE: signals.queueUrl },
    };
  }

  /** A function that reaches of the tables what is said of it in reach.ts, and may do nothing else yet. */
  makeFunction<Env extends EnvSchema>(scope: Construct, id: FunctionName, fn: FunctionOf<Env>): TypedFunction<Env> {
    const atOnce = this.config.concurrency.reserve ? executionsOf(id, this.config) : undefined;
    const made = new TypedFunction(scope, id, { ...fn, atOnce, service: this.serviceName, logs: this.logs });
    letReach(made, this.state, reaches[id]);
    return made;
  }
}
