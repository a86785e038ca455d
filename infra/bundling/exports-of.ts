import { readFile } from "node:fs/promises";
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
export const exportsOf = async (path: string): Promise<Record<string, unknown>> => {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    write: false,
    plugins: [shortText],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? "").toString("base64");
  const module: unknown = await import(`data:text/javascript;base64,${code}`);
  return { ...Module.parse(module) };
};
