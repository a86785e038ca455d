import { linkSecrets } from "#access/link-secrets.ts";
import { AssetsEnv, FilePetitionEnv, PetitionStatusEnv, TaskLinkEnv } from "#lambda/environment.ts";
import { assetsDoor } from "../../functions/petition/assets-door.ts";
import { filingDoor } from "../../functions/petition/filing-door.ts";
import { statusDoor } from "../../functions/petition/status-door.ts";
import { taskDoor } from "../../functions/staff/task-door.ts";
import { freePorts } from "../../local/port.ts";
import { memoryBackend } from "../contract/backend.ts";
import { newDistrict } from "../contract/district.ts";
import { secret } from "../contract/machine.ts";
import { memoryVault } from "../contract/vault.ts";
import { at } from "../unit/case/district.ts";
import { serveDoors } from "./doors.ts";

const noon = "2026-03-02T04:00:00.000Z";

/** The real pages of petitioners and staff over a district on tables in memory, for a browser. */
export const deliveryStage = async () => {
  const { district: port } = await freePorts();
  const baseUrl = `http://localhost:${port}`;
  const district = newDistrict(memoryBackend());
  district.turnTo(noon);
  const page = { BASE_URL: baseUrl, ASSETS: "v1", HSTS: "", EDGE_PROOF: "" };
  const tables = {
    ...{ CASES_TABLE: "cases", DEADLINES_TABLE: "deadlines", DIRECTORY_TABLE: "directory", TRIES_TABLE: "tries" },
    ...{ CLOCK: "real", IDENTITY_KEY: "-", LINK_SECRET: "-", ADDRESSES: "GET /status", ...page },
  };
  const outside = {
    db: district.connect().database,
    vault: memoryVault,
    world: () => Promise.resolve(at(noon)),
    secrets: linkSecrets(() => Promise.resolve([secret])),
  };
  const { stop } = await serveDoors(port, [
    filingDoor(FilePetitionEnv.parse(tables), outside),
    statusDoor(PetitionStatusEnv.parse(tables), outside),
    taskDoor(TaskLinkEnv.parse(tables), outside),
    assetsDoor(AssetsEnv.parse(page)),
  ]);
  return {
    baseUrl,
    district,
    stop: async () => {
      district.close();
      await stop();
    },
  };
};
