import { KMSClient } from "@aws-sdk/client-kms";
import { identityVault } from "#access/identity-kms.ts";
import { worldFrom } from "#case/state/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { PetitionStatusEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { ownDecisionsDoor } from "./own-decisions-door.ts";

const env = PetitionStatusEnv.parse(process.env);
const db = database();
const vault = identityVault(new KMSClient({}), env.IDENTITY_KEY);

export const handler = route(ownDecisionsDoor(env, { db, vault, world: worldFrom(districtPorts(db, env)) }));
