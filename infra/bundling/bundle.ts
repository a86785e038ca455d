import { join } from "node:path";
import { build } from "esbuild";
import { computedAtBuild } from "./computed.ts";
import { errorsThatAreNamed, leftOut, versionAlone } from "./left-out.ts";

const root = join(import.meta.dirname, "../..");

/** What the SDK imports only where it is needed, and is not: other sources of credentials, and streams of events. */
const neverAsked = [
  ...["sso", "ini", "process", "web-identity", "http", "login"].map((name) => `@aws-sdk/credential-provider-${name}`),
  "@smithy/credential-provider-imds",
  "@smithy/core/event-streams",
];

/**
 * Bundles handlers: of each, its own code and what of its dependencies it runs, in one small file.
 * @param files below `functions/`, without `.lambda.ts`: `clock/sweep`
 * @param into the folder that gets `clock/sweep/index.js` and so on
 */
export const bundle = async (files: readonly string[], into: string): Promise<void> => {
  await build({
    entryPoints: files.map((file) => ({ in: join(root, "functions", `${file}.lambda.ts`), out: `${file}/index` })),
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
    plugins: [computedAtBuild, leftOut, errorsThatAreNamed(root), versionAlone],
  });
};
