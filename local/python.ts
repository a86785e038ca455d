import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Obstacle } from "./obstacle.ts";

const run = promisify(execFile);

/** Everything that the local district makes lives here, outside version control. */
export const localDir = join(import.meta.dirname, "..", ".local");
const venv = join(localDir, "venv");
const venvPython = join(venv, "bin", "python");

const candidates = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

const canMakeVenv = `
import sys
if sys.version_info < (3, 10): sys.exit("old")
import ensurepip, venv
`;

const succeeds = (program: string, args: string[]): Promise<boolean> =>
  run(program, args).then(
    () => true,
    () => false,
  );

/** The first Python on the PATH that is 3.10 or newer and can make a virtual environment. */
const findPython = async (): Promise<string> => {
  let modulesMissing: string | undefined;
  for (const python of candidates) {
    try {
      await run(python, ["-c", canMakeVenv]);
      return python;
    } catch (error) {
      if (String(error).includes("ModuleNotFoundError")) modulesMissing ??= python;
    }
  }
  throw new Obstacle(
    modulesMissing
      ? `${modulesMissing} cannot make a virtual environment: install its venv module (Debian and Ubuntu: sudo apt install python3-venv).`
      : "Python 3.10 or newer is needed and was not found: install it (Debian and Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python).",
  );
};

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Runs `job` while no other process of this clone does so: two test runs may start at the same moment. */
const alone = async (job: () => Promise<void>): Promise<void> => {
  await mkdir(localDir, { recursive: true });
  const lock = join(localDir, "venv.lock");
  const taken = () =>
    writeFile(lock, String(process.pid), { flag: "wx" }).then(
      () => true,
      () => false,
    );
  while (!(await taken())) {
    const holder = Number(await readFile(lock, "utf8").catch(() => "0"));
    if (holder > 0 && !runs(holder)) await rm(lock, { force: true });
    await sleep(500);
  }
  try {
    await job();
  } finally {
    await rm(lock, { force: true });
  }
};

/**
 * A Python with the packages of a pip requirements file, in the clone's own virtual environment; made on first use
 * and whenever the file has changed. `said` hears what takes long. Returns the interpreter's path.
 */
export const pythonWith = async (requirements: string, said: (progress: string) => void): Promise<string> => {
  const fingerprint = createHash("sha256")
    .update(await readFile(requirements))
    .digest("hex");
  const stamp = join(venv, `${basename(requirements)}.sha256`);
  const installed = async () =>
    (await readFile(stamp, "utf8").catch(() => "")) === fingerprint && (await succeeds(venvPython, ["--version"]));
  if (await installed()) return venvPython;
  await alone(async () => {
    if (await installed()) return;
    said("installing Python packages (first time only)");
    if (!(await succeeds(venvPython, ["-m", "pip", "--version"])))
      await run(await findPython(), ["-m", "venv", "--clear", venv]);
    await run(venvPython, [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--require-hashes",
      "-r",
      requirements,
    ]).catch((cause: unknown) => {
      throw new Obstacle(`pip could not install ${basename(requirements)}: ${pipReason(cause)}`, { cause });
    });
    await writeFile(stamp, fingerprint);
  });
  return venvPython;
};

const pipReason = (error: unknown): string => {
  const lines = String(error).trim().split("\n");
  return lines.findLast((line) => line.startsWith("ERROR")) ?? lines.at(-1) ?? "unknown";
};
