import * as z from "zod";

/**
 * Names a text that somebody wrote on a case: a reason, terms, a letter's part. Events and state hold this name only; the
 * text lies sealed beside them. It is the SHA-256 of a random salt and the text, so it proves the text and tells nothing.
 */
export const Written = z.string().regex(/^[\w-]{43}$/);
export type Written = z.infer<typeof Written>;

/** Whether a text is such a name. */
export const isWritten = (text: string): text is Written => Written.safeParse(text).success;
