import { KMSClient } from "@aws-sdk/client-kms";
import { identityVault } from "#access/identity-kms.ts";
import { worldFrom } from "#case/state/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { JointPetitionEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { jointDoor } from "./joint-door.ts";

const env = JointPetitionEnv.parse(process.env);
const db = database();
const vault = identityVault(new KMSClient({}), env.IDENTITY_KEY);

export const handler = route(jointDoor(env, { db, vault, world: worldFrom(districtPorts(db, env)) }));
