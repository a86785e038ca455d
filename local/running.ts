import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Shelf } from "#record/anchor.ts";
import { type Connection, connect, Outputs } from "./connection.ts";
import { Obstacle } from "./obstacle.ts";
import { localDir } from "./python.ts";
import { namedStage } from "./stage.ts";

/** Where the state of the district of `npm start` is kept. */
export const districtDir = join(localDir, "district");

/** What a running local district notes about itself for the other commands. */
export const RunningDistrict = z.strictObject({
  endpoint: z.url(),
  baseUrl: z.url(),
  mailbox: z.url(),
  outputs: Outputs,
});
export type RunningDistrict = z.infer<typeof RunningDistrict>;

export const runningFile = (dir: string) => join(dir, "running.json");

/** The local district that `npm start` is running. */
export const runningDistrict = async (): Promise<RunningDistrict> => {
  try {
    const running = RunningDistrict.parse(JSON.parse(await readFile(runningFile(districtDir), "utf8")));
    await fetch(running.endpoint);
    return running;
  } catch (cause) {
    throw new Obstacle("The local district is not running: start it with npm start, and leave it running.", { cause });
  }
};

/** Tables by name, and the client that reaches them. */
export type Tables = Pick<Connection, "db"> & { cases: string; deadlines: string; directory: string };

/** The tables of a running local district. */
export const tablesOf = ({ endpoint, outputs }: RunningDistrict): Tables => ({
  db: connect(endpoint).db,
  cases: outputs.CasesTable,
  deadlines: outputs.DeadlinesTable,
  directory: outputs.DirectoryTable,
});

/**
 * The tables that a command works on: those that CASES_TABLE, DEADLINES_TABLE and DIRECTORY_TABLE name in the AWS
 * account of the environment (a deployed stage), or else those of the running local district.
 */
export const tables = async (): Promise<Tables> => {
  const stage = namedStage();
  if (stage === undefined) return tablesOf(await runningDistrict());
  const { cases, deadlines, directory } = stage;
  return { db: connect(undefined).db, cases, deadlines, directory };
};

/** The anchors of the same district: ANCHORS names the bucket of a deployed stage. */
export const anchors = async (): Promise<Shelf> => {
  const stage = namedStage();
  if (stage === undefined) {
    const { endpoint, outputs } = await runningDistrict();
    return connect(endpoint).anchors(outputs.Anchors);
  }
  if (stage.anchors === undefined) throw new Obstacle("Name the stage's anchors in ANCHORS (output Anchors).");
  return connect(undefined).anchors(stage.anchors);
};

/** Lets the sweep of the same district run once: SWEEP_FUNCTION names that of a deployed stage. Returns its answer. */
export const callSweep = async (): Promise<unknown> => {
  const stage = namedStage();
  if (stage === undefined) {
    const { endpoint, outputs } = await runningDistrict();
    return connect(endpoint).call(outputs.SweepFunction);
  }
  if (stage.sweep === undefined) {
    throw new Obstacle("Name the stage's sweep in SWEEP_FUNCTION (output SweepFunction), or add --dry-run.");
  }
  return connect(undefined).call(stage.sweep);
};
