import { carryOut, noLinks, type Ports } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import { isTouched } from "#case/acts/recount.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { periodsRunning } from "#clock/clock.ts";
import { quarantineShard, shards } from "#clock/keys.ts";
import type { DeadlineStore } from "#clock/store.ts";
import type { Bilingual } from "#ground/bilingual.ts";

export type RecountPorts = Pick<Ports, "cases" | "world"> & { deadlines: Pick<DeadlineStore, "due"> };

/** What a change of the calendar came to: the events stored, and the rows and cases that could not be counted, with why. */
export type Recounted = { events: CaseEvent[]; notCounted: string[] };

/** Later than any clock rings: everything that runs is due before it. */
const endOfTime = "9999-12-31T23:59:59.999Z";

/**
 * Counts every running clock that the calendar in force touches anew, each as an event on its case. Reads all running
 * clocks of the district, those in quarantine too, which is what an announcement concerns; announcements are rare. A case
 * that fails, or cannot be read, is named and keeps no other from being counted. Running it again only finds what was
 * started or moved at the very moment of the first run, or what that one left.
 */
export const recountRunning = ({ deadlines, ...ports }: RecountPorts) => {
  const carry = carryOut({ ...ports, linkHash: noLinks }, upkeepJudges);

  const ofCase = async (caseId: string, reason: Bilingual): Promise<Recounted> => {
    try {
      const outcome = await carry(caseId, { type: "recount", reason });
      return { events: outcome.kind === "done" ? outcome.events : [], notCounted: [] };
    } catch (error) {
      return { events: [], notCounted: [`${caseId}: ${error instanceof Error ? error.message : String(error)}`] };
    }
  };

  const inShard = async (shard: number, reason: Bilingual): Promise<Recounted> => {
    const world = await ports.world();
    const touched = new Set<string>();
    const counted: Recounted = { events: [], notCounted: [] };
    for await (const found of deadlines.due(shard, endOfTime)) {
      if ("unreadable" in found) counted.notCounted.push(found.unreadable.message);
      else if (periodsRunning([found.row]).some((clock) => isTouched(clock, world))) touched.add(found.row.caseId);
    }
    for (const caseId of touched) {
      const { events, notCounted } = await ofCase(caseId, reason);
      counted.events.push(...events);
      counted.notCounted.push(...notCounted);
    }
    return counted;
  };

  return async (reason: Bilingual): Promise<Recounted> => {
    const parts = await Promise.all([...shards, quarantineShard].map((shard) => inShard(shard, reason)));
    return {
      events: parts.flatMap(({ events }) => events),
      notCounted: parts.flatMap(({ notCounted }) => notCounted),
    };
  };
};
