import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anchorAfter } from "#record/anchor.ts";
import { AnchorsNotReached, anchorShelf } from "#record/anchor-store.ts";
import { clientConfig, startEmulator } from "../../local/emulator.ts";
import { freePort } from "../../local/port.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { upTo } from "./moments.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let stateDir: string;
let client: DynamoDBClient;

/** A request of somebody who has a right to the bucket: the emulator asks nobody for a signature. */
const put = async (path: string, body: string): Promise<void> => {
  const { ok } = await fetch(`${emulator.endpoint}/${path}`, { method: "PUT", body });
  if (!ok) throw new Error(`${path} could not be put`);
};
const shelfIn = async (bucket: string) => {
  await put(bucket, "");
  await put(`${bucket}?versioning`, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
  return anchorShelf(client, `${bucket}.s3.us-east-1.amazonaws.com`, emulator.endpoint);
};

const at = "2026-03-02T02:00:00.000Z";
const heads = [{ pk: "CASE#AH-2026-0001", sk: "CASE", number: 3, hash: "0f" }];
const first = anchorAfter(undefined, at, heads);
const second = anchorAfter(first, at, []);

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "huiyin-anchors-"));
  emulator = await startEmulator({ port: await freePort(), stateDir });
  client = new DynamoDBClient(clientConfig(emulator.endpoint));
});
afterAll(async () => {
  client.destroy();
  await emulator.stop();
  await removeFolder(stateDir);
});

test("anchors are listed in their order, and read as they were written", async () => {
  const shelf = await shelfIn("in-order");
  expect([await shelf.places(), await shelf.newest(), await shelf.place(1)]).toEqual([[], undefined, undefined]);
  await shelf.add(first);
  await shelf.add(second);
  const places = await shelf.places();
  expect(places.map(({ n }) => n)).toEqual([1, 2]);
  expect(await Promise.all(places.map((place) => shelf.read(place)))).toEqual([first, second]);
});

test("anchors are read as they were first put there, whatever is put on top of them", async () => {
  const shelf = await shelfIn("on-top");
  await shelf.add(first);
  await shelf.add(second);
  await put("on-top/00000001.json", JSON.stringify({ ...first, heads: [] }));
  await put("on-top/00000001.json", "nothing");
  await fetch(`${emulator.endpoint}/on-top/00000002.json`, { method: "DELETE" });
  const places = await shelf.places();
  expect([await shelf.place(1), await shelf.newest()]).toEqual(places);
  expect(await Promise.all(places.map((place) => shelf.read(place)))).toEqual([first, second]);
});

test("no two anchors have one number", async () => {
  const shelf = await shelfIn("one-number");
  const added = await Promise.allSettled([shelf.add(first), shelf.add(anchorAfter(undefined, at, []))]);
  expect(added.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await shelf.places()).toHaveLength(1);
});

test("more anchors than fit on a page are listed all", async () => {
  const shelf = await shelfIn("pages");
  await Promise.all(upTo(1003).map((n) => put(`pages/${String(n).padStart(8, "0")}.json`, "{}")));
  const places = await shelf.places();
  expect(places.map(({ n }) => n)).toEqual(upTo(1003));
  expect(await shelf.newest()).toEqual(places.at(-1));
  expect(await shelf.place(1001)).toEqual(places.at(1000));
  expect(await shelf.place(1004)).toBeUndefined();
});

test("a bucket that is not there is an error that says so, and not a record without anchors", async () => {
  const shelf = anchorShelf(client, "nowhere.s3.us-east-1.amazonaws.com", emulator.endpoint);
  await expect(shelf.places()).rejects.toThrow(AnchorsNotReached);
  await expect(shelf.places()).rejects.toThrow("NoSuchBucket");
});
