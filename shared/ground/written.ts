import * as z from "zod";

/**
 * Names a text that somebody wrote on a case: a reason, terms, a letter's part. Events and state hold this name only; the
 * text lies sealed beside them. It is the SHA-256 of a random salt and the text, so it proves the text and tells nothing.
 */
export const Written = z.string().regex(/^[\w-]{43}$/);
export type Written = z.infer<typeof Written>;

/** Whether a text is such a name. */
export const isWritten = (text: string): text is Written => Written.safeParse(text).success;

/**
 * The names of all texts in a value, in the order in which they stand there, as often as they do. The SHA-256 of a photo or a PDF
 * looks like one, and is none: the field that holds it says so.
 */
export const writtenIn = (value: unknown): Written[] => {
  if (typeof value === "string") return isWritten(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, one]) => (field === "sha256" ? [] : writtenIn(one)));
};
