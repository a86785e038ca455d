import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { formBytes, rawForm } from "#lambda/form.ts";
import { proxyResult, type Reply } from "#lambda/reply.ts";
import type { Request } from "#lambda/request.ts";
import { type Door, route } from "#lambda/route.ts";
import { expectLinear } from "../../support/linear.ts";
import { context } from "./context.ts";
import { logLines } from "./log-lines.ts";

const baseUrl = "https://petition.example.gov.cn";
const own = { origin: baseUrl, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };

type Sent = { headers?: Record<string, string>; body?: string; base64?: boolean; query?: string; cookies?: string[] };
const event = (method: string, path: string, { headers = {}, body, base64, query = "", cookies }: Sent = {}) => ({
  version: "2.0",
  rawPath: path,
  rawQueryString: query,
  headers,
  ...(cookies && { cookies }),
  ...(body !== undefined && { body }),
  isBase64Encoded: base64 ?? false,
  requestContext: { http: { method } },
});

/** A door that shows what it was asked. */
const door = (change: Partial<Door> = {}) => {
  const asked: Request[] = [];
  const show = (request: Request): Promise<Reply> => {
    asked.push(request);
    return Promise.resolve({ status: 200, html: "<p>here</p>" });
  };
  const handler = route({
    baseUrl,
    hsts: "max-age=31536000; includeSubDomains",
    edgeProof: "",
    routes: {
      "GET /": show,
      "POST /petition": { most: formBytes.story, answer: show },
      "POST /code": { most: formBytes.code, answer: show },
      "GET /assets/{version}/{file}": show,
    },
    onError: (problem, { reference }) => Promise.resolve(`<p>${problem} ${reference}</p>`),
    ...change,
  });
  return { asked, send: async (...sent: Parameters<typeof event>) => handler(event(...sent), context) };
};

