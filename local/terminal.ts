/** What a terminal acts on instead of showing it, and what nobody sees there: controls, line ends, turns of direction. */
const unshown = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * A text as one line of a terminal. What it must not do there is written out, as `\n` and `\u{1b}`: so no text from a
 * file, a table or a person passes for a line of ours, paints the screen, or hides.
 */
export const asLine = (text: string): string =>
  text.replaceAll(unshown, (found) => escapes[found] ?? `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);

/** Prints lines. Nothing else in `local/` writes to the terminal, and what is one line here stays one line there. */
export const print = (...lines: readonly string[]): void => {
  if (lines.length > 0) console.log(lines.map(asLine).join("\n"));
};

/** The same for what has gone wrong. */
export const printError = (...lines: readonly string[]): void => {
  console.error(lines.map(asLine).join("\n"));
};
