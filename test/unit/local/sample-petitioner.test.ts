import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { samplePetitioner } from "../../../local/sample-petitioner.ts";

const asked: { at: string | undefined; headers: NodeJS.Dict<string | string[]>; form: Record<string, string> }[] = [];
let server: Server;
let baseUrl = "";

beforeAll(async () => {
  server = createServer((request, answer) => {
    void text(request).then((typed) => {
      asked.push({ at: request.url, headers: request.headers, form: Object.fromEntries(new URLSearchParams(typed)) });
      answer.statusCode = request.url === "/gone" ? 410 : 200;
      answer.end(`<input name="saw" value="7"> ${request.url}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port");
  baseUrl = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());
beforeEach(() => asked.splice(0));

const filed = [{ phone: "13800001234", number: "〔2026〕1号", code: "7KQM" }];
const petitioner = () => samplePetitioner("asked.yaml", "13800001234", { baseUrl }, filed);

it("sends an act with the key and the whole number, on what the page has told that offers it", async () => {
  expect(await petitioner().act({ command: "agree" }, "/decide", "/status")).toContain("/decide/act");
  const key = { code: "7KQM", phoneTail: "13800001234" };
  expect(asked.map(({ at, form }) => ({ at, form }))).toEqual([
    { at: "/status", form: key },
    { at: "/decide/act", form: { ...key, command: "agree", saw: "7", wholePhone: "13800001234" } },
  ]);
});

it("comes as a page of ours does, and takes no cookies", async () => {
  await petitioner().send("/mine");
  expect(asked[0]?.headers).toMatchObject({ origin: baseUrl, "sec-fetch-site": "same-origin" });
  expect(asked[0]?.headers).not.toHaveProperty("cookie");
});

it("says what was refused, and on which petition, and who has filed none", async () => {
  await expect(petitioner().send("/gone")).rejects.toThrow("/gone on 〔2026〕1号 was answered with 410");
  expect(() => samplePetitioner("asked.yaml", "13900000000", { baseUrl }, filed)).toThrow(
    "asked.yaml: nobody with 13900000000 has filed",
  );
});