describe("a door", () => {
  const log = logLines();

  test("answers the route that fits method and path", async () => {
    const { asked, send } = door();
    expect(await send("GET", "/")).toMatchObject({ statusCode: 200, body: "<p>here</p>" });
    await send("GET", "/assets/a1b2/style.css");
    expect(asked.map(({ params }) => params)).toEqual([{}, { version: "a1b2", file: "style.css" }]);
  });

  test("behind an edge answers what comes through that, and nothing else", async () => {
    const { asked, send } = door({ edgeProof: "known to the edge" });
    const proved = { "x-huiyin-edge": "known to the edge" };
    for (const headers of [{}, { "x-huiyin-edge": "" }, { "x-huiyin-edge": "known to the edge " }]) {
      expect(await send("GET", "/", { headers })).toMatchObject({ statusCode: 403 });
      expect(await send("POST", "/petition", { headers: { ...own, ...headers } })).toMatchObject({ statusCode: 403 });
    }
    expect(asked).toEqual([]);
    expect(await send("GET", "/", { headers: proved })).toMatchObject({ statusCode: 200 });
    expect(await send("POST", "/petition", { headers: { ...own, ...proved } })).toMatchObject({ statusCode: 200 });
  });

  test("without an edge takes nobody's word for one", async () => {
    expect(await door().send("GET", "/", { headers: { "x-huiyin-edge": "" } })).toMatchObject({ statusCode: 200 });
  });

  test("says which path it does not know, and which method a path does not take", async () => {
    const { asked, send } = door();
    expect(await send("GET", "/nowhere")).toMatchObject({ statusCode: 404 });
    expect(await send("POST", "/assets/a", { headers: own })).toMatchObject({ statusCode: 404 });
    expect(await send("GET", "/petition")).toMatchObject({ statusCode: 405, headers: { allow: "POST" } });
    expect(await send("DELETE", "/")).toMatchObject({ statusCode: 405, headers: { allow: "GET, HEAD" } });
    expect(asked).toEqual([]);
  });

  test("says of another door's address what it takes, and that there is none of this method here", async () => {
    const { asked, send } = door({
      elsewhere: ["GET /status", "POST /status", "POST /task/open", "GET /receipt/{of}"],
    });
    expect(await send("DELETE", "/status")).toMatchObject({ statusCode: 405, headers: { allow: "GET, HEAD, POST" } });
    expect(await send("GET", "/task/open")).toMatchObject({ statusCode: 405, headers: { allow: "POST" } });
    expect(await send("OPTIONS", "/receipt/a1")).toMatchObject({ statusCode: 405, headers: { allow: "GET, HEAD" } });
    expect(await send("GET", "/statuses")).toMatchObject({ statusCode: 404 });
    expect(asked).toEqual([]);
  });

  test.each([
    ["GET", "/status/", "", "/status"],
    ["HEAD", "/status/", "", "/status"],
    ["POST", "/petition/", "", "/petition"],
    ["GET", "/status///", "lang=en", "/status?lang=en"],
    ["GET", "/assets/a1/site.css/", "", "/assets/a1/site.css"],
    ["GET", "/assets/ä\r\nx-evil: 1/site.css/", "", "/assets/%C3%A4%0D%0Ax-evil%3A%201/site.css"],
    ["GET", "/status/", "a=1%0d%0ax:2", "/status?a=1%0D%0Ax%3A2"],
  ])("leads from an address with slashes at its end to the one without: %s %j", async (method, path, query, to) => {
    const { asked, send } = door({ elsewhere: ["GET /status"] });
    const reply = await send(method, path, { query, headers: { ...own, host: "evil.example" }, body: "a=1" });
    expect(reply).toMatchObject({ statusCode: 308, headers: { location: `${baseUrl}${to}` } });
    expect(reply.headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
    expect(asked).toEqual([]);
  });

  test.each(["//evil.example/", "//evil.example", "///", "/nowhere/", "/status//x/"])(
    "leads nowhere from what is no address of ours: %j",
    async (path) => {
      const reply = await door({ elsewhere: ["GET /status"] }).send("GET", path);
      expect([reply.statusCode, reply.headers?.location?.toString()]).toEqual(
        path === "///" ? [308, `${baseUrl}/`] : [404, undefined],
      );
    },
  );

  test("answers HEAD as GET, with the headers and without the body", async () => {
    const reply = await door().send("HEAD", "/");
    expect(reply).toMatchObject({ statusCode: 200, headers: { "content-type": "text/html; charset=utf-8" } });
    expect(reply.body).toBeUndefined();
  });

  test("never takes HEAD for a POST", async () => {
    const { asked, send } = door();
    expect(await send("HEAD", "/petition", { headers: own, body: "a=1" })).toMatchObject({ statusCode: 405 });
    expect(asked).toEqual([]);
  });

  test("hands over query and cookies", async () => {
    const { asked, send } = door();
    await send("GET", "/", { query: "lang=en&x=%E5%AD%97", cookies: ["lang=zh", "session=a=b"] });
    await send("GET", "/", { headers: { cookie: "lang=en; session=c" } });
    expect(asked.map(({ query, cookies }) => ({ query, cookies }))).toEqual([
      { query: { lang: "en", x: "字" }, cookies: { lang: "zh", session: "a=b" } },
      { query: {}, cookies: { lang: "en", session: "c" } },
    ]);
  });

  test("gives an unexpected error its page with a reference that the log knows, and not a word of the error", async () => {
    const { send } = door({ routes: { "GET /": () => Promise.reject(new TypeError("secret detail")) } });
    const reply = await send("GET", "/");
    const reference = /unexpected ([0-9a-f]{8})/.exec(reply.body ?? "")?.[1];
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain("secret");
    expect(log.text()).toContain(`"reference":"${reference}"`);
    expect(log.text()).toContain('"UnexpectedError":1');
  });

  test("logs route and status, and nothing that the reader sent", async () => {
    const { send } = door();
    await send("POST", "/petition", { headers: { ...own, cookie: "session=canary1" }, body: "story=canary2" });
    await send("GET", "/", { query: "code=canary3" });
    await send("GET", "/canary4");
    expect(log.text()).toContain('"route":"POST /petition","status":200');
    expect(log.text()).not.toContain("canary");
  });
});

describe("a posted form", () => {
  logLines();
  const post = async (sent: Sent) => {
    const { asked, send } = door();
    const reply = await send("POST", "/petition", { headers: own, ...sent });
    return { status: reply.statusCode, form: asked[0]?.form };
  };

  test("is read in UTF-8, composed, with plain line ends", async () => {
    const body = `story=${encodeURIComponent("路灯\r\n坏了")}&name=${encodeURIComponent("Cafe\u0301")}+%2B&empty=&&flag`;
    expect(await post({ body })).toEqual({
      status: 200,
      form: { story: "路灯\n坏了", name: "Café +", empty: "", flag: "" },
    });
  });

  test("is read the same when it comes in base64, as HTTP API sends it", async () => {
    const body = Buffer.from("story=%E8%B7%AF").toString("base64");
    expect(await post({ body, base64: true })).toEqual({ status: 200, form: { story: "路" } });
  });

  test("with broken escapes or bytes that are no UTF-8 is refused", async () => {
    expect(await post({ body: "story=%E8%B7" })).toEqual({ status: 400, form: undefined });
    expect(await post({ body: "story=%zz" })).toEqual({ status: 400, form: undefined });
  });

  test("cannot reach the prototype of the fields", async () => {
    const { form } = await post({ body: "__proto__=x&constructor=y" });
    expect(Object.getPrototypeOf(form ?? {})).toBe(Object.prototype);
    expect(Object.keys(form ?? {})).toEqual(["__proto__", "constructor"]);
  });

  test("of 100,000 Chinese characters is still read, so that the page can name the field; far beyond, it is refused", async () => {
    expect((await post({ body: `story=${encodeURIComponent("字".repeat(100_000))}` })).status).toBe(200);
    expect((await post({ body: `story=${"x".repeat(1_000_000)}` })).status).toBe(413);
  });

  test.each([true, false])(
    "is refused by its size where a code is asked, before it is decoded (base64: %s)",
    async (base64) => {
      const { asked, send } = door();
      const status = async (length: number) => {
        const plain = `code=${"%".repeat(length - "code=".length)}`;
        const body = base64 ? Buffer.from(plain).toString("base64") : plain;
        return (await send("POST", "/code", { headers: own, body, base64 })).statusCode;
      };
      expect(await status(8192)).toBe(400);
      expect(await status(8193)).toBe(413);
      expect(await status(1_000_000)).toBe(413);
      expect(asked).toEqual([]);
    },
  );

  test("of more fields than any form has is refused", async () => {
    expect((await post({ body: "a=1&".repeat(99) })).status).toBe(200);
    expect(await post({ body: "a=1&".repeat(101) })).toEqual({ status: 400, form: undefined });
  });

  test("that heaps marks on a letter is read as it came, so that its field can be named, and takes no longer", async () => {
    const heap = `a${"\u0315".repeat(5000)}${"\u0316".repeat(5000)}`;
    expect((await post({ body: `story=${encodeURIComponent(heap)}` })).form).toEqual({ story: heap });
  });

  test.each([
    ["heaped marks", (n: number) => `code=a${"%CC%95".repeat(n / 12)}${"%CC%96".repeat(n / 12)}`],
    ["fields", (n: number) => "&".repeat(n)],
    ["names", (n: number) => "=&a".repeat(n / 3)],
    ["broken escapes", (n: number) => `a=${"%".repeat(n)}`],
  ])("of the largest size takes time in proportion to it: %s", (_what, body) => {
    expectLinear(
      (sent) => {
        const raw = rawForm({ headers: own, body: sent, isBase64Encoded: false }, formBytes.story);
        return "problem" in raw ? raw : [raw.field("code"), raw.read()];
      },
      body,
      formBytes.story,
    );
  });

  test("of another type is refused", async () => {
    const headers = { ...own, "content-type": "text/plain" };
    expect(await post({ headers, body: "story=x" })).toEqual({ status: 415, form: undefined });
  });
});

describe("what is asked before a form is decoded", () => {
  logLines();
  const post = async (body: string) => {
    const fields: (string | undefined)[] = [];
    const { asked, send } = door({
      routes: {
        "POST /code": {
          most: formBytes.code,
          first: (_asked, field) => {
            fields.push(field("token"));
            return Promise.resolve(field("token") === "known" ? undefined : { status: 404, html: "no" });
          },
          answer: (request) => Promise.resolve({ status: 200, html: JSON.stringify(request.form) }),
        },
      },
    });
    const { statusCode, body: html } = await send("POST", "/code", { headers: own, body });
    return { asked, fields, statusCode, html };
  };

  test("sees one field, and lets the form be read", async () => {
    expect(await post("a=%E5%AD%97&token=known")).toMatchObject({
      fields: ["known"],
      statusCode: 200,
      html: '{"a":"字","token":"known"}',
    });
  });

  test("answers instead, though the form could not be read", async () => {
    expect(await post("token=other&story=%zz")).toMatchObject({ fields: ["other"], statusCode: 404, html: "no" });
    expect(await post("token=known&story=%zz")).toMatchObject({ fields: ["known"], statusCode: 400 });
  });

  test("sees of a field sent twice the last, as the form does, and nothing of what is broken or no short text", async () => {
    expect((await post("token=a&token=known")).fields).toEqual(["known"]);
    expect((await post("token=%zz")).fields).toEqual([undefined]);
    expect((await post(`token=${"a".repeat(257)}`)).fields).toEqual([undefined]);
    expect((await post("atoken=a&tokens=a")).fields).toEqual([undefined]);
  });
});

describe("a request that is too large before its form", () => {
  const log = logLines();

  test.each<[string, Sent, number, string?]>([
    ["a long path", {}, 414, `/${"a".repeat(4097)}`],
    ["a long query", { query: "a=".repeat(2049) }, 414],
    ["a long header", { headers: { "x-a": "a".repeat(10_241) } }, 431],
    ["many headers", { headers: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`x-${i}`, ""])) }, 431],
    ["many cookies", { cookies: Array.from({ length: 51 }, (_, i) => `a${i}=`) }, 431],
    ["long cookies", { cookies: ["a=".repeat(5121)] }, 431],
  ])("is refused, and nothing of it is looked at: %s", async (_what, sent, expected, path = "/") => {
    const { asked, send } = door();
    expect(await send("GET", path, sent)).toMatchObject({
      statusCode: expected,
      headers: { "x-content-type-options": "nosniff" },
    });
    expect(asked).toEqual([]);
    expect(log.text()).not.toContain("UnexpectedError");
  });

  test("is answered when it is just short enough", async () => {
    const { send } = door();
    expect(await send("GET", "/", { query: "a".repeat(4095), headers: { "x-a": "a".repeat(10_000) } })).toMatchObject({
      statusCode: 200,
    });
  });
});

