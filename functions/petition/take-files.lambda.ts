import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { noLinks } from "#case/acts/carry-out.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { arrivalStore, fileStore } from "#case/store/file-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { consume, queueOf } from "#lambda/consume.ts";
import { count } from "#lambda/count.ts";
import { TakeFilesEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { ArrivalsTold, takeFile } from "./take-file.ts";

const env = TakeFilesEnv.parse(process.env);
const client = new DynamoDBClient({});
const db = dynamoDatabase(client);
// The SDK's own variable: set where an emulator stands for AWS.
const endpoint = process.env.AWS_ENDPOINT_URL;

const take = takeFile({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  world: worldFrom(districtPorts(db, env)),
  linkHash: noLinks,
  // No browser is given a form here.
  arrivals: arrivalStore(client, { host: env.ARRIVALS, endpoint, pagesAt: "" }, () => new Date()),
  files: fileStore(client, { host: env.FILES, endpoint }, env.FILES_KEY),
});

export const handler = consume(queueOf(ArrivalsTold), async (keys) => {
  for (const key of keys) {
    const taken = await take(key);
    if (taken === "notTaken") count("FilesNotTaken", 1);
    logger.info("File came", { arrival: key, taken });
  }
});
