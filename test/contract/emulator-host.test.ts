import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clientConfig, startEmulator } from "../../local/emulator.ts";
import { freePort } from "../../local/port.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { createTables } from "../support/tables.ts";

let stateDir: string;

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "huiyin-emulator-"));
});
afterEach(() => removeFolder(stateDir));

test("what was stored a moment before the emulator is killed is there when it starts again", async () => {
  const options = { port: await freePort(), stateDir };
  const first = await startEmulator(options);
  const client = new DynamoDBClient(clientConfig(first.endpoint));
  const { cases: TableName } = await createTables(client);
  const Key = { pk: { S: "CASE#1" }, sk: { S: "CASE" } };
  await client.send(new PutItemCommand({ TableName, Item: { ...Key, version: { N: "7" } } }));
  await sleep(2000);
  await first.kill();

  const second = await startEmulator(options);
  const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
  await second.stop();

  expect(Item).toMatchObject({ version: { N: "7" } });
});

test("the emulator ends with the process that started it, however that ends", async () => {
  const port = await freePort();
  const script = `
    const { startEmulator } = await import(${JSON.stringify(new URL("../../local/emulator.ts", import.meta.url).href)});
    await startEmulator(${JSON.stringify({ port, stateDir })});
    console.log("started");
  `;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(parent.stdout, "data");
  parent.kill("SIGKILL");

  const answers = () =>
    fetch(`http://127.0.0.1:${port}/_ministack/health`).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 10_000 }).toBe(false);
});

test("the emulator answers programs of this machine, and no web page that reaches for it", async () => {
  const port = await freePort();
  const emulator = await startEmulator({ port, stateDir });
  const client = new DynamoDBClient(clientConfig(emulator.endpoint));
  const { cases: TableName } = await createTables(client);
  const statusOf = (headers: Record<string, string>, path = "/") =>
    new Promise<number | undefined>((resolve, reject) => {
      const body = JSON.stringify({ TableName });
      const asked = { port, path, method: "POST", headers: { ...amz, "content-length": body.length, ...headers } };
      request(asked, (answer) => resolve(answer.resume().statusCode))
        .once("error", reject)
        .end(body);
    });
  const amz = {
    authorization: "AWS4-HMAC-SHA256 Credential=test/20260302/us-east-1/dynamodb/aws4_request",
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.Scan",
    host: `127.0.0.1:${port}`,
  };
  const pages = "/_aws/execute-api/none/$default/";
  try {
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ host: `localhost:${port}` })).toBe(200);
    expect(await statusOf({ "sec-fetch-site": "none" })).toBe(200);
    const foreign = [
      { host: `evil.example:${port}` },
      { host: "127.0.0.1" },
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost:8080" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) expect([headers, await statusOf(headers)]).toEqual([headers, 403]);
    expect(await statusOf({ host: `evil.example:${port}` }, pages)).toBe(403);
    // What the district's proxy hands on with a browser's headers comes to the pages, which judge it themselves.
    expect(await statusOf({ origin: "http://localhost:8080", "sec-fetch-site": "same-origin" }, pages)).not.toBe(403);
  } finally {
    client.destroy();
    await emulator.stop();
  }
});
