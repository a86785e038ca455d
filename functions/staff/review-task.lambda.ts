import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { identityVault } from "#access/identity-kms.ts";
import { linkSecrets } from "#access/link-secrets.ts";
import { generationsOf } from "#access/secret-store.ts";
import { worldFrom } from "#case/state/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { TaskLinkEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { reviewDoor } from "#web/parts/at-review.ts";
import { taskDoor } from "./task-door.ts";

const env = TaskLinkEnv.parse(process.env);
const db = database();
const vault = identityVault(new KMSClient({}), env.IDENTITY_KEY);
const secrets = linkSecrets(generationsOf(new SecretsManagerClient({}), env.LINK_SECRET));

export const handler = route(
  taskDoor(reviewDoor, env, { db, vault, world: worldFrom(districtPorts(db, env)), secrets }),
);
