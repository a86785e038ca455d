import { gunzipSync, gzipSync } from "node:zlib";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** What a page answers: HTML, or a body with its own type, packed already or not. Headers given here (in lower case) win over the usual ones. */
export type Reply = {
  status: number;
  headers?: Record<string, string>;
  /** Whole `Set-Cookie` values. */
  cookies?: string[];
} & ({ html: string } | { body: string | Uint8Array; type: string } | { gzip: Uint8Array; type: string });

/** Has the browser ask for another page of ours, by a path, after what was sent: nothing is sent again by going back. */
export const seeOther = (location: string, cookies: readonly string[] = []): Reply => ({
  status: 303,
  headers: { location },
  cookies: [...cookies],
  body: "",
  type: "text/plain; charset=utf-8",
});

/** Has the browser ask or send the same, with its form, at another address of ours. */
export const sameAt = (location: string): Reply => ({ ...seeOther(location), status: 307 });

/**
 * For what a form is answered with that holds nothing of anybody, such as that it cannot be read: the browser may keep it
 * for itself. One that may not has a page of its own to show when somebody comes back to the answer of a form.
 */
export const keptByBrowser = { "cache-control": "private, no-cache" } as const;

/** How much a page may tell others of where its reader came from. */
export type ReferrerPolicy = "no-referrer" | "same-origin";

/** Smaller bodies gain nothing. */
const worthPacking = 1024;
const packable = /^(text\/|image\/svg|application\/(json|javascript|manifest))/;

/** What a browser could let a page do, and ours have no use for. */
const nothingPermitted = ["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"]
  .concat([
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
  ])
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * The headers of every reply: nothing inline, nothing from elsewhere, in no frame, in no cache, no use of the device.
 * @param formsTo an origin besides our own to which forms may be sent
 */
export const usualHeaders = (
  nonce: string,
  { hsts, referrerPolicy, formsTo = "" }: { hsts: string; referrerPolicy: ReferrerPolicy; formsTo?: string },
): Record<string, string> => ({
  "cache-control": "no-store",
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `form-action 'self'${formsTo === "" ? "" : ` ${formsTo}`}`,
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": nothingPermitted,
  "referrer-policy": referrerPolicy,
  "x-content-type-options": "nosniff",
  ...(hsts !== "" && { "strict-transport-security": hsts }),
});

/** What a reply sends: the bytes as they leave, and whether those are packed. */
const bodyOf = (reply: Reply, unpacks: boolean): { type: string; bytes: Uint8Array; packed: boolean } => {
  if ("gzip" in reply) {
    return { type: reply.type, bytes: unpacks ? reply.gzip : gunzipSync(reply.gzip), packed: unpacks };
  }
  const { body, type } = "html" in reply ? { body: reply.html, type: "text/html; charset=utf-8" } : reply;
  const bytes = Buffer.from(body);
  const packed = unpacks && packable.test(type) && bytes.length > worthPacking;
  return { type, bytes: packed ? gzipSync(bytes) : bytes, packed };
};

/** Whether HTTP API can take the body as text. */
const isText = (reply: Reply): boolean => "html" in reply || ("body" in reply && typeof reply.body === "string");

/** The reply as HTTP API takes it: packed when the reader can unpack it, without a body for HEAD. */
export const proxyResult = (
  reply: Reply,
  headers: Record<string, string>,
  asked: { method: string; headers: Record<string, string> },
): APIGatewayProxyStructuredResultV2 => {
  const { type, bytes, packed } = bodyOf(reply, accepts(asked.headers["accept-encoding"]));
  const asText = isText(reply) && !packed;
  return {
    statusCode: reply.status,
    headers: {
      ...headers,
      "content-type": type,
      ...(packable.test(type) && { vary: "accept-encoding" }),
      ...(packed && { "content-encoding": "gzip" }),
      ...reply.headers,
    },
    ...(reply.cookies && { cookies: reply.cookies }),
    ...(asked.method === "HEAD"
      ? {}
      : asText
        ? { body: Buffer.from(bytes).toString() }
        : { body: Buffer.from(bytes).toString("base64"), isBase64Encoded: true }),
  };
};

/** Whether a reader unpacks gzip: it stands in the list, or `*` does, and not with a weight of nothing (RFC 9110, 12.5.3). */
const accepts = (encodings = ""): boolean =>
  encodings.split(",").some((encoding) => {
    const [name = "", ...parameters] = encoding.split(";").map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    return (name === "gzip" || name === "*") && Number(weight) > 0;
  });
