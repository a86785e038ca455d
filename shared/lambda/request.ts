import { randomBytes } from "node:crypto";
import * as z from "zod";

/** What HTTP API (payload 2.0) sends, as far as pages need it. Header names arrive in lower case. */
export const HttpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(""),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
});
export type HttpEvent = z.infer<typeof HttpEvent>;

/** What is known of every request, also of a refused one. */
export type AnyRequest = {
  method: string;
  /** Without a slash at its end. */
  path: string;
  query: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
  /** Eight digits and letters that name this request on an error page and in the log. */
  reference: string;
  /** For the `nonce` of scripts on this page. */
  nonce: string;
};

/** A request that a page may answer. Of a field sent twice, the last value counts. */
export type Request = AnyRequest & {
  /** The fields of a posted form: Unicode NFC, lines ended by `\n`. Empty for GET. */
  form: Record<string, string>;
  /** The named parts of the path. */
  params: Record<string, string>;
};

/**
 * Bytes of a form that are read: room for a story far beyond its limit, so that the page can name the field and keep
 * what was typed (100,000 Chinese characters take 900,000 bytes).
 */
const formLimit = 2_000_000;

/** A form, or why it cannot be read. */
export type FormRead = { form: Record<string, string> } | { problem: "wrongType" | "tooLarge" | "unreadable" };

/** Reads all but the form. Broken escapes and characters are taken as they are: nothing is done on a GET. */
export const askedOf = (event: HttpEvent): AnyRequest => ({
  method: event.requestContext.http.method,
  path: event.rawPath.length > 1 && event.rawPath.endsWith("/") ? event.rawPath.slice(0, -1) : event.rawPath,
  query: Object.fromEntries(new URLSearchParams(event.rawQueryString)),
  cookies: Object.fromEntries(
    (event.cookies ?? event.headers.cookie?.split(";") ?? []).flatMap((pair) => {
      const [name, value] = splitOnce(pair.trim(), "=");
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  headers: event.headers,
  reference: randomBytes(4).toString("hex"),
  nonce: randomBytes(16).toString("base64url"),
});

/** Reads a posted form, strictly: one encoding, valid UTF-8, bounded size. */
export const formOf = ({ headers, body = "", isBase64Encoded }: HttpEvent): FormRead => {
  if (headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded")
    return { problem: "wrongType" };
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > formLimit) return { problem: "tooLarge" };
  const pairs = bytes.toString("latin1").split("&");
  try {
    const fields = pairs.filter((pair) => pair !== "").map((pair) => splitOnce(pair, "="));
    return { form: Object.fromEntries(fields.map(([name, value = ""]) => [decode(name), decode(value)])) };
  } catch {
    return { problem: "unreadable" };
  }
};

/** @throws URIError for what is not UTF-8 */
const decode = (text: string) =>
  decodeURIComponent(text.replaceAll("+", " ")).replaceAll("\r\n", "\n").normalize("NFC");

const splitOnce = (text: string, at: string): [string, string | undefined] => {
  const i = text.indexOf(at);
  return i < 0 ? [text, undefined] : [text.slice(0, i), text.slice(i + 1)];
};
