import { readFile } from "node:fs/promises";
import type { Mistake } from "#directory/check/mistake.ts";
import type { Encoding } from "./read-text.ts";
import { readYaml } from "./read-yaml.ts";

type RefusedFile = { ok: false; mistakes: Mistake[] };

/**
 * Reads a YAML file and checks it as a whole: what it holds and how it was saved, or every mistake by line and column.
 * Rejects when the file cannot be read at all.
 */
export const readChecked = async <Found extends { ok: true }>(
  file: string,
  check: (raw: unknown) => Found | RefusedFile,
): Promise<(Found & { encoding: Encoding }) | RefusedFile> => {
  const read = readYaml(await readFile(file));
  if (!read.ok) return read;
  const checked = check(read.value);
  return checked.ok ? { ...checked, encoding: read.encoding } : { ok: false, mistakes: read.located(checked.mistakes) };
};
