import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Obstacle } from "./obstacle.ts";
import { pythonWith } from "./python.ts";

export type EmulatorOptions = {
  port: number;
  /** Tables, queues, functions and so on are kept here and found again by the next emulator. */
  stateDir: string;
  said?: (progress: string) => void;
};

export type Emulator = {
  /** Where every AWS service answers, such as `http://127.0.0.1:4566`. */
  endpoint: string;
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<unknown>;
  /** Ends the emulator in good order: its state is saved, its functions end with it. */
  stop: () => Promise<void>;
  /** Ends the emulator as a power cut would. At most the last second's changes are lost, and none that a page has shown. */
  kill: () => Promise<void>;
};

const region = "us-east-1";
const login = { accessKeyId: "test", secretAccessKey: "test" };

/** The configuration of an AWS client that talks to the emulator. */
export const clientConfig = (endpoint: string) => ({ endpoint, region, credentials: login });

/** What a tool needs in its environment to talk to the emulator instead of AWS. */
export const emulatorEnvironment = (endpoint: string) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ENDPOINT_URL_S3: endpoint,
  AWS_ACCESS_KEY_ID: login.accessKeyId,
  AWS_SECRET_ACCESS_KEY: login.secretAccessKey,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
});

/** Starts the AWS emulator on loopback, installed on first use, and waits until it answers. */
export const startEmulator = async ({ port, stateDir, said = () => undefined }: EmulatorOptions): Promise<Emulator> => {
  const python = await pythonWith(join(import.meta.dirname, "requirements.txt"), said);
  const scratch = join(stateDir, "tmp");
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  // The emulator unpacks functions here and starts them by a CommonJS script, which our own package.json would forbid.
  await writeFile(join(scratch, "package.json"), '{ "type": "commonjs" }');
  const endpoint = `http://127.0.0.1:${port}`;
  const logFile = join(stateDir, "emulator.log");
  const log = openSync(logFile, "w");
  const child = spawn(python, [join(import.meta.dirname, "emulator-host.py")], {
    /** Its own process group, so that a Ctrl-C reaches it through `stop` only, and the functions' processes with it. */
    detached: true,
    /** An open pipe as standard input: when this process goes, the pipe closes, and the emulator ends by itself. */
    stdio: ["pipe", log, log],
    env: {
      ...process.env,
      ...emulatorEnvironment(endpoint),
      /** Functions run under the Node that runs this. */
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ""}`,
      GATEWAY_PORT: String(port),
      PERSIST_STATE: "1",
      STATE_DIR: stateDir,
      S3_PERSIST: "1",
      S3_DATA_DIR: join(stateDir, "s3"),
      TMPDIR: scratch,
      SFTP_ENABLED: "0",
      IOT_MTLS_ENABLED: "0",
    },
  });
  closeSync(log);
  const ended = once(child, "exit");
  const endGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      return; // nobody is left in the group
    }
  };
  const endWith = (signal: "SIGTERM" | "SIGKILL") => async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    endGroup();
  };
  const emulator = { endpoint, ended, stop: endWith("SIGTERM"), kill: endWith("SIGKILL") };
  await Promise.race([
    answers(`${endpoint}/_ministack/ready`),
    ended.then(() => {
      throw new Obstacle(`The emulator ended while starting: its last words are in ${logFile}.`);
    }),
  ]);
  return emulator;
};

const answers = async (url: string): Promise<void> => {
  const giveUp = Date.now() + 60_000;
  while (Date.now() < giveUp) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return;
    await sleep(100);
  }
  throw new Obstacle(`Nothing answered at ${url} within a minute.`);
};
