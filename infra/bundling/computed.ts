import { isDeepStrictEqual } from "node:util";
import type { Plugin } from "esbuild";
import { exportsOf } from "./exports-of.ts";

/**
 * A module named `*.build.ts` is worked out when functions are bundled; a function carries what it exports and not what
 * that was made of. Run from source, as in tests, it is an ordinary module.
 * @throws when an export is more than data.
 */
export const computedAtBuild: Plugin = {
  name: "computed-at-build",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\.build\.ts$/ }, async ({ path }) => {
      const constants = Object.entries(await exportsOf(path)).map(([name, value]) => {
        const json = JSON.stringify(value);
        if (!isDeepStrictEqual(JSON.parse(json), value)) throw new Error(`${name} in ${path} is more than data`);
        return `export const ${name} = ${json};`;
      });
      return { contents: constants.join("\n"), loader: "js" };
    });
  },
};
