import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BuildOptions, build, type TransformOptions, transform } from "esbuild";
import { computedAtBuild } from "./computed.ts";
import { endpointsByRegion } from "./endpoints.ts";
import { environmentAlone } from "./environment-alone.ts";
import { jsonServices } from "./json-services.ts";
import { errorsThatAreNamed, leftOut } from "./left-out.ts";
import { ownModules } from "./own-modules.ts";
import { versionAlone } from "./sdk-data.ts";
import { withoutTheUnasked } from "./unasked.ts";
import { zodAsCalled } from "./zod-as-called.ts";

const root = join(import.meta.dirname, "../..");

/** What the SDK imports only where it is needed, and is not: streams of events. */
const neverAsked = ["@smithy/core/event-streams"];

/** A program and the file, without its `.js`, that its bundle gets. */
type Program = { in: string; out: string };

/** How programs are written, for the Node that runs them. */
const written = {
  platform: "node",
  target: "node24",
  minify: true,
  charset: "utf8",
  legalComments: "none",
} satisfies BuildOptions & TransformOptions;

/** Bundles programs as functions are bundled. @param into the folder that gets the bundles */
export const bundleEntries = async (entryPoints: Program[], into: string): Promise<void> => {
  const { outputFiles } = await build({
    ...written,
    format: "esm",
    entryPoints,
    outdir: into,
    absWorkingDir: root,
    bundle: true,
    write: false,
    mainFields: ["module", "main"],
    logLevel: "warning",
    external: neverAsked,
    // JSX in brief, and not as `tsconfig.json` has it.
    tsconfigRaw: { compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" } },
    plugins: [
      computedAtBuild,
      ownModules,
      leftOut,
      withoutTheUnasked,
      jsonServices(root),
      errorsThatAreNamed(root),
      versionAlone,
      endpointsByRegion,
      environmentAlone,
      zodAsCalled(root),
    ],
  });
  for (const { path, text } of outputFiles) {
    // The bundler shortens each module by itself; what modules have between them is shortened in the whole.
    const { code } = await transform(text, { ...written, format: "cjs", banner: '"use strict";' });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
};

/**
 * Bundles handlers: of each, its own code and what of its dependencies it runs, in one small file.
 * @param files below `functions/`, without `.lambda.ts`: `clock/sweep`
 * @param into the folder that gets `clock/sweep/index.js` and so on
 */
export const bundle = (files: readonly string[], into: string): Promise<void> =>
  bundleEntries(
    files.map((file) => ({ in: join(root, "functions", `${file}.lambda.ts`), out: `${file}/index` })),
    into,
  );
