import { Construct } from "constructs";
import { AssetsEnv, FilePetitionEnv, PetitionStatusEnv, TaskLinkEnv } from "#lambda/environment.ts";
import type { Kit } from "./kit.ts";
import { PublicApi } from "./public-api.ts";
import type { TypedFunction } from "./typed-function.ts";

/** What petitioners and staff see in a browser. */
export class Pages extends Construct {
  readonly apiId: string;
  readonly functions: readonly TypedFunction[];

  constructor(scope: Construct, id: string, kit: Kit) {
    super(scope, id);
    const { identityKey, linkSecret } = kit.state;
    const { record, page, identity, links } = kit.environment;

    const filePetition = kit.makeJudge(this, "FilePetition", {
      file: "petition/file-petition",
      env: FilePetitionEnv,
      environment: { ...record, ...identity, ...page },
    });
    identityKey.grant(filePetition, "kms:GenerateDataKey");

    const petitionStatus = kit.makeJudge(this, "PetitionStatus", {
      file: "petition/petition-status",
      env: PetitionStatusEnv,
      environment: { ...record, ...identity, ...page },
    });
    identityKey.grant(petitionStatus, "kms:Decrypt");

    const taskLink = kit.makeJudge(this, "TaskLink", {
      file: "staff/task-link",
      env: TaskLinkEnv,
      environment: { ...record, ...links, ...identity, ...page },
    });
    identityKey.grant(taskLink, "kms:Decrypt");
    linkSecret.grantReading(taskLink);

    const assets = kit.makeFunction(this, "Assets", { file: "petition/assets", env: AssetsEnv, environment: page });

    const api = new PublicApi(this, "Door", {
      logs: kit.logs,
      routes: [
        { answeredBy: filePetition, routes: ["GET /", "POST /petition"] },
        {
          answeredBy: petitionStatus,
          routes: ["GET /status", "POST /status", "POST /status/act"],
        },
        { answeredBy: taskLink, routes: ["GET /task", "POST /task/open", "POST /task/act"] },
        { answeredBy: assets, routes: ["GET /assets/{version}/{file}"] },
      ],
      otherwise: assets,
    });
    this.apiId = api.id;
    this.functions = [filePetition, petitionStatus, taskLink, assets];
  }
}
