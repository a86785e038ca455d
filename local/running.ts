import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { connect, Outputs } from "./connection.ts";
import { Obstacle } from "./obstacle.ts";
import { localDir } from "./python.ts";

/** Where the state of the district of `npm start` is kept. */
export const districtDir = join(localDir, "district");

/** What a running local district notes about itself for the other commands. */
export const Running = z.strictObject({ endpoint: z.url(), baseUrl: z.url(), mailbox: z.url(), outputs: Outputs });
export type Running = z.infer<typeof Running>;

export const runningFile = (dir: string) => join(dir, "running.json");

/** The local district that `npm start` is running. */
export const runningDistrict = async (): Promise<Running> => {
  const noted = await readFile(runningFile(districtDir), "utf8").catch((cause: unknown) => {
    throw new Obstacle("The local district is not running: start it with npm start, and leave it running.", { cause });
  });
  return Running.parse(JSON.parse(noted));
};

/**
 * The tables that a command works on: those named by CASES_TABLE and DIRECTORY_TABLE in the environment, with the
 * AWS account that it holds (a deployed stage), or else those of the running local district.
 */
export const tables = async () => {
  const { CASES_TABLE, DIRECTORY_TABLE } = process.env;
  if (CASES_TABLE !== undefined && DIRECTORY_TABLE !== undefined) {
    return { ...connect(undefined), cases: CASES_TABLE, directory: DIRECTORY_TABLE };
  }
  const { endpoint, outputs } = await runningDistrict();
  return { ...connect(endpoint), cases: outputs.CasesTable, directory: outputs.DirectoryTable };
};
