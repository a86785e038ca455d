import { mkdtemp, rm } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mailbox, startMailbox } from "../../../local/mailbox.ts";
import { freePort } from "../../../local/port.ts";

let [mailbox, port, directory]: [Mailbox | undefined, number, string] = [undefined, 0, ""];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "huiyin-mail-"));
  port = await freePort();
  mailbox = await startMailbox({ smtpPort: await freePort(), webPort: port, directory });
}, 60_000);
afterAll(async () => {
  await mailbox?.stop();
  await rm(directory, { recursive: true });
});

const ask = async (path: string, headers: Record<string, string>, method = "GET") => {
  const asked = request({ host: "127.0.0.1", port, path, method, headers: { host: `localhost:${port}`, ...headers } });
  asked.end();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once("response", resolve).once("error", reject);
  });
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
};

/** What the door of the mailbox does with a request to speak by WebSocket. */
const upgrade = (headers: Record<string, string>): Promise<string> => {
  const asked = request({
    host: "127.0.0.1",
    port,
    path: "/socket.io/?EIO=4&transport=websocket",
    headers: {
      host: `localhost:${port}`,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
    },
  });
  asked.end();
  return new Promise((resolve) => {
    asked.once("upgrade", (_, socket) => {
      socket.destroy();
      resolve("let in");
    });
    asked.once("response", () => resolve("answered"));
    asked.once("error", () => resolve("cut off"));
  });
};

describe("the local mailbox", () => {
  test.each([
    ["a program", {}],
    ["its own page", { origin: "ORIGIN", "sec-fetch-site": "same-origin" }],
    ["an address typed in", { "sec-fetch-site": "none", "sec-fetch-dest": "document" }],
  ])("shows mails to %s", async (_, headers) => {
    const own = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value === "ORIGIN" ? `http://localhost:${port}` : value]),
    );
    expect(await ask("/api/email", own)).toMatchObject({ status: 200, body: "[]" });
  });

  test("opens when a link to it is followed from elsewhere", async () => {
    const followed = { "sec-fetch-site": "cross-site", "sec-fetch-dest": "document" };
    expect(await ask("/", followed)).toMatchObject({ status: 200 });
  });

  test.each([
    ["a page of another site", { origin: "http://elsewhere.example", "sec-fetch-site": "cross-site" }],
    ["a page of another site in a browser that says no more", { origin: "http://elsewhere.example" }],
    ["a page of no origin", { origin: "null" }],
    ["the page of another port", { origin: "http://localhost:1", "sec-fetch-site": "same-site" }],
    ["a picture of another site", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" }],
    ["a frame of another site", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "iframe" }],
    ["a name that was made to point here", { host: "elsewhere.example:1080" }],
    ["a name with our port", { host: "elsewhere.example" }],
  ])("shows none to %s, and deletes none for it", async (_, headers) => {
    for (const method of ["GET", "DELETE", "OPTIONS"]) {
      const reply = await ask("/api/email", headers, method);
      expect(reply).toMatchObject({ status: 403 });
      expect(reply.headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  test("tells no foreign page of mail that comes in", async () => {
    expect(await upgrade({ origin: `http://localhost:${port}` })).toBe("let in");
    expect(await upgrade({ origin: "http://elsewhere.example" })).toBe("cut off");
    expect(await upgrade({ host: "elsewhere.example" })).toBe("cut off");
  });
});
