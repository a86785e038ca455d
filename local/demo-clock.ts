import { directoryStore } from "#directory/store.ts";
import { connect } from "./connection.ts";
import type { Running } from "./running.ts";

/** Moves a local district's time on and lets every clock ring that is due then. Returns the district's time. */
export const advanceClock = async ({ endpoint, outputs }: Running, ms: number): Promise<Date> => {
  const { db, call } = connect(endpoint);
  const ahead = await directoryStore(db, outputs.DirectoryTable).moveDemoClock(ms);
  await call(outputs.SweepFunction);
  return new Date(Date.now() + ahead);
};
