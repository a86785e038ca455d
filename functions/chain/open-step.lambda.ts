import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SFNClient } from "@aws-sdk/client-sfn";
import { linkSecrets } from "#access/link-secrets.ts";
import { generationsOf } from "#access/secret-store.ts";
import { linkHashes } from "#access/task-link.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { waiting } from "#case/store/execution-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { count } from "#lambda/count.ts";
import { OpenStepEnv } from "#lambda/environment.ts";
import { task } from "#lambda/task.ts";
import { database } from "#record/dynamodb.ts";
import { OpenStepInput, openStep } from "./open-step.ts";

const env = OpenStepEnv.parse(process.env);
const db = database();
const chain = waiting(new SFNClient({}));
const secrets = linkSecrets(generationsOf(new SecretsManagerClient({}), env.LINK_SECRET));

export const handler = task(
  OpenStepInput,
  openStep({
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    world: worldFrom(districtPorts(db, env)),
    linkHash: linkHashes(secrets),
    tell: (token, stepOutcome) => chain.tell(token, stepOutcome),
    fellBackToBureau: () => count("BureauFallback", 1),
  }),
);
