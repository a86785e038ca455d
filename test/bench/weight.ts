import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "../../infra/bundling/bundle.ts";
import { bundledByDefault, bundledFor } from "../fixtures/bundled.ts";

/**
 * `npm run bench:weight`: what each function weighs, beside what CDK's NodejsFunction makes of the same entry when it is
 * told nothing, and how long the largest takes to load, in processes of its own that take turns. `--against` names the
 * folder of an older checkout, with its node_modules, whose entries are bundled by default instead of today's.
 */
const root = join(import.meta.dirname, "../..");
const runs = 21;
const { values } = parseArgs({ options: { against: { type: "string", default: root } } });
const against = resolve(values.against);

const files = globSync("**/*.lambda.ts", { cwd: join(root, "functions") })
  .map((file) => file.replace(/\.lambda\.ts$/, ""))
  .sort();
// Inside the repository, so that what a default bundle leaves to the runtime is found in node_modules.
const folder = mkdtempSync(join(root, "node_modules", ".bench-weight-"));
const ours = join(folder, "ours");

/** Milliseconds that a process of its own takes to load a bundle. */
const loads = (folder: string, env: Record<string, string>): number => {
  const program = `const began = performance.now(); require(${JSON.stringify(join(folder, "index.js"))});
    console.log(performance.now() - began);`;
  return Number(execFileSync(process.execPath, ["--eval", program], { encoding: "utf8", env }).trim());
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kilobytes = (folder: string): number => statSync(join(folder, "index.js")).size / 1000;

try {
  await bundle(files, ours);
  const known = files.filter((file) => existsSync(join(against, "functions", `${file}.lambda.ts`)));
  const byDefault = bundledByDefault(against, known, join(folder, "default"));
  const standard = new Map(known.map((file, index) => [file, byDefault[index]?.folder ?? "none"]));
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, node ${process.version}\n`,
  );
  console.log("function: KB as deployed / KB by default (without the SDK, which it leaves to the runtime)");
  const sizes = files.map((file) => ({ file, size: kilobytes(join(ours, file)) }));
  for (const { file, size } of sizes) {
    const other = standard.get(file);
    console.log(`${file}: ${size.toFixed(1)} / ${other === undefined ? "none" : kilobytes(other).toFixed(1)}`);
  }
  const largest = sizes.reduce((a, b) => (b.size > a.size ? b : a));
  const [fn] = bundledFor({ transport: "ses", from: "huiyin@district.example" }).filter(
    ({ name }) => name === "StepTask",
  );
  const env = { ...fn?.environment, AWS_REGION: "eu-west-1" };
  const [here, there]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    here.push(loads(join(ours, largest.file), env));
    there.push(loads(standard.get(largest.file) ?? "", env));
  }
  const ratio = median(here) / median(there);
  console.log(
    `\n${largest.file} loads in ${median(here).toFixed(1)} ms, by default in ${median(there).toFixed(1)} ms (median of ${runs}): ${ratio.toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
