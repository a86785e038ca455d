import type { CaseEvent } from "#case/state/event.ts";
import { ClockRow } from "#clock/clock.ts";

/** The rows of the Deadlines table that a history leaves, in the order in which their clocks started. */
export const clockRowsAfter = (events: readonly CaseEvent[]): ClockRow[] => {
  const rows = new Map<string, object>();
  for (const { caseId, clocks, at } of events) {
    for (const change of clocks) {
      const key = `${change.clock.kind}#${change.clock.n}`;
      const row = rows.get(key);
      switch (change.change) {
        case "start":
          rows.set(key, { v: 1, caseId, clock: change.clock, nextAt: change.nextAt, failures: 0 });
          break;
        case "resume":
          if (change.nextAt === undefined) break;
          rows.set(key, { v: 1, caseId, clock: change.clock, nextAt: change.nextAt, failures: 0 });
          break;
        case "move":
          rows.set(key, { ...row, clock: change.clock, nextAt: change.nextAt });
          break;
        case "next":
          rows.set(key, { ...row, nextAt: change.nextAt });
          break;
        case "stop":
          rows.set(key, { ...row, nextAt: undefined, ended: { at, why: change.why } });
          break;
      }
    }
  }
  return [...rows.values()].map((row) => ClockRow.parse(row));
};
