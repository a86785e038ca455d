import { readFile } from "node:fs/promises";
import { type Checked, checkDirectory } from "#directory/check/check.ts";
import { readYaml } from "./read-yaml.ts";

/** Reads and checks a directory file (YAML) as a whole: the directory, or every mistake in it. */
export const readDirectoryFile = async (file: string): Promise<Checked> => {
  const read = readYaml(await readFile(file));
  return read.ok ? checkDirectory(read.value) : read;
};
