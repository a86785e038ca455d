import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { build, type Plugin, transform } from "esbuild";
import * as z from "zod";

/** Style sheets and browser scripts as text, without what only their writers read. */
const shortText: Plugin = {
  name: "short-text",
  setup: (bundler) => {
    bundler.onLoad({ filter: /\.(css|client\.js)$/ }, async ({ path }) => {
      const loader = path.endsWith(".css") ? "css" : "js";
      const { code } = await transform(await readFile(path, "utf8"), { loader, minify: true, charset: "utf8" });
      return { contents: code, loader: "text" };
    });
  },
};

const Module = z.record(z.string(), z.unknown());

/** The exports of a module, as it is loaded in this process. */
const exportsOf = async (path: string): Promise<Record<string, unknown>> => {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
    plugins: [shortText],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? "").toString("base64");
  const module: unknown = await import(`data:text/javascript;base64,${code}`);
  return { ...Module.parse(module) };
};

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
