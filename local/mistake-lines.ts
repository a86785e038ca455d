import type { Mistake } from "#directory/check/mistake.ts";

/** Every mistake in a file, in both languages, for a terminal. */
export const mistakeLines = (mistakes: readonly Mistake[]): string =>
  mistakes
    .map(({ where, what, remedy }) => `  ${where}: ${what.en}. ${remedy.en}\n    ${what.zh}。${remedy.zh}`)
    .join("\n");