describe("an event that is no request", () => {
  const log = logLines();

  test.each([
    ["nothing", undefined],
    ["a schedule", { source: "aws.events", detail: {} }],
    ["the older payload", { httpMethod: "GET", path: "/", headers: {}, requestContext: {} }],
    ["a body that is no text", { ...event("POST", "/petition"), body: 7 }],
  ])(
    "rings, since the function is wired wrongly, and is answered like anything that fails: %s",
    async (_what, given) => {
      const handler = route({
        baseUrl,
        hsts: "",
        edgeProof: "",
        routes: {},
        onError: (problem) => Promise.resolve(problem),
      });
      expect(await handler(given, context)).toMatchObject({
        statusCode: 500,
        body: "unexpected",
        headers: { "x-content-type-options": "nosniff" },
      });
      expect(log.text()).toContain('"UnexpectedError":1');
    },
  );
});

describe("a post", () => {
  logLines();
  const status = async (headers: Record<string, string>) => {
    const type = { "content-type": own["content-type"] };
    return (await door().send("POST", "/petition", { headers: { ...type, ...headers }, body: "a=1" })).statusCode;
  };

  test.each([
    ["our own page", { origin: baseUrl, "sec-fetch-site": "same-origin" }, 200],
    ["our own page with no referrer", { origin: "null", "sec-fetch-site": "same-origin" }, 200],
    ["our own page in an old browser", { origin: baseUrl }, 200],
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 403],
    ["another site in an old browser", { origin: "https://evil.example" }, 403],
    ["another site that hides its origin", { origin: "null", "sec-fetch-site": "cross-site" }, 403],
    ["a neighbour under the same domain", { origin: "https://x.example.gov.cn", "sec-fetch-site": "same-site" }, 403],
    ["our host over plain http", { origin: "http://petition.example.gov.cn" }, 403],
    ["nowhere", {}, 403],
    ["a frame without an origin in an old browser", { origin: "null" }, 403],
  ])("from %s", async (_who, headers, expected) => {
    expect(await status(headers)).toBe(expected);
  });
});

