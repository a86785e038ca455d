import * as z from "zod";

/**
 * Characters of which nothing is seen, or nothing without another one beside them: blanks, controls, marks, and what
 * Unicode lets every font ignore, such as zero-width characters, variation selectors and the fillers of Hangul. Two are
 * drawn blank without being so by any property: a pattern of Braille without dots, and a note without a head.
 */
const unseen =
  /^[\p{White_Space}\p{Cc}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1D159}]*$/v;

/** Whether a reader sees anything of a text. */
export const isSeen = (text: string): boolean => !unseen.test(text);

/** Control characters other than line breaks and tabs, and those that turn the direction of text around. */
const controls = /[\p{Cc}--[\n\t]]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/v;
export const holdsControls = (text: string): boolean => controls.test(text);

/** Whether a text goes on in another line or column, and so could pass for more than one entry of a list. */
export const breaksLine = (text: string): boolean => /[\n\t\u2028\u2029]/.test(text);

/** Whether a text is something in one line. */
export const isOneLine = (text: string): boolean => isSeen(text) && !holdsControls(text) && !breaksLine(text);

/** A name or a sentence that is shown on pages, in mails and in a terminal: one line of which something is seen. */
export const OneLine = z.string().refine(isOneLine);
