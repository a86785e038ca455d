import { describe, expect, test } from "vitest";
import { FilePetitionEnv } from "#lambda/environment.ts";
import { route } from "#lambda/route.ts";
import { filingDoor } from "../../../functions/petition/filing-door.ts";
import { memoryBackend } from "../../contract/backend.ts";
import { memoryVault } from "../../contract/vault.ts";
import { at } from "../case/district.ts";
import { context } from "../lambda/context.ts";
import { logLines } from "../lambda/log-lines.ts";

const baseUrl = "https://petition.example.gov.cn";
const addresses = ["GET /status", "POST /status", "POST /task/open", "GET /assets/{version}/{file}"];

const env = FilePetitionEnv.parse({
  ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
  ...{ CLOCK: "real", IDENTITY_KEY: "-", BASE_URL: baseUrl, ASSETS: "v1", HSTS: "max-age=1", EDGE_PROOF: "" },
  ADDRESSES: addresses.join(","),
});
const { database: db } = memoryBackend().connect();
const door = (world = () => Promise.resolve(at("2026-03-02T02:00:00.000Z"))) =>
  route(filingDoor(env, { db, vault: memoryVault, world }));

const ask = async (method: string, path: string, sent: { query?: string; cookies?: string[] } = {}, handler = door()) =>
  handler(
    {
      rawPath: path,
      rawQueryString: sent.query ?? "",
      headers: {},
      ...(sent.cookies && { cookies: sent.cookies }),
      isBase64Encoded: false,
      requestContext: { http: { method, sourceIp: "192.0.2.7" } },
    },
    context,
  );

const protects = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "strict-transport-security": "max-age=1",
};

describe("what no route of the API takes", () => {
  const log = logLines();

  test.each(["/nope", "/status/nope", "/wp-login.php", "/.env", "/%E4%BF%A1", "/task", "//", "/a".repeat(2000)])(
    "is answered with a page in our words: GET %s",
    async (path) => {
      const reply = await ask("GET", path === "//" ? "/x//" : path);
      expect(reply).toMatchObject({
        statusCode: 404,
        headers: { ...protects, "content-type": "text/html; charset=utf-8" },
      });
      expect(reply.body).toContain("没有找到这个页面");
      expect(reply.headers?.["content-security-policy"]).toContain("default-src 'none'");
      expect(reply.body).toContain('href="/status"');
      expect(log.text()).toContain('"status":404');
      expect(log.text()).not.toContain("UnexpectedError");
    },
  );

  test("is answered in the reader's language, asked for or kept", async () => {
    expect((await ask("GET", "/nope", { query: "lang=en" })).body).toContain("There is no such page");
    expect((await ask("GET", "/nope", { cookies: ["lang=en"] })).body).toContain("There is no such page");
    expect((await ask("GET", "/task/open", { cookies: ["lang=en"] })).body).toContain("cannot be opened by itself");
  });

  test.each([
    ["GET", "/task/open", "POST"],
    ["PUT", "/status", "GET, HEAD, POST"],
    ["DELETE", "/", "GET, HEAD"],
    ["OPTIONS", "/status", "GET, HEAD, POST"],
    ["PATCH", "/receipt/abc", "GET, HEAD"],
    ["POST", "/assets/v1/site.css", "GET, HEAD"],
  ])("by its method says which ones the address takes: %s %s", async (method, path, allow) => {
    const reply = await ask(method, path);
    expect(reply).toMatchObject({
      statusCode: 405,
      headers: { ...protects, ...(method === "POST" && { "cache-control": "private, no-cache" }), allow },
    });
    expect(reply.body).toContain("这个网址不能直接打开");
  });

  test("by the slash at its end leads to the page", async () => {
    expect(await ask("GET", "/status/", { query: "lang=en" })).toMatchObject({
      statusCode: 308,
      headers: { ...protects, location: `${baseUrl}/status?lang=en` },
    });
  });

  test("has the same head for HEAD, and no body", async () => {
    for (const path of ["/nope", "/task/open", "/status/", "/privacy"]) {
      const [got, headed] = [await ask("GET", path), await ask("HEAD", path)];
      expect(headed.body).toBeUndefined();
      expect([headed.statusCode, headed.headers?.["content-type"]]).toEqual([
        got.statusCode,
        got.headers?.["content-type"],
      ]);
    }
  });

  test("names the office to call, and is answered without it where the district cannot be read in time", async () => {
    expect((await ask("GET", "/nope")).body).toContain('href="tel:+861088005678"');
    const broken = [
      () => Promise.reject(new Error("The table is not there")),
      () => Promise.withResolvers<never>().promise,
    ];
    for (const world of broken) {
      const reply = await ask("GET", "/nope", {}, door(world));
      expect(reply.statusCode).toBe(404);
      expect(reply.body).toContain("没有找到这个页面");
      expect(reply.body).not.toContain("tel:");
    }
  });
});

describe("what becomes of what people tell us", () => {
  test.each([
    ["/privacy", "隐私说明", "Privacy"],
    ["/accessibility", "无障碍说明", "Accessibility"],
  ])("is said at an address of its own, in both languages, with whom to ask: %s", async (path, zh, en) => {
    const [chinese, english] = [await ask("GET", path), await ask("GET", path, { query: "lang=en" })];
    expect(chinese).toMatchObject({ statusCode: 200, headers: protects });
    expect(chinese.body).toContain(`<h1>${zh}</h1>`);
    expect(english.body).toContain(`<h1>${en}</h1>`);
    expect(english.cookies?.[0]).toMatch(/^lang=en;/);
    for (const { body } of [chinese, english]) {
      const asked = /<section class="panel" aria-labelledby="ask-title">[\s\S]*?<\/section>/.exec(body ?? "")?.[0];
      expect(asked).toContain('href="tel:+861088005678"');
    }
  });
});
