import { Annotations, Stage, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Construct } from "constructs";
import type { Config } from "./config.ts";
import type { Edged } from "./edge-config.ts";
import { Edge } from "./stacks/edge.ts";
import { Service } from "./stacks/service.ts";
import { State } from "./stacks/state.ts";
import { Watch } from "./stacks/watch.ts";

/** Said where a stage has no edge, so that nobody believes it has. */
const withoutEdge =
  "This stage has no edge before its pages: no limit for each address, no cache, and the API answers whoever knows its name. See 'The edge' in docs/operators-guide.md.";

/** @throws where the edge that is asked for cannot be had. */
const edgeOf = (scope: Construct, { edge }: Config): Edged | undefined => {
  if (edge === "none") return undefined;
  const region = (Stage.isStage(scope) ? scope : Stage.of(scope))?.region ?? process.env.CDK_DEFAULT_REGION;
  if (region?.startsWith("cn-")) {
    throw new Error(
      `edge: ${region} is in AWS China, which has no us-east-1, where this edge is kept, and does not share its certificates. Set it to "none", and put what your network offers before baseUrl: see 'The edge' in docs/operators-guide.md`,
    );
  }
  return edge;
};

/** One stage of the system: the same resources on every stage but for the edge, in whatever partition and region it is deployed to. */
export const district = (
  scope: Construct,
  config: Config,
): { state: State; service: Service; watch: Watch; edge: Edge | undefined } => {
  const edged = edgeOf(scope, config);
  const serviceName = `huiyin-${config.stage}`;
  const part = (name: string) => ({
    stackName: `${serviceName}-${name}`,
    tags: { "huiyin:stage": config.stage, "huiyin:district": config.district },
  });

  const state = new State(scope, "State", { ...part("state"), config, serviceName, edge: edged });
  const service = new Service(scope, "Service", { ...part("service"), config, state, serviceName });
  const { alarmEmail } = config;
  const watch = new Watch(scope, "Watch", { ...part("watch"), state, service, serviceName, alarmEmail });

  const edge = edged && new Edge(scope, "Edge", { ...part("edge"), config, edge: edged, serviceName });
  // The secret has to be there before either side is told it.
  edge?.addStackDependency(state);
  if (edge === undefined) Annotations.of(service).addInfoV2("huiyin:edge", withoutEdge);

  Validations.of(scope).addPlugins(new AwsSolutionsChecks(scope));
  return { state, service, watch, edge };
};
