import * as z from "zod";
import { OneLine } from "./seen-text.ts";

/** A text in the two languages of the pages. */
export const Bilingual = z.strictObject({ zh: OneLine, en: OneLine });
export type Bilingual = z.infer<typeof Bilingual>;

/** The languages that every sentence of the pages and mails is written in: Chinese first, English second. */
export type Lang = keyof Bilingual;

/** One of them, as a file or a row names it. */
export const Language = z.enum(["zh", "en"]);

/** A sentence about something, in both languages; declared once, read with `about[lang](thing)`. */
export type BilingualSentence<T> = { readonly [L in Lang]: (about: T) => string };
