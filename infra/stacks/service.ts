import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { OpenStepEnv } from "#lambda/environment.ts";
import type { Config } from "../config.ts";
import { Arriving } from "../constructs/arriving.ts";
import { Chain, type Chains } from "../constructs/chain.ts";
import { Clockwork } from "../constructs/clockwork.ts";
import { Kit } from "../constructs/kit.ts";
import { Outbox } from "../constructs/outbox.ts";
import { Pages } from "../constructs/pages.ts";
import type { TypedFunction } from "../constructs/typed-function.ts";
import type { State } from "./state.ts";

type ServiceProps = StackProps & { config: Config; state: State; serviceName: string };

/** The functions, the doors through which they are called, and what each of them may do. */
export class Service extends Stack {
  readonly chains: Chains;
  readonly outbox: Outbox;
  readonly clockwork: Clockwork;
  readonly functions: readonly TypedFunction[];
  readonly pages: Pages;

  constructor(scope: Construct, id: string, { config, state, serviceName, ...props }: ServiceProps) {
    super(scope, id, props);
    const kit = new Kit({ config, state, serviceName });
    const pages = new Pages(this, "Pages", kit);
    this.pages = pages;

    const arriving = new Arriving(this, "Arriving", kit);

    const { record, links } = kit.environment;
    const openStep = kit.makeFunction(this, "OpenStep", {
      file: "chain/open-step",
      env: OpenStepEnv,
      environment: { ...record, ...links },
    });
    state.linkSecret.grantReading(openStep);
    const chainOf = (chain: keyof Chains, id: string) =>
      new Chain(this, id, { chain, name: `${serviceName}-${chain}-chain`, openStep, logs: kit.logs });
    const chains: Chains = {
      escalation: chainOf("escalation", "EscalationChain"),
      review: chainOf("review", "ReviewChain"),
    };

    this.chains = chains;
    this.outbox = new Outbox(this, "Outbox", { kit, chains });
    const { redrive } = this.outbox;
    this.clockwork = new Clockwork(this, "Clockwork", { kit, chains, redrive });
    const { sweep, reconcile, anchor, digest } = this.clockwork;
    this.functions = [
      ...pages.functions,
      arriving.take,
      openStep,
      ...this.outbox.functions,
      sweep,
      reconcile,
      anchor,
      digest,
    ];

    const outputs = {
      ApiId: pages.apiId,
      EscalationChainArn: chains.escalation.stateMachineArn,
      CasesTable: state.cases.tableName,
      DeadlinesTable: state.deadlines.tableName,
      DirectoryTable: state.directory.tableName,
      Anchors: state.anchors.bucketRegionalDomainName,
      MailQueue: state.mail.queueUrl,
      SweepFunction: sweep.functionName,
      RedriveFunction: redrive.functionName,
      ReconcileFunction: reconcile.functionName,
      AnchorFunction: anchor.functionName,
      DigestFunction: digest.functionName,
    };
    for (const [output, value] of Object.entries(outputs)) new CfnOutput(this, output, { value });
  }
}
