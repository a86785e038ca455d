import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import * as z from "zod";
import { Outputs } from "./connection.ts";
import { emulatorEnvironment } from "./emulator.ts";
import { Obstacle } from "./obstacle.ts";

const root = join(import.meta.dirname, "..");
const account = "aws://000000000000/us-east-1";

export type DeployOptions = {
  endpoint: string;
  baseUrl: string;
  smtpUrl: string;
  /** For the synthesised templates, the log, and the note of what is deployed. */
  dir: string;
  said: (progress: string) => void;
  signal?: AbortSignal | undefined;
};

const Deployed = z.strictObject({ fingerprint: z.string(), outputs: Outputs });

/**
 * Deploys the app of `infra/` with stage `local` to the emulator, by the same commands as to AWS, unless that was
 * done before with the same sources and addresses. Returns the outputs of its stacks.
 */
export const deploy = async (options: DeployOptions): Promise<Outputs> => {
  const { dir, said } = options;
  const context = contextOf(options);
  const fingerprint = await fingerprintOf(context);
  const note = join(dir, "deployed.json");
  const before = await readJson(note)
    .then((noted) => Deployed.parse(noted))
    .catch(() => undefined);
  if (before?.fingerprint === fingerprint) return before.outputs;

  const outputsFile = join(dir, "outputs.json");
  const output = join(dir, "cdk.out");
  if (before === undefined) {
    said("preparing the emulated account (cdk bootstrap)");
    await cdk(["bootstrap", account], options);
  }
  said("deploying the app (cdk deploy)");
  await cdk(
    ["deploy", "--all", "--require-approval", "never", "--outputs-file", outputsFile, "--output", output, ...context],
    options,
  );
  const outputs = Outputs.parse(Object.assign({}, ...Object.values(StackOutputs.parse(await readJson(outputsFile)))));
  await writeFile(note, JSON.stringify({ fingerprint, outputs }));
  return outputs;
};

/** By stack, then by name. */
const StackOutputs = z.record(z.string(), z.record(z.string(), z.string()));

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));

const contextOf = ({ baseUrl, smtpUrl }: DeployOptions): string[] => {
  const mail = JSON.stringify({ transport: "smtp", from: "回音 <huiyin@district.example>", smtpUrl, tls: "none" });
  return Object.entries({ stage: "local", baseUrl, mail }).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
};

/** Changes when anything that is deployed does. */
const fingerprintOf = async (context: string[]): Promise<string> => {
  const hash = createHash("sha256").update(context.join("\n"));
  const folders = ["functions", "infra", "shared", "workflows"];
  const files = ["cdk.json", "package-lock.json"];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    files.push(
      ...entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name))),
    );
  }
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest("hex");
};

/** Runs the CDK's command line against the emulator; everything it says goes to a log file. */
const cdk = async (args: string[], { endpoint, dir, signal }: DeployOptions): Promise<void> => {
  const logFile = join(dir, "cdk.log");
  const log = createWriteStream(logFile, { flags: "a" });
  await once(log, "open");
  const program = join(root, "node_modules", "aws-cdk", "bin", "cdk");
  const child = spawn(process.execPath, [program, "--no-notices", "--no-color", "--ci", ...args], {
    cwd: root,
    stdio: ["ignore", log, log],
    env: {
      ...process.env,
      ...emulatorEnvironment(endpoint),
      /** The app is started by its name in cdk.json: it has to be the Node that runs this. */
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ""}`,
      CDK_DISABLE_CLI_TELEMETRY: "true",
    },
    ...(signal && { signal }),
  });
  const [code] = z
    .tuple([z.number().nullable()])
    .rest(z.unknown())
    .parse(await once(child, "close"));
  log.close();
  if (code !== 0) throw new Obstacle(`cdk ${args[0]} failed: what it said is in ${logFile}.`);
};