describe("a reply", () => {
  logLines();
  const headersOf = async (change: Partial<Door> = {}) => (await door(change).send("GET", "/")).headers ?? {};

  test("carries a policy that allows nothing inline and nothing from elsewhere", async () => {
    const { asked, send } = door();
    const { headers } = await send("GET", "/");
    expect(headers?.["content-security-policy"]).toBe(
      `default-src 'none'; style-src 'self'; script-src 'self' 'nonce-${asked[0]?.nonce}'; img-src 'self' data:; ` +
        "form-action 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    });
  });

  test("lets no page use the device", async () => {
    const permitted = (await headersOf())["permissions-policy"];
    for (const feature of ["camera", "geolocation", "microphone", "payment", "usb"])
      expect(permitted).toContain(`${feature}=()`);
  });

  test("has a new nonce each time", async () => {
    expect((await headersOf())["content-security-policy"]).not.toBe((await headersOf())["content-security-policy"]);
  });

  test("promises https only where it is served over https", async () => {
    expect(await headersOf({ baseUrl: "http://localhost:8080", hsts: "" })).not.toHaveProperty(
      "strict-transport-security",
    );
  });

  test("to a refusal carries the same headers", async () => {
    const { headers } = await door().send("GET", "/nowhere");
    expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  });

  test("to a refused form may be kept by the browser, which comes back to it with a page of its own otherwise", async () => {
    const asked = { headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" } };
    const { statusCode, headers } = await door().send("POST", "/petition", asked);
    expect(statusCode).toBe(403);
    expect(headers).toMatchObject({ "cache-control": "private, no-cache", "x-content-type-options": "nosniff" });
  });

  test("may set its own headers and cookies", async () => {
    const asset = (): Promise<Reply> =>
      Promise.resolve({
        status: 200,
        body: "a{}",
        type: "text/css; charset=utf-8",
        headers: { "cache-control": "public, max-age=31536000, immutable" },
        cookies: ["lang=en; Path=/"],
      });
    expect(await door({ routes: { "GET /": asset } }).send("GET", "/")).toMatchObject({
      body: "a{}",
      cookies: ["lang=en; Path=/"],
      headers: {
        "content-type": "text/css; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
      },
    });
  });

  const long = "<p>回音</p>".repeat(200);
  const longPage = { routes: { "GET /": () => Promise.resolve({ status: 200, html: long }) } } satisfies Partial<Door>;

  test.each(["gzip", "br, gzip;q=0.8", "br,\tgzip ; q=0.001", "deflate, GZIP", "gzip;q=1", "*"])(
    "is packed for a reader that accepts %s",
    async (accept) => {
      const reply = await door(longPage).send("GET", "/", { headers: { "accept-encoding": accept } });
      expect(reply).toMatchObject({ isBase64Encoded: true, headers: { "content-encoding": "gzip" } });
      expect(gunzipSync(Buffer.from(reply.body ?? "", "base64")).toString()).toBe(long);
    },
  );

  test.each([
    ["a long weight", (n: number) => `gzip;q=0.${"1".repeat(n)}\u2028`],
    ["many codings", (n: number) => "gzip;q=0,".repeat(n / 9)],
    ["many parameters", (n: number) => `gzip${";q=0".repeat(n / 4)}`],
    ["blanks", (n: number) => `gzip${" ".repeat(n)}x`],
  ])("looks at what a reader accepts in time in proportion to it: %s", (_what, accept) => {
    const plain: Reply = { status: 200, html: "" };
    expectLinear((header) => proxyResult(plain, {}, { method: "GET", headers: { "accept-encoding": header } }), accept);
  });

  test.each(["", "br", "gzip;q=0", "gzip;q=0.000", "gzip;q=x", "xgzip", "gzipx", "identity"])(
    "is plain for a reader that accepts only %j",
    async (accept) => {
      const reply = await door(longPage).send("GET", "/", { headers: { "accept-encoding": accept } });
      expect(reply.headers).not.toHaveProperty("content-encoding");
      expect(reply.body).toBe(long);
    },
  );

  test("of a few bytes is never packed; of bytes goes out as they are", async () => {
    const icon = new Uint8Array(3000).fill(7);
    const image = { routes: { "GET /": () => Promise.resolve({ status: 200, body: icon, type: "image/png" }) } };
    const accept = { headers: { "accept-encoding": "gzip" } };
    expect(await door().send("GET", "/", accept)).toMatchObject({ body: "<p>here</p>" });
    const reply = await door(image).send("GET", "/", accept);
    expect(reply.headers).not.toHaveProperty("content-encoding");
    expect(new Uint8Array(Buffer.from(reply.body ?? "", "base64"))).toEqual(icon);
  });

  test("that was packed before leaves as it is, and is unpacked for a reader who cannot", async () => {
    const gzip = gzipSync(long);
    const style = { routes: { "GET /": () => Promise.resolve({ status: 200, gzip, type: "text/css" }) } };
    const packed = await door(style).send("GET", "/", { headers: { "accept-encoding": "gzip" } });
    expect(packed).toMatchObject({ headers: { "content-encoding": "gzip", vary: "accept-encoding" } });
    expect(packed.body).toBe(gzip.toString("base64"));
    const plain = await door(style).send("GET", "/");
    expect(plain.headers).not.toHaveProperty("content-encoding");
    expect(Buffer.from(plain.body ?? "", "base64").toString()).toBe(long);
  });
});
