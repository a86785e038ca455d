import { join } from "node:path";
import { build } from "esbuild";
import { computedAtBuild } from "./computed.ts";
import { endpointsByRegion } from "./endpoints.ts";
import { environmentAlone } from "./environment-alone.ts";
import { jsonServices } from "./json-services.ts";
import { errorsThatAreNamed, leftOut } from "./left-out.ts";
import { versionAlone } from "./sdk-data.ts";
import { withoutTheUnasked } from "./unasked.ts";
import { zodAsCalled } from "./zod-as-called.ts";

const root = join(import.meta.dirname, "../..");

/** What the SDK imports only where it is needed, and is not: streams of events. */
const neverAsked = ["@smithy/core/event-streams"];

/** A program and the file, without its `.js`, that its bundle gets. */
type Program = { in: string; out: string };

/** Bundles programs as functions are bundled. @param into the folder that gets the bundles */
export const bundleEntries = async (entryPoints: Program[], into: string): Promise<void> => {
  await build({
    entryPoints,
    outdir: into,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    mainFields: ["module", "main"],
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    external: neverAsked,
    plugins: [
      computedAtBuild,
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
