import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Door, route } from "#lambda/route.ts";
import { type MemoryFiles, storeAt } from "../support/memory-files.ts";
import { context } from "../unit/lambda/context.ts";

type Served = {
  /** The routes that were asked for. */
  asked: ReadonlySet<string>;
  stop: () => Promise<void>;
};

/** The parts of a form that a browser sends with a file, by their names, and the file. */
const sentWith = async (type: string, body: Buffer) => {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const fields: Record<string, string> = {};
  let file = new Uint8Array();
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value;
    else file = new Uint8Array(await value.arrayBuffer());
  }
  return { fields, file };
};

/** The store of files as browsers find it: it takes what it has given a form for, and gives what it has given a link to. */
const storeOf =
  ({ post, kept }: MemoryFiles) =>
  async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    if (request.method === "POST") {
      const { fields, file } = await sentWith(request.headers["content-type"] ?? "", await buffer(request));
      const answer = await post(fields, file);
      if (answer.status === 303) reply.writeHead(303, { location: answer.location }).end();
      else reply.writeHead(answer.status, { "content-type": "application/xml" }).end(`<Code>${answer.code}</Code>`);
      return;
    }
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const found = kept.get(pathname.slice(`${storeAt}/files/`.length));
    if (found === undefined) reply.writeHead(404).end();
    else reply.writeHead(200, { "content-type": found.type }).end(found.content);
  };

/** Doors on a port of this machine, as HTTP API would stand before them; what none of them takes comes to the first. */
export const serveDoors = async (port: number, doors: readonly Door[], files?: MemoryFiles): Promise<Served> => {
  const asked = new Set<string>();
  /** Of two routes that take an address the one without a place for anything else wins, as at HTTP API. */
  const answeredBy = (method: string, path: string): Door | undefined => {
    const fitting = doors.flatMap((door) =>
      Object.keys(door.routes)
        .filter((key) => {
          const [takes, form = ""] = key.split(" ");
          return takes === method && new RegExp(`^${form.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
        })
        .map((key) => ({ key, door })),
    );
    const found = fitting.find(({ key }) => !key.includes("{")) ?? fitting[0];
    if (found !== undefined) asked.add(found.key);
    return found?.door ?? doors[0];
  };

  const server = createServer({ maxHeaderSize: 65_536 }, (request, reply) => {
    const answer = async (): Promise<void> => {
      const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
      const method = request.method ?? "GET";
      const door = answeredBy(method, pathname);
      if (door === undefined) throw new Error("No door is served");
      const { cookie = "", ...others } = request.headers;
      const result = await route(door)(
        {
          rawPath: pathname,
          rawQueryString: search.slice(1),
          headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
          cookies: cookie === "" ? [] : cookie.split(/; */),
          body: (await buffer(request)).toString("base64"),
          isBase64Encoded: true,
          requestContext: { http: { method, sourceIp: "127.0.0.1" } },
        },
        context,
      );
      reply.writeHead(result.statusCode ?? 500, {
        ...Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)])),
        ...(result.cookies && { "set-cookie": result.cookies }),
      });
      reply.end(Buffer.from(result.body ?? "", result.isBase64Encoded === true ? "base64" : "utf8"));
    };
    const isStores = files !== undefined && (request.url ?? "").startsWith(storeAt);
    (isStores ? storeOf(files)(request, reply) : answer()).catch((error: unknown) =>
      reply.writeHead(500).end(String(error)),
    );
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
