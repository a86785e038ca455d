import { KMSClient } from "@aws-sdk/client-kms";
import { identityVault } from "#access/identity-kms.ts";
import { worldFrom } from "#case/state/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { OwnFileEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { ownFileDoor } from "./own-file-door.ts";

const env = OwnFileEnv.parse(process.env);
const db = database();
const vault = identityVault(new KMSClient({}), env.IDENTITY_KEY);

export const handler = route(ownFileDoor(env, { db, vault, world: worldFrom(districtPorts(db, env)) }));
