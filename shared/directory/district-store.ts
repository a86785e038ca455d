import { demoNow, type Now, realNow } from "#clock/now.ts";
import type { Database } from "#record/database.ts";
import { directoryStore, type InForce } from "./store.ts";

/** What a function knows of its district: the moment, and the directory and calendar in force. */
export type DistrictPorts = { now: Now; inForce: () => Promise<InForce> };

/** The ports on the district that a function's environment names. */
export const districtPorts = (
  db: Database,
  env: { DIRECTORY_TABLE: string; CLOCK: "real" | "demo" },
): DistrictPorts => {
  const store = directoryStore(db, env.DIRECTORY_TABLE);
  return {
    now: env.CLOCK === "demo" ? demoNow(() => store.demoOffset()) : realNow,
    inForce: () => store.inForce(),
  };
};
