import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build, type Plugin } from "esbuild";
import * as z from "zod";

/**
 * `npm run bench:pages -- --against ../older`: what each page weighs as it leaves, with style, scripts and icon, beside the
 * same pages of an older checkout with its `node_modules`: one case of the demo district, lived through the doors of
 * each, in both languages. Without `--against` it weighs this checkout alone.
 */
const here = join(import.meta.dirname, "../..");
const { values } = parseArgs({ options: { against: { type: "string" } } });

const Weights = z.array(
  z.object({
    ...{ page: z.string(), lang: z.enum(["zh", "en"]) },
    ...{ html: z.number(), style: z.number(), scripts: z.number(), icon: z.number() },
  }),
);
type Weight = z.infer<typeof Weights>[number];

/** Packages stay where they are. */
const packagesOutside: Plugin = {
  name: "packages-outside",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^[^.#/]/ }, ({ path }) => ({ path, external: true }));
  },
};

const Bundling = z.object({
  computedAtBuild: z.custom<Plugin>((one) => z.object({ name: z.string() }).safeParse(one).success),
});

/** How a checkout works out its assets when it bundles the function that serves them: made short, and packed. */
const assetsOf = async (checkout: string): Promise<Plugin> => {
  const bundling: unknown = await import(pathToFileURL(join(checkout, "infra/bundling/computed.ts")).href);
  return Bundling.parse(bundling).computedAtBuild;
};

/** What the pages of a checkout weigh: the program of this one, run on the sources of that. */
const weigh = async (checkout: string): Promise<Weight[]> => {
  mkdirSync(join(checkout, "node_modules"), { recursive: true });
  const folder = mkdtempSync(join(checkout, "node_modules", ".bench-pages-"));
  const [program, told] = [join(folder, "program.mjs"), join(folder, "told.json")];
  try {
    await build({
      stdin: {
        contents: readFileSync(join(import.meta.dirname, "page-weights.ts"), "utf8"),
        resolveDir: join(checkout, "test", "bench"),
        sourcefile: "page-weights.ts",
        loader: "ts",
      },
      ...{
        absWorkingDir: checkout,
        outfile: program,
        bundle: true,
        platform: "node",
        plugins: [await assetsOf(checkout), packagesOutside],
      },
      ...{ format: "esm", target: "node24", logLevel: "warning" },
    });
    // What functions log is none of the answer.
    execFileSync(process.execPath, [program, told], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, POWERTOOLS_LOG_LEVEL: "ERROR" },
    });
    return Weights.parse(JSON.parse(readFileSync(told, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Bytes that a page costs whoever opens it first. */
const cold = ({ html, style, scripts, icon }: Weight): number => html + style + scripts + icon;
const beside = (before: number | undefined, now: number): string =>
  before === undefined
    ? `${now}`
    : `${before} → ${now} (${now < before ? "" : "+"}${Math.round((now / before - 1) * 100)} %)`;

const [now, before] = [await weigh(here), values.against === undefined ? [] : await weigh(resolve(values.against))];
console.log("| page | language | HTML | style | scripts | cold |\n| --- | --- | --- | --- | --- | --- |");
for (const one of now) {
  const was = before.find(({ page, lang }) => page === one.page && lang === one.lang);
  const cells = [
    ...[one.page, one.lang, beside(was?.html, one.html), beside(was?.style, one.style)],
    ...[beside(was?.scripts, one.scripts), beside(was && cold(was), cold(one))],
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
