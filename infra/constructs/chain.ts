import { Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { type PerChain, workflows } from "../../workflows/chains.ts";
import type { LogSettings, TypedFunction } from "./typed-function.ts";
import { explainWildcard } from "./wildcard.ts";

type ChainProps = { chain: keyof typeof workflows; name: string; openStep: TypedFunction; logs: LogSettings };

/** The state machine of each chain. */
export type Chains = PerChain<Chain>;

/** A chain as a Standard state machine. Its log names states, never inputs: those carry task tokens. */
export class Chain extends StateMachine {
  readonly #executions: string;

  constructor(scope: Construct, id: string, { chain, name, openStep, logs }: ChainProps) {
    // Each chain has a scope of its own: states of two may have one name.
    const states = new Construct(scope, `${id}States`);
    super(scope, id, {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(workflows[chain](states, { openStep })),
      stateMachineType: StateMachineType.STANDARD,
      logs: { destination: new LogGroup(scope, `${id}Log`, logs), level: LogLevel.ALL, includeExecutionData: false },
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SF2",
      reason: "The record tells what happened and when; a trace of every request would cost more than the workflow.",
    });
    this.#executions = `execution:${name}:*`;
    // By its name: the machine names the function, and neither can wait for the other to be made.
    const { partition, region, account } = Stack.of(this);
    const itself = `arn:${partition}:states:${region}:${account}:stateMachine:${name}`;
    openStep.addToRolePolicy(new PolicyStatement({ actions: ["states:SendTaskSuccess"], resources: [itself] }));
    explainWildcard(this, "*", "Delivery of logs is allowed as a whole or not at all.");
    explainWildcard(this, `<${openStep.logicalId}.Arn>:*`, "A task may call any version of the one function it names.");
  }

  /** Start an execution, and wake up a waiting one. */
  grantSignalling(fn: IFunction): void {
    this.grant(fn, "states:StartExecution", "states:SendTaskSuccess");
  }

  /** List the executions that are running, and those that have failed. */
  grantListing(fn: IFunction): void {
    this.grant(fn, "states:ListExecutions");
  }

  /** See whether an execution is running. */
  grantLookingUp(fn: IFunction): void {
    const { partition, region, account } = Stack.of(this);
    const resource = `arn:${partition}:states:${region}:${account}:${this.#executions}`;
    fn.addToRolePolicy(new PolicyStatement({ actions: ["states:DescribeExecution"], resources: [resource] }));
    const finding = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:${this.#executions}`;
    if (fn.role) explainWildcard(fn.role, finding, "Each execution of this one state machine has a name of its own.");
  }
}

/** The state machines in a function's environment. */
export const environmentOf = ({ escalation, review }: Chains) => ({
  ESCALATION_CHAIN: escalation.stateMachineArn,
  REVIEW_CHAIN: review.stateMachineArn,
});
