import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { linkSecrets } from "#access/link-secrets.ts";
import { generationsOf } from "#access/secret-store.ts";
import { worldFrom } from "#case/state/world.ts";
import { fileLinks } from "#case/store/file-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { SeeFilesEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { seeFilesDoor } from "./see-files-door.ts";

const env = SeeFilesEnv.parse(process.env);
const client = new DynamoDBClient({});
const db = dynamoDatabase(client);
const secrets = linkSecrets(generationsOf(new SecretsManagerClient({}), env.LINK_SECRET));
// The SDK's own variable: set where an emulator stands for AWS.
const place = { host: env.FILES, endpoint: process.env.AWS_ENDPOINT_URL, pagesAt: new URL(env.BASE_URL).origin };

export const handler = route(
  seeFilesDoor(env, {
    db,
    world: worldFrom(districtPorts(db, env)),
    secrets,
    files: fileLinks(client, place, () => new Date()),
  }),
);
