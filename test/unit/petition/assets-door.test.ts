import { describe, expect, test } from "vitest";
import { route } from "#lambda/route.ts";
import { assetsDoor } from "../../../functions/petition/assets-door.ts";
import { context } from "../lambda/context.ts";
import { logLines } from "../lambda/log-lines.ts";

const baseUrl = "https://petition.example.gov.cn";
const addresses = ["GET /", "POST /petition", "GET /status", "POST /status", "POST /task/open", "GET /receipt/{mark}"];
const handler = route(
  assetsDoor({ BASE_URL: baseUrl, HSTS: "max-age=1", EDGE_PROOF: "", ASSETS: "v1", ADDRESSES: addresses.join(",") }),
);
const ask = async (method: string, path: string, sent: { query?: string; cookies?: string[] } = {}) =>
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
    ["GET", "/petition", "POST"],
    ["GET", "/task/open", "POST"],
    ["PUT", "/status", "GET, HEAD, POST"],
    ["DELETE", "/", "GET, HEAD"],
    ["OPTIONS", "/status", "GET, HEAD, POST"],
    ["PATCH", "/receipt/abc", "GET, HEAD"],
    ["POST", "/assets/v1/site.css", "GET, HEAD"],
    ["POST", "/favicon.ico", "GET, HEAD"],
  ])("by its method says which ones the address takes: %s %s", async (method, path, allow) => {
    const reply = await ask(method, path);
    expect(reply).toMatchObject({ statusCode: 405, headers: { ...protects, allow } });
    expect(reply.body).toContain("这个网址不能直接打开");
  });

  test("by the slash at its end leads to the page", async () => {
    expect(await ask("GET", "/status/", { query: "lang=en" })).toMatchObject({
      statusCode: 308,
      headers: { ...protects, location: `${baseUrl}/status?lang=en` },
    });
  });

  test("has the same head for HEAD, and no body", async () => {
    for (const path of ["/nope", "/petition", "/status/", "/favicon.ico"]) {
      const [got, headed] = [await ask("GET", path), await ask("HEAD", path)];
      expect(headed.body).toBeUndefined();
      expect([headed.statusCode, headed.headers?.["content-type"]]).toEqual([
        got.statusCode,
        got.headers?.["content-type"],
      ]);
    }
  });

  test("is the mark where browsers ask for an icon by themselves", async () => {
    const reply = await ask("GET", "/favicon.ico");
    expect(reply).toMatchObject({ statusCode: 200, headers: { "content-type": "image/svg+xml" } });
    expect(reply.headers?.["cache-control"]).toBe("public, max-age=86400");
    expect(reply.body).toContain("<svg");
  });
});
