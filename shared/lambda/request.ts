import { randomBytes } from "node:crypto";
import { clientAddress } from "./client-address.ts";
import { splitOnce } from "./form.ts";
import type { HttpEvent } from "./http-event.ts";

/** What is known of every request, also of a refused one. */
export type AnyRequest = {
  method: string;
  /** Without slashes at its end. */
  path: string;
  query: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
  /** Where it comes from, as an address of the network. To count by, not to keep. */
  address: string;
  /** Eight digits and letters that name this request on an error page and in the log. */
  reference: string;
  /** For the `nonce` of scripts on this page. */
  nonce: string;
};

/** A request that a page may answer. Of a field sent twice, the last value counts. */
export type Request = AnyRequest & {
  /** The fields of a posted form: Unicode NFC (but for texts that heap marks), lines ended by `\n`. Empty for GET. */
  form: Record<string, string>;
  /** The named parts of the path. */
  params: Record<string, string>;
};

/** Reads all but the form. Broken escapes and characters are taken as they are: nothing is done on a GET. */
export const askedOf = (event: HttpEvent, edgeProof: string): AnyRequest => ({
  method: event.requestContext.http.method,
  path: withoutSlashes(event.rawPath),
  query: Object.fromEntries(new URLSearchParams(event.rawQueryString)),
  cookies: Object.fromEntries(
    (event.cookies ?? event.headers.cookie?.split(";") ?? []).flatMap((pair) => {
      const [name, value] = splitOnce(pair.trim(), "=");
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  headers: event.headers,
  address: clientAddress({ headers: event.headers, connected: event.requestContext.http.sourceIp }, edgeProof),
  reference: randomBytes(4).toString("hex"),
  nonce: randomBytes(16).toString("base64url"),
});

/** A path without the slashes at its end, but for the one that is the whole of it. */
const withoutSlashes = (path: string): string => {
  let end = path.length;
  while (end > 1 && path.charAt(end - 1) === "/") end -= 1;
  return path.slice(0, end);
};
