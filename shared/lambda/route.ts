import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { rawForm } from "./form.ts";
import { tooMuchOf } from "./head-limits.ts";
import { HttpEvent } from "./http-event.ts";
import { logger } from "./log.ts";
import { bareError, type LambdaHandler, observed, reportFailure } from "./observed.ts";
import { isByEdge } from "./own-edge.ts";
import { isOwnOrigin } from "./own-origin.ts";
import { keptByBrowser, proxyResult, type ReferrerPolicy, type Reply, usualHeaders } from "./reply.ts";
import { type AnyRequest, askedOf, type Request } from "./request.ts";

/** Why a request got none of the door's own pages, and the status that says so. */
export const problems = {
  unreadable: 400,
  foreign: 403,
  notFound: 404,
  wrongMethod: 405,
  tooLarge: 413,
  addressTooLong: 414,
  wrongType: 415,
  headersTooLarge: 431,
  unexpected: 500,
} as const;
export type DoorProblem = keyof typeof problems;

/** The work behind one address. */
type Answering = (request: Request) => Promise<Reply>;

/** How a POST is answered. */
export type PostRoute = {
  /** The most bytes of its form that are read: one of `formBytes`. */
  most: number;
  /**
   * Asked before the form is decoded. `field` gives one short field of it; a reply given here is the answer, and the
   * rest of the form is never read.
   */
  first?: (asked: AnyRequest, field: (name: string) => string | undefined) => Promise<Reply | undefined>;
  answer: Answering;
};

/** What a door answers, by method and path. */
export type Routes = { [get: `GET /${string}`]: Answering; [post: `POST /${string}`]: PostRoute };

export type Door = {
  /** The public address: the only origin that may post, and the only place where host and scheme come from. */
  baseUrl: string;
  /** How long browsers keep to https, as `Strict-Transport-Security` says it; "" where the address is http. */
  hsts: string;
  /** What our own edge proves itself by: only what comes through it is answered. Everybody is where it is "". */
  edgeProof: string;
  routes: Routes;
  /** Routes that other doors answer: of these it says which methods they take, and where they stand. */
  elsewhere?: readonly string[];
  /** The page for what no route answers. It must not fail. */
  onError: (problem: DoorProblem, asked: AnyRequest) => Promise<string>;
  /** `same-origin` lets browsers without `Sec-Fetch-Site` post; pages whose address holds a secret keep the default. */
  referrerPolicy?: ReferrerPolicy;
  /** An origin besides our own to which its forms may be sent. */
  formsTo?: string;
};

/**
 * The pages of one door. Reads the request, refuses what is too large and posts from elsewhere, answers HEAD as GET
 * without its body, leads from an address with slashes at its end to the one without, and gives every reply its security headers. An unexpected error is logged and counted under the
 * reference that its page shows.
 */
export const route = ({
  baseUrl,
  hsts,
  edgeProof,
  routes,
  elsewhere = [],
  onError,
  referrerPolicy = "no-referrer",
  formsTo = "",
}: Door): LambdaHandler<unknown, APIGatewayProxyStructuredResultV2> => {
  const table = Object.entries(routes).map(([key, run]) => ({ ...parseKey(key), key, run }));
  const others = elsewhere.map(parseKey);

  const refusal = async (name: DoorProblem, asked: AnyRequest, headers?: Record<string, string>): Promise<Reply> => ({
    status: problems[name],
    html: await onError(name, asked),
    headers: { ...headers, ...(asked.method === "POST" && keptByBrowser) },
  });

  const posted = async (event: HttpEvent, request: Request, { most, first, answer }: PostRoute): Promise<Reply> => {
    if (!isOwnOrigin(request.headers, baseUrl)) return refusal("foreign", request);
    const raw = rawForm(event, most);
    if ("problem" in raw) return refusal(raw.problem, request);
    const known = await first?.(request, raw.field);
    if (known !== undefined) return known;
    const read = raw.read();
    return "problem" in read ? refusal(read.problem, request) : answer({ ...request, form: read.form });
  };

  const answer = (event: HttpEvent, asked: AnyRequest): Reply | Promise<Reply> => {
    if (edgeProof !== "" && !isByEdge(asked.headers, edgeProof)) return refusal("foreign", asked);
    const here = table.flatMap((entry) => {
      const params = paramsOf(entry.parts, asked.path);
      return params ? [{ ...entry, params }] : [];
    });
    const method = asked.method === "HEAD" ? "GET" : asked.method;
    const found = here.find((entry) => entry.method === method);
    const known = [...here, ...others.filter(({ parts }) => paramsOf(parts, asked.path))];
    if (known.length === 0) return refusal("notFound", asked);
    if (event.rawPath !== asked.path) return movedTo(baseUrl, asked);
    if (!found) return refusal("wrongMethod", asked, { allow: allowed(known) });
    logger.appendKeys({ route: found.key });
    const request = { ...asked, params: found.params, form: {} };
    return typeof found.run === "function" ? found.run(request) : posted(event, request, found.run);
  };

  const sent = (reply: Reply, asked: AnyRequest): APIGatewayProxyStructuredResultV2 => {
    logger.info("Answered", { status: reply.status });
    return proxyResult(reply, usualHeaders(asked.nonce, { hsts, referrerPolicy, formsTo }), asked);
  };

  return observed(async (raw) => {
    const event = HttpEvent.safeParse(raw);
    const tooMuch = event.success ? tooMuchOf(event.data) : undefined;
    const asked = askedOf(event.success && tooMuch === undefined ? event.data : nothingAsked, edgeProof);
    logger.appendKeys({ reference: asked.reference });
    if (!event.success) {
      // HTTP API sends nothing else, so whoever calls the function is not wired as it should be.
      reportFailure("Not a request of an HTTP API", bareError(event.error));
      return sent(await refusal("unexpected", asked), asked);
    }
    if (tooMuch !== undefined) return sent(await refusal(tooMuchIs[tooMuch], asked), asked);
    try {
      return sent(await answer(event.data, asked), asked);
    } catch (thrown) {
      reportFailure("Page failed", bareError(thrown));
      return sent(await refusal("unexpected", asked), asked);
    }
  });
};

/** The methods that an address takes, as the header `allow` lists them. */
const allowed = (known: readonly { method: string }[]): string =>
  [...new Set(known.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])))].join(", ");

/** To the address as we write it: what was sent goes along. Nothing of the request decides to which host. */
const movedTo = (baseUrl: string, { path, query }: AnyRequest): Reply => {
  const address = path.split("/").map(encodeURIComponent).join("/");
  const search = new URLSearchParams(query).toString();
  const location = `${new URL(baseUrl).origin}${address}${search === "" ? "" : `?${search}`}`;
  return { status: 308, headers: { location }, body: "", type: "text/plain; charset=utf-8" };
};

const tooMuchIs = { address: "addressTooLong", headers: "headersTooLarge" } as const;

/** Stands for a request of which nothing was read. */
const nothingAsked: HttpEvent = {
  rawPath: "/",
  rawQueryString: "",
  headers: {},
  isBase64Encoded: false,
  requestContext: { http: { method: "GET", sourceIp: "" } },
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
