import { Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Construct } from "constructs";
import type { Config } from "./config.ts";
import { Service } from "./stacks/service.ts";
import { State } from "./stacks/state.ts";
import { Watch } from "./stacks/watch.ts";

/** One stage of the system: the same resources on every stage, in whatever partition and region it is deployed to. */
export const district = (scope: Construct, config: Config): { state: State; service: Service; watch: Watch } => {
  const name = (part: string) => ({ stackName: `huiyin-${config.stage}-${part}` });
  const serviceName = `huiyin-${config.stage}`;

  const state = new State(scope, "State", { ...name("state"), config });
  const service = new Service(scope, "Service", { ...name("service"), config, state, serviceName });
  const watch = new Watch(scope, "Watch", {
    ...name("watch"),
    state,
    service,
    serviceName,
    alarmEmail: config.alarmEmail,
  });

  Tags.of(scope).add("huiyin:district", config.district);
  Tags.of(scope).add("huiyin:stage", config.stage);
  Validations.of(scope).addPlugins(new AwsSolutionsChecks(scope));
  return { state, service, watch };
};
