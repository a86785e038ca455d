import type { Mistake } from "#directory/check/mistake.ts";

/** Every mistake in a file, in both languages, for a terminal. */
export const mistakeLines = (mistakes: readonly Mistake[]): string[] =>
  mistakes.flatMap(({ where, what, remedy }) => [
    `  ${where}: ${what.en}. ${remedy.en}`,
    `    ${what.zh}。${remedy.zh}`,
  ]);
