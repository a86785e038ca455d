import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { directoryStore } from "#directory/store.ts";
import { askSamples } from "./asked-samples.ts";
import { connect, type Outputs } from "./connection.ts";
import { decideSamples } from "./decided-samples.ts";
import { advanceClock, openInWorkingTime } from "./demo-clock.ts";
import { deploy } from "./deploy.ts";
import { readDirectoryFile } from "./directory-file.ts";
import { districtTime } from "./district-time.ts";
import { startEmulator } from "./emulator.ts";
import { joinSamples } from "./joined-samples.ts";
import { startMailbox } from "./mailbox.ts";
import { mergeSamples } from "./merged-samples.ts";
import { nameSampleAgents } from "./named-agents.ts";
import { needPort } from "./port.ts";
import { startProxy } from "./proxy.ts";
import { registerSamples } from "./registered-samples.ts";
import { type RunningDistrict, runningFile } from "./running.ts";
import { fileSamples } from "./samples.ts";
import { sendSampleFiles } from "./sent-files.ts";
import { tellSamples } from "./told-samples.ts";
import { clearUnfinishedStart, openedFile } from "./unfinished-start.ts";

export type DistrictOptions = {
  ports: { district: number; mailbox: number; smtp: number; emulator: number };
  /** Everything that the district keeps. Two districts with their own folders and ports may run beside each other. */
  dir: string;
  /** Whether sample petitions are filed in a new district. */
  samples: boolean;
  /** Hears, step by step, what is being done. */
  said?: (progress: string) => void;
  /** Ends the start when it is aborted; what was started by then is ended too. */
  signal?: AbortSignal;
};

export type LocalDistrict = RunningDistrict & {
  /** Settles when the emulator has ended by itself. */
  ended: Promise<unknown>;
  /** Ends everything in good order. The next start finds the district as it was. */
  stop: () => Promise<void>;
  /** Ends the emulator as a power cut would, then the rest. */
  kill: () => Promise<void>;
};

/**
 * Starts a whole district on this machine: the emulator, the mailbox, the app deployed by CDK, the demo directory, the
 * address that browsers use. A new district opens in working hours, and sample petitions are filed in it; in one that
 * was there before, cases whose workflow execution has not survived get a new one.
 */
export const startDistrict = async (options: DistrictOptions): Promise<LocalDistrict> => {
  const { ports, dir, samples, said = () => undefined, signal } = options;
  await needPort(ports.district, "the district");
  await needPort(ports.mailbox, "the mailbox");
  await needPort(ports.smtp, "incoming email");
  await needPort(ports.emulator, "the AWS emulator");
  const opened = await clearUnfinishedStart(dir);
  await mkdir(dir, { recursive: true });

  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const next = (progress: string) => {
    signal?.throwIfAborted();
    said(progress);
  };
  try {
    next("starting the AWS emulator");
    const emulator = await startEmulator({ port: ports.emulator, stateDir: join(dir, "emulator"), said });
    stops.push(emulator.stop);
    next("starting the mailbox");
    const mail = await startMailbox({ smtpPort: ports.smtp, webPort: ports.mailbox, directory: join(dir, "mail") });
    stops.push(mail.stop);

    const { endpoint } = emulator;
    const baseUrl = `http://localhost:${ports.district}`;
    const outputs = await deploy({ endpoint, baseUrl, smtpUrl: mail.smtpUrl, dir, said: next, signal });
    const running = { endpoint, baseUrl, mailbox: `http://localhost:${ports.mailbox}`, outputs };
    const proxy = await startProxy({
      port: ports.district,
      baseUrl,
      api: `${endpoint}/_aws/execute-api/${outputs.ApiId}/$default`,
      advance: async (ms) => {
        await advanceClock(running, ms);
      },
    });
    stops.push(proxy.stop);

    if (opened) {
      next("resuming open cases");
      await resume(endpoint, outputs);
    } else {
      next("reading the demo directory");
      await importDemoDirectory(running);
      const opening = await openInWorkingTime(running);
      if (opening !== undefined) {
        said(
          `The district's clock is set to ${districtTime(opening)}: emails that deadlines cause wait for working hours.`,
        );
      }
      if (samples) {
        next("filing sample petitions");
        const filed = await fileSamples(baseUrl);
        next("registering two that came by letter and at the window");
        await registerSamples(running);
        next("answering some of them");
        await tellSamples(running, filed);
        await nameSampleAgents(running, filed);
        await joinSamples(running, filed);
        await decideSamples(running, filed);
        await mergeSamples(running, filed);
        await sendSampleFiles(running, filed);
        await askSamples(running, filed);
      }
    }
    await writeFile(openedFile(dir), "");
    await writeFile(runningFile(dir), JSON.stringify(running));
    stops.push(() => rm(runningFile(dir), { force: true }));
    signal?.throwIfAborted();
    return {
      ...running,
      ended: emulator.ended,
      stop: stopAll,
      kill: async () => {
        await emulator.kill();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
};

const importDemoDirectory = async ({ endpoint, outputs }: RunningDistrict): Promise<void> => {
  const checked = await readDirectoryFile(join(import.meta.dirname, "demo", "district.yaml"));
  if (!checked.ok) throw new Error(`district.yaml: ${JSON.stringify(checked.mistakes)}`);
  await directoryStore(connect(endpoint).db, outputs.DirectoryTable).importVersion(checked.directory);
};

/** Messages that the stream had not handed over, then executions that ended with the emulator. */
const resume = async (endpoint: string, { RedriveFunction, ReconcileFunction }: Outputs): Promise<void> => {
  const { call } = connect(endpoint);
  await call(RedriveFunction);
  await call(ReconcileFunction, { whole: true });
};
