import { UnknownCase } from "#case/acts/carry-out.ts";
import { decide } from "#case/acts/decide.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { record } from "#case/state/record.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { Clock } from "#clock/clock.ts";
import { shards } from "#clock/keys.ts";
import type { DeadlineStore, DueRow } from "#clock/store.ts";
import type { Instant } from "#ground/instant.ts";

/** What a sweep would make of one due row: events (none: the clock would only be ended), or a counted failure. */
export type Foreseen =
  | { kind: "rings"; caseId: string; clock: Clock; since: Instant; events: CaseEvent[] }
  | { kind: "fails"; key: DueRow["key"]; error: Error };

/** Nothing here can write. */
export type PreviewPorts = {
  cases: Pick<CaseStore, "load">;
  deadlines: Pick<DeadlineStore, "due">;
  world: () => Promise<World>;
};

/**
 * Says what a sweep would do now, and does nothing of it. The due clocks of a case are foreseen one upon the other, in
 * the order of the sweep: the second meets the case as the first would leave it.
 */
export const previewSweep = ({ cases, deadlines, world }: PreviewPorts) => {
  const foresee = async (due: DueRow, states: Map<string, Case>, present: World): Promise<Foreseen> => {
    try {
      if ("unreadable" in due) throw due.unreadable;
      const { caseId, clock, nextAt } = due.row;
      if (nextAt === undefined) throw new Error(`${due.key.pk} / ${due.key.sk} is in the index without nextAt`);
      const before = states.get(caseId) ?? (await cases.load(caseId));
      if (before === undefined) throw new UnknownCase(`There is no case ${caseId}`);

      const decision = decide(before, { type: "ring", clock: { kind: clock.kind, n: clock.n } }, present);
      const [first, ...rest] = "refused" in decision ? [] : decision.events;
      if (first === undefined) return { kind: "rings", caseId, clock, since: nextAt, events: [] };
      const { events, after } = record(caseId, before, [first, ...rest], present.now);
      states.set(caseId, after);
      return { kind: "rings", caseId, clock, since: nextAt, events };
    } catch (error) {
      return { kind: "fails", key: due.key, error: error instanceof Error ? error : new Error(String(error)) };
    }
  };

  return async (): Promise<Foreseen[]> => {
    const present = await world();
    const foreseen: Foreseen[] = [];
    for (const shard of shards) {
      const states = new Map<string, Case>();
      for await (const due of deadlines.due(shard, present.now)) foreseen.push(await foresee(due, states, present));
    }
    return foreseen;
  };
};
