import type { Encoding } from "./read-text.ts";

/**
 * What is told of a file that was not saved in UTF-8: as what it was read, and some of its words, so that whoever imports it
 * sees whether they are the right ones. Nothing of a file in UTF-8.
 */
export const encodingLines = (file: string, encoding: Encoding, words: readonly string[]): string[] =>
  encoding === "UTF-8"
    ? []
    : [`${file} was read as ${encoding}: ${words.join(", ")}. See that these are the right characters.`];
