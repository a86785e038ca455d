import * as z from "zod";

/**
 * Characters of which nothing is seen, or nothing without another one beside them: blanks, controls, marks, and what
 * Unicode lets every font ignore, such as zero-width characters, variation selectors and the fillers of Hangul. Two are
 * drawn blank without being so by any property: a pattern of Braille without dots, and a note without a head.
 */
const unseen =
  /^[\p{White_Space}\p{Cc}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB\u2800\u{1D159}]*$/v;

/** Whether a reader sees anything of a text. */
export const isSeen = (text: string): boolean => !unseen.test(text);

/** What ends a line, however a program wrote it. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Letters that a joiner shapes: Uyghur, Kazakh, Mongolian and Tibetan are written with them, and what India writes. */
const shaped = String.raw`[[\p{scx=Arab}\p{scx=Mong}\p{scx=Tibt}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]--\p{Default_Ignorable_Code_Point}]`;
const pictured = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}]`;
const drawn = String.raw`[^\p{White_Space}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`;

/** Characters that draw their neighbours another way, and so are kept though nobody sees them. */
const drawing = [
  String.raw`\p{Variation_Selector}(?<=${drawn}\p{Variation_Selector})`,
  String.raw`\u200D(?<=${pictured}\uFE0F?\u200D)(?=${pictured})`,
  String.raw`[\u200C\u200D](?<=${shaped}.)(?=${shaped})`,
  String.raw`\u180E(?<=[\p{scx=Mong}&&\p{L}]\u180E)`,
].join("|");

/** Controls, turns of direction, zero-width characters, fillers, tags, and whatever else leaves no trace where it stands. */
const traceless = String.raw`[[\p{Cc}--[\n\t]]\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`;

/** The first group is what is kept. No look goes further than three characters, so that replacing is linear. */
const unseenAmongSeen = new RegExp(`(${drawing})|${traceless}`, "gv");

/**
 * What somebody typed or pasted, with line breaks of one kind and without what no reader sees: it comes along when people
 * copy from a page, a chat or a table, and says nothing. Takes time in proportion to the length.
 */
export const withoutUnseen = (text: string): string =>
  text.replaceAll(lineEnds, "\n").replaceAll(unseenAmongSeen, (_unseen, kept: string | undefined) => kept ?? "");

/** The same in one line, with one blank where there were several, and none at its ends. */
export const inOneLine = (text: string): string => withoutUnseen(text).replaceAll(/\s+/g, " ").trim();

/** Control characters other than line breaks and tabs, and those that turn the direction of text around. */
const controls = /[\p{Cc}--[\n\t]]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/v;
export const holdsControls = (text: string): boolean => controls.test(text);

/** Whether a text goes on in another line or column, and so could pass for more than one entry of a list. */
export const breaksLine = (text: string): boolean => /[\n\t\u2028\u2029]/.test(text);

/** Whether a text is something in one line. */
export const isOneLine = (text: string): boolean => isSeen(text) && !holdsControls(text) && !breaksLine(text);

/** A name or a sentence that is shown on pages, in mails and in a terminal: one line of which something is seen. */
export const OneLine = z.string().refine(isOneLine);
