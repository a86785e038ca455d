import type { Bilingual } from "#clock/policy.ts";

/** The languages that every sentence of the pages and mails is written in: Chinese first, English second. */
export type Lang = keyof Bilingual;

/** A sentence about something, in both languages; declared once, read with `about[lang](thing)`. */
export type BilingualSentence<T> = { readonly [L in Lang]: (about: T) => string };

/** A text without the full stop at its end, to be set inside a sentence of ours. */
export const withoutStop = (text: string): string => text.trim().replace(/[。．.；;，,\s]+$/u, "");

/** A phone number that stays on one line. */
export const unbroken = (phone: string): string => phone.replaceAll(" ", "\u00a0");

/** An English sentence begins with a capital, whatever phrase it begins with. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
