import { normalised } from "#ground/foreign-text.ts";
import type { HttpEvent } from "./http-event.ts";

/**
 * Bytes of a form that are read, by what it asks for: a code alone, a few lines, or what somebody has to tell. A Chinese
 * character takes nine, so each leaves room to write far too much, such as a pasted file of 100,000 characters: the page
 * then names the field and keeps what was typed.
 */
export const formBytes = { code: 8192, lines: 32_768, story: 1_000_000 } as const;

/** A form has fewer fields than this. */
const mostFields = 100;
/** A field that is looked at before its form is read is a token or a code. */
const mostOfOneField = 256;

/** The fields of a form, or why it cannot be read. */
export type FormRead = { form: Record<string, string> } | { problem: "unreadable" };

/** A form as it came, checked for its kind and its size, and not decoded yet. */
export type RawForm = {
  /** One field alone, as it is decoded in the whole form; `undefined` for one that is missing, broken or no short text. */
  field: (name: string) => string | undefined;
  /** All fields, strictly: one encoding and valid UTF-8. Of a field sent twice, the last value counts. */
  read: () => FormRead;
};

/** A posted form of at most `most` bytes. What it costs to refuse one does not depend on what is in it. */
export const rawForm = (
  { headers, body = "", isBase64Encoded }: Pick<HttpEvent, "headers" | "body" | "isBase64Encoded">,
  most: number,
): RawForm | { problem: "wrongType" | "tooLarge" } => {
  if (headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded")
    return { problem: "wrongType" };
  const atLeast = isBase64Encoded ? (body.length / 4) * 3 - 2 : body.length;
  if (atLeast > most) return { problem: "tooLarge" };
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > most) return { problem: "tooLarge" };
  const pairs = bytes.toString("latin1").split("&", mostFields + 1);
  return { field: (name) => oneField(pairs, name), read: () => readPairs(pairs) };
};

const oneField = (pairs: readonly string[], name: string): string | undefined => {
  const value = pairs.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  if (value === undefined || value.length > mostOfOneField) return undefined;
  const read = readPairs([`${name}=${value}`]);
  return "form" in read ? read.form[name] : undefined;
};

const readPairs = (pairs: readonly string[]): FormRead => {
  if (pairs.length > mostFields) return { problem: "unreadable" };
  try {
    const fields = pairs.filter((pair) => pair !== "").map((pair) => splitOnce(pair, "="));
    return { form: Object.fromEntries(fields.map(([name, value = ""]) => [decode(name), decode(value)])) };
  } catch {
    return { problem: "unreadable" };
  }
};

/**
 * A text that heaps marks stays as it came: the form's fields refuse it by their names, and nothing typed is lost.
 * @throws URIError for what is not UTF-8
 */
const decode = (sent: string): string => {
  const text = decodeURIComponent(sent.replaceAll("+", " ")).replaceAll("\r\n", "\n");
  return normalised(text, "NFC") ?? text;
};

/** A text before and after the first `at`; nothing after it when there is none. */
export const splitOnce = (text: string, at: string): [string, string | undefined] => {
  const i = text.indexOf(at);
  return i < 0 ? [text, undefined] : [text.slice(0, i), text.slice(i + 1)];
};
