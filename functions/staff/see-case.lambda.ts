import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { identityVault } from "#access/identity-kms.ts";
import { linkSecrets } from "#access/link-secrets.ts";
import { generationsOf } from "#access/secret-store.ts";
import { worldFrom } from "#case/state/world.ts";
import { arrivalStore, fileLinks } from "#case/store/file-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { SeeCaseEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { seeCaseDoor } from "./see-case-door.ts";

const env = SeeCaseEnv.parse(process.env);
const client = new DynamoDBClient({});
const db = dynamoDatabase(client);
const vault = identityVault(new KMSClient({}), env.IDENTITY_KEY);
const secrets = linkSecrets(generationsOf(new SecretsManagerClient({}), env.LINK_SECRET));
// The SDK's own variable: set where an emulator stands for AWS.
const place = { endpoint: process.env.AWS_ENDPOINT_URL, pagesAt: new URL(env.BASE_URL).origin };
const now = () => new Date();

export const handler = route(
  seeCaseDoor(env, {
    db,
    vault,
    world: worldFrom(districtPorts(db, env)),
    secrets,
    arrivals: arrivalStore(client, { ...place, host: env.ARRIVALS }, now),
    files: fileLinks(client, { ...place, host: env.FILES }, now),
  }),
);
