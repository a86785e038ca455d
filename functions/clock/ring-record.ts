import type { DueClock, Rung } from "#case/acts/ring-clock.ts";
import { registerOf } from "#ground/ids.ts";

/** What rings the clocks of each kind of record. */
export type RecordRings = Readonly<Record<"case" | "entry", (clock: DueClock) => Promise<Rung>>>;

/** RecordRings a due clock of whatever record: its id tells which kind that is. */
export const ringRecord =
  (rings: RecordRings) =>
  (clock: DueClock): Promise<Rung> =>
    rings[registerOf(clock.caseId) === undefined ? "case" : "entry"](clock);
