import { worldFrom } from "#case/state/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { CheckLetterEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { checkLetterDoor } from "./check-letter-door.ts";

const env = CheckLetterEnv.parse(process.env);
const db = database();

export const handler = route(checkLetterDoor(env, { db, world: worldFrom(districtPorts(db, env)) }));
