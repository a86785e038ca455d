import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clientConfig, startEmulator } from "../../local/emulator.ts";
import { freePort } from "../../local/port.ts";
import { createTables } from "../support/tables.ts";

let stateDir: string;

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "huiyin-emulator-"));
});
afterEach(() => rm(stateDir, { recursive: true, force: true }));

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
