import { once } from "node:events";
import { createServer } from "node:http";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anchorKey, type Shelf } from "#record/anchor.ts";
import { anchorShelf } from "#record/anchor-store.ts";
import { clientConfig } from "../../../local/emulator.ts";

/** Versions that S3 lists at once. */
const pageSize = 1000;

/** A bucket of so many anchors, which lists them as S3 does and counts how often it is asked. */
const bucket = { anchors: 0, requests: 0 };
const listed = (asked: URL): string => {
  const [prefix = "", marker = ""] = ["prefix", "key-marker"].map((name) => asked.searchParams.get(name) ?? "");
  const from = prefix === "" ? Number.parseInt(marker || "0", 10) + 1 : Number.parseInt(prefix, 10);
  const until = prefix === "" ? Math.min(bucket.anchors, from + pageSize - 1) : Math.min(bucket.anchors, from);
  const entries = Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => {
    const { sk } = anchorKey(from + i);
    return `<Version><Key>${sk}</Key><VersionId>v${from + i}</VersionId></Version>`;
  });
  const isTruncated = prefix === "" && until < bucket.anchors;
  const next = isTruncated ? `<NextKeyMarker>${anchorKey(until).sk}</NextKeyMarker>` : "";
  return `<ListVersionsResult><IsTruncated>${isTruncated}</IsTruncated>${next}${entries.join("")}</ListVersionsResult>`;
};
const server = createServer((asked, reply) => {
  bucket.requests += 1;
  reply.end(listed(new URL(asked.url ?? "", "http://localhost")));
});

let client: DynamoDBClient;
let shelf: Shelf;
beforeEach(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A server without a port");
  const endpoint = `http://127.0.0.1:${address.port}`;
  client = new DynamoDBClient(clientConfig(endpoint));
  shelf = anchorShelf(client, "anchors.s3.us-east-1.amazonaws.com", endpoint);
});
afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

/** How many requests finding the newest anchor and an older one takes, when there are so many. */
const requestsAmong = async (anchors: number): Promise<number> => {
  Object.assign(bucket, { anchors, requests: 0 });
  expect(await shelf.newest()).toEqual(anchors === 0 ? undefined : { n: anchors, version: `v${anchors}` });
  const older = Math.ceil(anchors / 2);
  if (anchors > 0) expect(await shelf.place(older)).toEqual({ n: older, version: `v${older}` });
  return bucket.requests;
};

test.each([0, 1, 2, 999, 1000, 1001, 2000, 2001, 3999, 4001, 8760])(
  "of %d anchors the newest is found",
  async (count) => {
    expect(await requestsAmong(count)).toBeLessThanOrEqual(12);
  },
);

test("a hundred years of hourly anchors take few requests more than one year of them", async () => {
  const [year, century] = [await requestsAmong(8760), await requestsAmong(876_000)];
  expect({ year, century }).toEqual({ year: 10, century: 22 });
});
