import { type App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Config } from "./config.ts";
import { Service } from "./stacks/service.ts";
import { State } from "./stacks/state.ts";
import { Watch } from "./stacks/watch.ts";

/** One stage of the system: the same resources on every stage, in whatever partition and region it is deployed to. */
export const district = (app: App, config: Config): { state: State; service: Service; watch: Watch } => {
  const name = (part: string) => ({ stackName: `huiyin-${config.stage}-${part}` });
  const serviceName = `huiyin-${config.stage}`;

  const state = new State(app, "State", { ...name("state"), config });
  const service = new Service(app, "Service", { ...name("service"), config, state, serviceName });
  const watch = new Watch(app, "Watch", {
    ...name("watch"),
    state,
    service,
    serviceName,
    alarmEmail: config.alarmEmail,
  });

  Tags.of(app).add("huiyin:district", config.district);
  Tags.of(app).add("huiyin:stage", config.stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { state, service, watch };
};
