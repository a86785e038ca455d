import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Construct } from "constructs";
import type { Config } from "./config.ts";
import { Service } from "./stacks/service.ts";
import { State } from "./stacks/state.ts";
import { Watch } from "./stacks/watch.ts";

/** One stage of the system: the same resources on every stage, in whatever partition and region it is deployed to. */
export const district = (scope: Construct, config: Config): { state: State; service: Service; watch: Watch } => {
  const serviceName = `huiyin-${config.stage}`;
  const part = (name: string) => ({
    stackName: `${serviceName}-${name}`,
    tags: { "huiyin:stage": config.stage, "huiyin:district": config.district },
  });

  const state = new State(scope, "State", { ...part("state"), config });
  const service = new Service(scope, "Service", { ...part("service"), config, state, serviceName });
  const { alarmEmail } = config;
  const watch = new Watch(scope, "Watch", { ...part("watch"), state, service, serviceName, alarmEmail });

  Validations.of(scope).addPlugins(new AwsSolutionsChecks(scope));
  return { state, service, watch };
};
