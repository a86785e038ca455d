import { describe, expect, test } from "vitest";
import { route } from "#lambda/route.ts";
import { assetsDoor } from "../../../functions/petition/assets-door.ts";
import { context } from "../lambda/context.ts";
import { logLines } from "../lambda/log-lines.ts";

const baseUrl = "https://petition.example.gov.cn";
const handler = route(assetsDoor({ BASE_URL: baseUrl, HSTS: "max-age=1", EDGE_PROOF: "", ASSETS: "v1" }));
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

describe("the door to style and scripts", () => {
  logLines();

  test("answers a file that there is not with a page in our words", async () => {
    const reply = await ask("GET", "/assets/v1/nope.css");
    expect(reply).toMatchObject({ statusCode: 404, headers: { "cache-control": "no-store" } });
    expect(reply.body).toContain("没有找到这个页面");
  });

  test("is the mark where browsers ask for an icon by themselves", async () => {
    const reply = await ask("GET", "/favicon.ico");
    expect(reply).toMatchObject({ statusCode: 200, headers: { "content-type": "image/svg+xml" } });
    expect(reply.headers?.["cache-control"]).toBe("public, max-age=86400");
    expect(reply.body).toContain("<svg");
  });
});
