import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { worldFrom } from "#case/state/world.ts";
import { arrivalStore, fileLinks } from "#case/store/file-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { BringFilesEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { bringFilesDoor } from "./bring-files-door.ts";

const env = BringFilesEnv.parse(process.env);
const client = new DynamoDBClient({});
const db = dynamoDatabase(client);
// The SDK's own variable: set where an emulator stands for AWS.
const place = { endpoint: process.env.AWS_ENDPOINT_URL, pagesAt: new URL(env.BASE_URL).origin };
const now = () => new Date();

export const handler = route(
  bringFilesDoor(env, {
    db,
    world: worldFrom(districtPorts(db, env)),
    arrivals: arrivalStore(client, { ...place, host: env.ARRIVALS }, now),
    files: fileLinks(client, { ...place, host: env.FILES }, now),
  }),
);
