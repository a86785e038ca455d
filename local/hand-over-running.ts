import { carryOut, noLinks, type Ports } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import { shards } from "#clock/keys.ts";
import { numberOf } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";

export type HandOverPorts = { cases: Ports["cases"] & Pick<CaseStore, "standing">; world: Ports["world"] };

/** The turns that passed on, and the cases that could not be looked at, with why. */
export type TurnsPassedOn = { events: CaseEvent[]; failed: string[] };

/**
 * Goes through all cases that stand somewhere, once a directory has come into force, and has whoever may not keep their turn
 * by it hand it over. A case that fails is named and keeps no other. Running it again finds only what was left.
 */
export const handOverRunning = ({ cases, world: worldOfNow }: HandOverPorts) => {
  const carry = carryOut({ cases, world: worldOfNow, linkHash: noLinks }, upkeepJudges);
  return async (): Promise<TurnsPassedOn> => {
    const world = await worldOfNow();
    const done: TurnsPassedOn = { events: [], failed: [] };
    const ofCase = async (caseId: string): Promise<void> => {
      try {
        const before = await cases.load(caseId);
        if (before === undefined) return;
        const outcome = await carry(caseId, { type: "handOver" }, {}, { before, world });
        if (outcome.kind === "done") done.events.push(...outcome.events);
      } catch (error) {
        done.failed.push(`${caseId}: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    for (const shard of shards) {
      const ids: string[] = [];
      for await (const { caseId } of cases.standing(shard)) ids.push(caseId);
      await inBatches(ids, ofCase);
    }
    return done;
  };
};

/** One line for each turn that has passed on: of which case, from whom to whom, and whether it is a decision. */
export const handedOverLines = (events: readonly CaseEvent[]): string[] =>
  events.flatMap(({ caseId, fact }) => {
    if (fact.type === "reassigned") return [`  ${numberOf(caseId)}: ${fact.from} → ${fact.to}`];
    if (fact.type === "decisionPassedOn") {
      return [`  ${numberOf(caseId)}, the decision on more time: ${fact.from} → ${fact.to.staff}`];
    }
    return [];
  });
