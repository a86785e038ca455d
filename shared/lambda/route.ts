import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { logger } from "./log.ts";
import { bareError, type LambdaHandler, observed, reportFailure } from "./observed.ts";
import { isOwnOrigin } from "./own-origin.ts";
import { proxyResult, type ReferrerPolicy, type Reply, usualHeaders } from "./reply.ts";
import { type AnyRequest, askedOf, formOf, HttpEvent, type Request } from "./request.ts";

/** Why a request got none of the door's own pages, and the status that says so. */
export const problems = {
  unreadable: 400,
  foreign: 403,
  notFound: 404,
  wrongMethod: 405,
  tooLarge: 413,
  wrongType: 415,
  unexpected: 500,
} as const;
export type DoorProblem = keyof typeof problems;

/** A method and a path, such as `GET /assets/{version}/{file}`. */
export type RouteKey = `${"GET" | "POST"} /${string}`;

export type Door = {
  /** The public address: the only origin that may post, and the only place where host and scheme come from. */
  baseUrl: string;
  /** How long browsers keep to https, as `Strict-Transport-Security` says it; "" where the address is http. */
  hsts: string;
  routes: Record<RouteKey, (request: Request) => Promise<Reply>>;
  /** The page for what no route answers. It must not fail. */
  onError: (problem: DoorProblem, asked: AnyRequest) => string;
  /** `same-origin` lets browsers without `Sec-Fetch-Site` post; pages whose address holds a secret keep the default. */
  referrerPolicy?: ReferrerPolicy;
};

/**
 * The pages of one door. Reads the request, refuses posts from elsewhere, answers HEAD as GET without its body, and
 * gives every reply its security headers. An unexpected error is logged and counted under the reference that its
 * page shows.
 */
export const route = ({
  baseUrl,
  hsts,
  routes,
  onError,
  referrerPolicy = "no-referrer",
}: Door): LambdaHandler<unknown, APIGatewayProxyStructuredResultV2> => {
  const table = Object.entries(routes).map(([key, run]) => ({ ...parseKey(key), key, run }));

  return observed(async (raw) => {
    const event = HttpEvent.parse(raw);
    const asked = askedOf(event);
    logger.appendKeys({ reference: asked.reference });

    const problem = (name: DoorProblem, headers?: Record<string, string>): Reply => ({
      status: problems[name],
      html: onError(name, asked),
      ...(headers && { headers }),
    });
    const answer = (): Reply | Promise<Reply> => {
      const here = table.flatMap((entry) => {
        const params = paramsOf(entry.parts, asked.path);
        return params ? [{ ...entry, params }] : [];
      });
      const method = asked.method === "HEAD" ? "GET" : asked.method;
      const found = here.find((entry) => entry.method === method);
      if (here.length === 0) return problem("notFound");
      if (!found) return problem("wrongMethod", { allow: here.map((entry) => entry.method).join(", ") });
      logger.appendKeys({ route: found.key });
      if (method === "GET") return found.run({ ...asked, params: found.params, form: {} });
      if (!isOwnOrigin(asked.headers, baseUrl)) return problem("foreign");
      const read = formOf(event);
      return "problem" in read ? problem(read.problem) : found.run({ ...asked, params: found.params, form: read.form });
    };

    let reply: Reply;
    try {
      reply = await answer();
    } catch (thrown) {
      reportFailure("Page failed", bareError(thrown));
      reply = problem("unexpected");
    }
    logger.info("Answered", { status: reply.status });
    return proxyResult(reply, usualHeaders(asked.nonce, { hsts, referrerPolicy }), asked);
  });
};

const parseKey = (key: string) => {
  const [method = "", path = ""] = key.split(" ");
  return { method, parts: path.split("/") };
};

/** The named parts of a path that fits, or `undefined`. */
const paramsOf = (parts: string[], path: string): Record<string, string> | undefined => {
  const given = path.split("/");
  const params: Record<string, string> = {};
  if (given.length !== parts.length) return undefined;
  for (const [i, part] of parts.entries()) {
    const value = given[i] ?? "";
    if (part.startsWith("{")) params[part.slice(1, -1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
};
