import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** Of a package's description the SDK reads the version. */
export const versionAlone: Plugin = {
  name: "version-alone",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\/@aws-sdk\/client-[^/]+\/package\.json$/ }, async ({ path }) => {
      const description: unknown = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify(description, ["version"]), loader: "json" };
    });
  },
};
