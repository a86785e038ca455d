import { carryOut, noLinks, type Ports } from "#case/carry-out.ts";
import type { CaseEvent } from "#case/event.ts";
import { isTouched } from "#case/recount.ts";
import { periodsRunning } from "#clock/clock.ts";
import { quarantineShard, shards } from "#clock/keys.ts";
import type { Bilingual } from "#clock/policy.ts";
import type { DeadlineStore } from "#clock/store.ts";

export type RecountPorts = Pick<Ports, "cases" | "world"> & { deadlines: Pick<DeadlineStore, "due" | "ofCase"> };

/** What a change of the calendar came to: the events stored, and the keys of rows that could not be read. */
export type Recounted = { events: CaseEvent[]; unreadable: string[] };

/** Later than any clock rings: everything that runs is due before it. */
const endOfTime = "9999-12-31T23:59:59.999Z";

/**
 * Counts every running clock that the calendar in force touches anew, each as an event on its case. Reads all running
 * clocks of the district, those in quarantine too, which is what an announcement concerns; announcements are rare. Running it again only
 * finds what was started or moved at the very moment of the first run, or what that one left when it was stopped.
 */
export const recountRunning = ({ deadlines, ...ports }: RecountPorts) => {
  const carry = carryOut({ ...ports, linkHash: noLinks });

  const inShard = async (shard: number, reason: Bilingual): Promise<Recounted> => {
    const world = await ports.world();
    const touched = new Set<string>();
    const unreadable: string[] = [];
    for await (const found of deadlines.due(shard, endOfTime)) {
      if ("unreadable" in found) unreadable.push(`${found.key.pk} / ${found.key.sk}`);
      else if (periodsRunning([found.row]).some((clock) => isTouched(clock, world))) touched.add(found.row.caseId);
    }
    const events: CaseEvent[] = [];
    for (const caseId of touched) {
      const running = periodsRunning(await deadlines.ofCase(caseId));
      const outcome = await carry(caseId, { type: "recount", running, reason });
      if (outcome.kind === "done") events.push(...outcome.events);
    }
    return { events, unreadable };
  };

  return async (reason: Bilingual): Promise<Recounted> => {
    const parts = await Promise.all([...shards, quarantineShard].map((shard) => inShard(shard, reason)));
    return {
      events: parts.flatMap(({ events }) => events),
      unreadable: parts.flatMap(({ unreadable }) => unreadable),
    };
  };
};
