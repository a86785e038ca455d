import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The texts of all files that functions are made of, without those of their dependencies. */
export const ownSources = (root: string): Promise<string[]> =>
  Promise.all(
    globSync("{functions,shared}/**/*.{ts,tsx}", { cwd: root }).map((file) => readFile(join(root, file), "utf8")),
  );
