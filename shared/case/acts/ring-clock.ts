import { RangBefore } from "#case/state/change.ts";
import { traits } from "#case/state/event.ts";
import type { ClockName } from "#clock/clock.ts";
import type { Instant } from "#ground/instant.ts";
import { carryOut, type Ports } from "./carry-out.ts";
import { clockJudges } from "./judges.ts";

/** A clock that was found due at `nextAt`. */
export type DueClock = { caseId: string; clock: ClockName; nextAt: Instant };

/** What came of a ring: the types of the events stored, or why there is none. */
export type Rung = {
  caseId: string;
  clock: ClockName;
  came: string[];
  /** Nobody of the unit could stand in for an owner who is away: the bureau has the step. */
  fellToBureau?: true;
  /** A promise is broken, or nobody is above to pass it to: the bureau's supervision begins or goes on. */
  late?: true;
};

export type RingPorts = {
  /** Ends a clock's row that its case no longer runs, unless its time was moved since `nextAt` was read. */
  endOvertaken: (caseId: string, clock: ClockName, nextAt: Instant, at: Instant) => Promise<void>;
};

/**
 * Rings a due clock: gives its command to its case. A clock that its case no longer runs is ended with that reason,
 * so that every ring ends in an event or in a recorded reason (guarantee 4). Two overlapping sweeps ring it once.
 */
export const ringClock =
  (ports: Ports & RingPorts) =>
  async ({ caseId, clock: { kind, n }, nextAt }: DueClock): Promise<Rung> => {
    const clock = { kind, n };
    try {
      const outcome = await carryOut(ports, clockJudges)(caseId, { type: "ring", clock }, { ring: { clock, nextAt } });
      if (outcome.kind === "done" && outcome.events.length > 0) {
        const fell = outcome.events.some(
          ({ fact }) => fact.type === "reassigned" && fact.how !== "byOwner" && fact.because === "bureauDuty",
        );
        const came = outcome.events.map(({ fact }) => fact.type);
        const late = came.some((type) => traits[type].late);
        return { caseId, clock, came, ...(fell && { fellToBureau: true }), ...(late && { late }) };
      }
    } catch (error) {
      if (error instanceof RangBefore) return { caseId, clock, came: ["rang before"] };
      throw error;
    }
    await ports.endOvertaken(caseId, clock, nextAt, (await ports.world()).now);
    return { caseId, clock, came: ["overtaken"] };
  };
