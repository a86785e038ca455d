import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Calendar, chineseCalendar } from "#clock/calendar.ts";
import { demoNow, type Now, realNow } from "#clock/now.ts";
import type { Directory } from "./directory.ts";
import { directoryStore } from "./store.ts";

/** What a function knows of its district: the moment, the calendar, and the directory in force. */
export type DistrictPorts = { now: Now; calendar: Calendar; directory: () => Promise<Directory> };

/** The ports on the district that a function's environment names. */
export const districtPorts = (
  db: DynamoDBDocumentClient,
  env: { DIRECTORY_TABLE: string; CLOCK: "real" | "demo" },
): DistrictPorts => {
  const store = directoryStore(db, env.DIRECTORY_TABLE);
  return {
    now: env.CLOCK === "demo" ? demoNow(() => store.demoOffset()) : realNow,
    calendar: chineseCalendar(),
    directory: () => store.current(),
  };
};
