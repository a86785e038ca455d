import type { World } from "#case/state/world.ts";
import type { Directory } from "#directory/directory.ts";
import { AssetsEnv, FilePetitionEnv } from "#lambda/environment.ts";
import { assetsDoor } from "../../functions/petition/assets-door.ts";
import { filingDoor } from "../../functions/petition/filing-door.ts";
import { freePorts } from "../../local/port.ts";
import { memoryBackend } from "../contract/backend.ts";
import { memoryVault } from "../contract/vault.ts";
import { at } from "../unit/case/district.ts";
import { serveDoors } from "./doors.ts";

/** The real form of a district on tables in memory, for a browser. */
export const filingStage = async (directory: Directory) => {
  const { district: port } = await freePorts();
  const baseUrl = `http://localhost:${port}`;
  const page = { BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" };
  const env = FilePetitionEnv.parse({
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", ADDRESSES: "GET /", ...page },
  });
  const { database: db } = memoryBackend().connect();
  const world: World = { ...at("2026-03-02T02:00:00.000Z"), directory };
  const filing = filingDoor(env, { db, vault: memoryVault, world: () => Promise.resolve(world) });
  const { stop } = await serveDoors(port, [filing, assetsDoor(AssetsEnv.parse(page))]);
  return { baseUrl, stop };
};
