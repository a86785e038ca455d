import { CfnElement, Duration, type RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type * as z from "zod";
import { bundleOf } from "../bundling/bundles.ts";
import { rolePath } from "./role-path.ts";

/** A function's environment: names to texts. */
export type EnvSchema = z.ZodObject<Record<string, z.ZodType<unknown, string>>>;

/** What makes one function differ from another. */
export type FunctionOf<Env extends EnvSchema> = {
  /** Its file below `functions/`, without `.lambda.ts`: `clock/sweep`. */
  file: string;
  /** What the handler parses its environment with; `environment` must satisfy it, or `tsc` fails. */
  env: Env;
  environment: z.input<Env>;
  /** How long it may run; 15 seconds if not said. */
  timeout?: Duration;
  /** Its memory in MB, and its share of a processor with it; 512 if not said. */
  memory?: number;
};

/** How many executions may run at once: kept for this function, and its ceiling. None if the stage reserves none. */
type Reserved = { atOnce?: number | undefined };

/** How long a log is kept, what becomes of it with its stack, and what it is encrypted under. */
export type LogSettings = { retention: RetentionDays; removalPolicy: RemovalPolicy; encryptionKey?: IKey };

type TypedFunctionProps<Env extends EnvSchema> = FunctionOf<Env> &
  Reserved & {
    /** The name under which its logs and metrics appear. */
    service: string;
    logs: LogSettings;
  };

/**
 * A handler of this repository as a Lambda function: one small bundle, a log group and a role of its own.
 * The role may write that log; every other permission is granted where the function is made.
 */
export class TypedFunction<Env extends EnvSchema = EnvSchema> extends LambdaFunction {
  constructor(scope: Construct, id: string, props: TypedFunctionProps<Env>) {
    const logGroup = new LogGroup(scope, `${id}Log`, props.logs);
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      path: rolePath(props.service, id),
    });
    logGroup.grantWrite(role);

    super(scope, id, {
      code: bundleOf(props.file),
      handler: "index.handler",
      environment: { ...props.environment, SERVICE_NAME: props.service },
      runtime: Runtime.NODEJS_24_X,
      memorySize: props.memory ?? 512,
      timeout: props.timeout ?? Duration.seconds(15),
      ...(props.atOnce !== undefined && { reservedConcurrentExecutions: props.atOnce }),
      logGroup,
      role,
    });
  }

  /** Its name in the template. */
  get logicalId(): string {
    const resource = this.node.defaultChild;
    if (!CfnElement.isCfnElement(resource)) throw new Error(`${this.node.path} has no resource`);
    return this.stack.getLogicalId(resource);
  }
}
