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
import { deliveryDoor } from "#web/parts/at-delivery.ts";
import { togetherDoor } from "#web/parts/together.ts";
import { taskDoor } from "./task-door.ts";

const env = TaskLinkEnv.parse(process.env);
const db = database();
const vault = identityVault(new KMSClient({}), env.IDENTITY_KEY);
const secrets = linkSecrets(generationsOf(new SecretsManagerClient({}), env.LINK_SECRET));

const outside = { db, vault, world: worldFrom(districtPorts(db, env)), secrets };

/** Answers are delivered, and meetings held, by one function: two doors that seldom stand open. */
const [delivery, together] = [taskDoor(deliveryDoor, env, outside), taskDoor(togetherDoor, env, outside)];

export const handler = route({ ...delivery, routes: { ...delivery.routes, ...together.routes } });
