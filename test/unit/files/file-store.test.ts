import { createHmac } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, expect, test } from "vitest";
import { arrivalAddress, arrivalAt } from "#case/files/shelves.ts";
import { arrivalStore, fileLinks } from "#case/store/file-store.ts";

const client = new DynamoDBClient({
  region: "cn-north-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: "token" },
});
afterAll(() => client.destroy());

const host = "arrivals-1a2b.s3.cn-north-1.amazonaws.com.cn";
const place = { host, pagesAt: "https://district.example" };
const now = () => new Date("2026-03-02T04:05:06.789Z");
const name = "A".repeat(22);
const arrival = { caseId: "ANHE-2026-0123-7k3m9x2c4b8d", agent: 2, name };
const backTo = "https://district.example/files/-/sent";

/** How S3 signs (AWS Signature Version 4): a key for the day, the region and the service, and what it is to sign. */
const signed = (what: string): string =>
  createHmac(
    "sha256",
    ["20260302", "cn-north-1", "s3", "aws4_request"].reduce<Buffer>(
      (key, part) => createHmac("sha256", key).update(part).digest(),
      Buffer.from("AWS4secret"),
    ),
  )
    .update(what)
    .digest("hex");

test("a form fixes where a file goes, what it is said to be, how large it is and until when, as S3 checks it", async () => {
  const { action, fields } = await arrivalStore(client, place, now).formFor(arrival, backTo);
  expect(action).toBe(`https://${host}/`);
  const { policy = "", "x-amz-signature": signature, ...said } = fields;
  expect(signature).toBe(signed(policy));
  expect(said).toMatchObject({ key: `${arrival.caseId}/2/${name}`, "x-amz-security-token": "token" });
  expect(JSON.parse(Buffer.from(policy, "base64").toString())).toEqual({
    expiration: "2026-03-02T04:20:06.789Z",
    conditions: [
      { bucket: "arrivals-1a2b" },
      ["content-length-range", 0, 20 * 1024 * 1024],
      // Whatever else is sent along is not taken.
      ...Object.entries(said).map(([field, value]) => ["eq", `$${field}`, value]),
    ],
  });
});

test("a link opens one file for five minutes, under its own type and a name of ours", async () => {
  const links = fileLinks(client, place, now);
  const link = new URL(await links.linkTo(arrival, "jpeg", "ANHE-2026-0123-1.jpg"));
  expect(`${link.origin}${link.pathname}`).toBe(`https://${host}/${arrival.caseId}/${name}`);
  expect(Object.fromEntries(link.searchParams)).toMatchObject({
    "X-Amz-Expires": "300",
    "X-Amz-Date": "20260302T040506Z",
    "response-content-type": "image/jpeg",
    "response-content-disposition": 'inline; filename="ANHE-2026-0123-1.jpg"',
  });
  expect(await links.linkTo(arrival, "pdf", "-")).toContain("attachment");
});

test("where an emulator stands for S3, browsers find it below the pages' own address", async () => {
  const emulated = { ...place, endpoint: "http://127.0.0.1:4566" };
  const { action } = await arrivalStore(client, emulated, now).formFor(arrival, backTo);
  expect(action).toBe("https://district.example/_s3/arrivals-1a2b/");
  expect(arrivalStore(client, emulated, now).origin).toBe("");
  expect(arrivalStore(client, place, now).origin).toBe(`https://${host}`);
});

test("an address of what arrives reads back, and no other does", () => {
  expect(arrivalAt(arrivalAddress(arrival))).toEqual(arrival);
  expect(arrivalAt(arrivalAddress({ ...arrival, agent: undefined }))).toEqual({ ...arrival, agent: undefined });
  for (const key of [
    "",
    "a/b/c",
    `${arrival.caseId}/0/${name}/more`,
    `${arrival.caseId}/00/${name}`,
    `${arrival.caseId}/-1/${name}`,
  ]) {
    expect(arrivalAt(key), key).toBeUndefined();
  }
});
