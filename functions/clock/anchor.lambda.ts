import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { caseStore } from "#case/store/case-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { count, heartbeat } from "#lambda/count.ts";
import { AnchorEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { task } from "#lambda/task.ts";
import { anchorShelf } from "#record/anchor-store.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { anchor } from "./anchor.ts";

const env = AnchorEnv.parse(process.env);
const client = new DynamoDBClient({});
const db = dynamoDatabase(client);

const run = anchor({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  // The SDK's own variable: set where an emulator stands for AWS.
  shelf: anchorShelf(client, env.ANCHORS, process.env.AWS_ENDPOINT_URL),
  now: districtPorts(db, env).now,
});

export const handler = task(z.unknown(), async () => {
  heartbeat("HeadsAnchored");
  const { heads, findings } = await run();
  count("HeadsAnchored", heads);
  count("RecordBroken", findings.length);
  for (const finding of findings) logger.error("The record of a case is not as it was written", finding);
  return { heads, findings: findings.length };
});
