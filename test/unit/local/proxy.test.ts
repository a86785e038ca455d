import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Obstacle } from "../../../local/obstacle.ts";
import { freePort } from "../../../local/port.ts";
import { startProxy } from "../../../local/proxy.ts";

let upstream: Server;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let baseUrl: string;
let asked: { method: string | undefined; url: string | undefined; headers: IncomingMessage["headers"]; body: string }[];
let advanced: number[];
let inTheWay: Obstacle | undefined;

beforeEach(async () => {
  asked = [];
  advanced = [];
  inTheWay = undefined;
  const apiPort = await freePort();
  upstream = createServer((request, reply) => {
    const { method, url, headers } = request;
    void text(request).then((body) => {
      asked.push({ method, url, headers, body });
      reply.setHeader("set-cookie", ["a=1; Path=/", "b=2; HttpOnly"]);
      reply.writeHead(418, { "content-type": "text/plain" }).end("short and stout");
    });
  }).listen(apiPort, "127.0.0.1");
  await once(upstream, "listening");
  const port = await freePort();
  baseUrl = `http://localhost:${port}`;
  proxy = await startProxy({
    port,
    baseUrl,
    api: `http://127.0.0.1:${apiPort}/_aws/execute-api/abc/$default`,
    advance: async (ms) => {
      if (inTheWay) throw inTheWay;
      advanced.push(ms);
      await Promise.resolve();
    },
  });
});

afterEach(async () => {
  await proxy.stop();
  upstream.close();
});

test("a photo reaches the emulated S3, which hears nothing of the browser that sends it", async () => {
  await fetch(`${baseUrl}/_s3/arrivals/?x=1`, {
    method: "POST",
    headers: { cookie: "kept=1", origin: baseUrl, "content-type": "multipart/form-data; boundary=b" },
    body: "--b--",
  });
  expect(asked).toMatchObject([{ method: "POST", url: "/arrivals/?x=1", body: "--b--" }]);
  expect(asked[0]?.headers).toMatchObject({ "content-type": "multipart/form-data; boundary=b" });
  for (const name of ["cookie", "origin"]) expect(asked[0]?.headers).not.toHaveProperty(name);
});

test("a request reaches the API as it was sent, and its answer comes back whole", async () => {
  const reply = await fetch(`${baseUrl}/status/%E4%BD%A0?x=%2F1&y=2`, {
    method: "POST",
    headers: { cookie: "lang=en", "x-one": "1" },
    body: "story=你好",
  });

  expect(asked).toMatchObject([
    {
      method: "POST",
      url: "/_aws/execute-api/abc/$default/status/%E4%BD%A0?x=%2F1&y=2",
      headers: { cookie: "lang=en", "x-one": "1" },
      body: "story=你好",
    },
  ]);
  expect(reply.status).toBe(418);
  expect(reply.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; HttpOnly"]);
  expect(await reply.text()).toBe("short and stout");
});

test("an API that has ended is told in words, not by a hanging page", async () => {
  upstream.closeAllConnections();
  upstream.close();
  await once(upstream, "close");

  expect((await fetch(baseUrl)).status).toBe(502);
});

describe("the demo clock's button", () => {
  const press = (fields: Record<string, string>, origin = baseUrl) =>
    fetch(`${baseUrl}/_demo/advance`, {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });

  test("moves the clock and returns to the page it was pressed on", async () => {
    const reply = await press({ by: "8d", back: "/status?lang=en" });

    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toBe("/status?lang=en");
    expect(advanced).toEqual([8 * 86_400_000]);
    expect(asked).toEqual([]);
  });

  test.each(["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "/a\nb"])(
    "leads nobody to %j",
    async (back) => {
      expect((await press({ by: "8d", back })).status).toBe(400);
      expect(advanced).toEqual([]);
    },
  );

  test("is not to be pressed by another site, nor for a period that is none", async () => {
    expect((await press({ by: "8d", back: "/" }, "http://elsewhere.example")).status).toBe(400);
    expect((await press({ by: "soon", back: "/" })).status).toBe(400);
    expect(advanced).toEqual([]);
  });

  test("says what is in the way when it cannot move the clock", async () => {
    inTheWay = new Obstacle("Somebody else is moving it.");
    const reply = await press({ by: "8d", back: "/" });

    expect([reply.status, await reply.text()]).toEqual([409, "Somebody else is moving it.\n"]);
  });

  test("does nothing on GET", async () => {
    await fetch(`${baseUrl}/_demo/advance?by=8d`);

    expect(advanced).toEqual([]);
  });
});
