import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { emulatedAt } from "#case/store/file-store.ts";
import { isOwnOrigin } from "#lambda/own-origin.ts";
import { Obstacle } from "./obstacle.ts";
import { isForThisMachine } from "./own-visitor.ts";
import { readPeriod } from "./period.ts";

export type ProxyOptions = {
  port: number;
  /** The address that people type: `http://localhost:8080`. */
  baseUrl: string;
  /** The emulated HTTP API, without a slash at the end. */
  api: string;
  /** Moves the district's time by milliseconds and lets every clock ring that is due then. */
  advance: (ms: number) => Promise<void>;
};

export type DistrictDoor = { stop: () => Promise<void> };

/** A path of this district, so that nobody is sent elsewhere. */
const ownPath = /^\/(?![/\\])[^\s\\]*$/;

/**
 * Puts the emulated HTTP API at an address without its id in it, on loopback, the emulated S3 below it, and adds the one
 * thing that only a demo has: `POST /_demo/advance` with the fields `by` (`8d`, `36h`, `90m`) and `back` (a path to return to).
 */
export const startProxy = async ({ port, baseUrl, api, advance }: ProxyOptions): Promise<DistrictDoor> => {
  const moveClock = async (asked: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(asked));
    const ms = readPeriod(form.get("by") ?? "");
    const back = form.get("back") ?? "/";
    if (!isOwnOrigin(singleHeaders(asked), baseUrl) || ms === undefined || !ownPath.test(back)) {
      reply.writeHead(400).end("by: 8d, 36h or 90m; back: a path of this site\n");
      return;
    }
    await advance(ms);
    reply.writeHead(303, { location: back }).end();
  };

  /** Photos and PDFs go to the emulated S3, which answers programs only: of what a browser says it hears what they are. */
  const toStore = (url: string): { to: string; says: (headers: IncomingHttpHeaders) => IncomingHttpHeaders } => ({
    to: `${new URL(api).origin}${url.slice(emulatedAt.length)}`,
    says: ({ "content-type": type, "content-length": length }) => ({
      ...(type !== undefined && { "content-type": type }),
      ...(length !== undefined && { "content-length": length }),
    }),
  });

  const forward = async (asked: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const { url = "/" } = asked;
    const toApi = { to: `${api}${url}`, says: (headers: IncomingHttpHeaders) => headers };
    const { to, says } = url.startsWith(`${emulatedAt}/`) ? toStore(url) : toApi;
    const onward = request(to, {
      method: asked.method ?? "GET",
      headers: { ...says(asked.headers), host: new URL(api).host },
      agent: false,
    });
    const sent = pipeline(asked, onward);
    const [answer] = await Promise.all([answerTo(onward), sent]);
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    await pipeline(answer, reply);
  };

  const server = createServer((asked, reply) => {
    if (!isForThisMachine(asked, port)) {
      reply.writeHead(421).end(`This district is at ${baseUrl}.\n`);
      return;
    }
    const demo = asked.method === "POST" && asked.url === "/_demo/advance";
    (demo ? moveClock : forward)(asked, reply).catch((error: unknown) => {
      const [status, words] = error instanceof Obstacle ? [409, error.message] : [502, String(error)];
      if (reply.headersSent) reply.destroy();
      else reply.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${words}\n`);
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const answerTo = (onward: ReturnType<typeof request>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    onward.once("response", resolve).once("error", reject);
  });

const singleHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
