import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { linkSecrets } from "#access/link-secrets.ts";
import { generationsOf } from "#access/secret-store.ts";
import { worldFrom } from "#case/state/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { ClockCourseEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { database } from "#record/dynamodb.ts";
import { clockCourseDoor } from "./clock-course-door.ts";

const env = ClockCourseEnv.parse(process.env);
const db = database();
const secrets = linkSecrets(generationsOf(new SecretsManagerClient({}), env.LINK_SECRET));

export const handler = route(clockCourseDoor(env, { db, world: worldFrom(districtPorts(db, env)), secrets }));
