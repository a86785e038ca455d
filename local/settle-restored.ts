import type { Case } from "#case/state/case.ts";
import { nextRing, periodOf } from "#case/state/periods.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { RestoredStore } from "#case/store/restored-store.ts";
import { type Clock, type ClockRow, sameClock } from "#clock/clock.ts";
import { quarantineShard, shards } from "#clock/keys.ts";
import type { DeadlineStore } from "#clock/store.ts";
import { CaseId, type CaseNumber, readCaseNumber, registerOf } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";

export type SettlePorts = {
  cases: Pick<CaseStore, "standing" | "load">;
  deadlines: Pick<DeadlineStore, "due" | "ofCase" | "endOvertaken">;
  restored: RestoredStore;
  world: () => Promise<World>;
};

/** What a restore was put right in. Each list names cases, or clocks of cases. */
export type Settled = {
  /** Cases that stand somewhere. */
  standing: number;
  retold: string[];
  lost: string[];
  numbers: string[];
  clocksBack: string[];
  clocksEnded: string[];
  /** What could not be put right, and why. */
  failed: string[];
};

/** Numbers that are passed over beyond the highest that somebody knows of: what was given last, nobody may know. */
export const gap = 1000;

/** Later than any clock rings: everything that runs is due before it. */
const endOfTime = "9999-12-31T23:59:59.999Z";

const ringOf = (petition: Case, clock: Clock, world: World): Instant | undefined => {
  if (clock.family === "watch") return clock.due;
  const period = periodOf(petition, clock, world.directory);
  return period && nextRing(petition, period, world);
};

/**
 * Puts tables right that were restored to an earlier moment, before anybody may use them. What a restore leaves may be cut
 * in the middle of transactions, and each table may be of another second.
 *
 * Events are the record: each case's state is told from them, its clocks' rows from its state. Of a case whose filing was
 * cut nothing stays; clocks of cases that are not there ring no more. The register goes on beyond `past`, the highest
 * number of each year that anybody has been given. Executions are left to reconcile, mails to the outbox. Running it again
 * finds nothing to do.
 */
export const settleRestored =
  ({ cases, deadlines, restored, world }: SettlePorts) =>
  async (past: readonly CaseNumber[]): Promise<Settled> => {
    const present = await world();
    const settled: Settled = {
      standing: 0,
      retold: [],
      lost: [],
      numbers: [],
      clocksBack: [],
      clocksEnded: [],
      failed: [],
    };

    const clocksOf = async (petition: Case): Promise<void> => {
      const rows = await deadlines.ofCase(petition.id);
      for (const { clock, ranOut } of petition.running) {
        const row = rows.find((one) => sameClock(one.clock, clock));
        const ring = ranOut || row?.quarantined ? undefined : ringOf(petition, clock, present);
        if (ring === undefined || (row?.nextAt !== undefined && row.nextAt <= ring)) continue;
        await restored.putClockBack(petition.id, clock, ring, present.now);
        settled.clocksBack.push(`${petition.id} ${clock.kind} ${clock.n}`);
      }
    };

    const ofCase = async (id: CaseId): Promise<void> => {
      settled.standing += 1;
      const retold = await restored.retell(id);
      if (retold.came === "lost") settled.lost.push(id);
      if (retold.came === "retold") settled.retold.push(id);
      if (!("petition" in retold)) return;
      settled.numbers.push(...(await restored.keepNumber(id)));
      await clocksOf(retold.petition);
    };

    const orFailed = async (what: string, job: () => Promise<void>): Promise<void> => {
      await job().catch((error: unknown) => settled.failed.push(`${what}: ${String(error)}`));
    };

    for (const number of past) {
      const { year, serial } = readCaseNumber(number);
      await restored.continueAfter(year, serial + gap);
    }
    // Those that only their clocks know of: the row of their state was cut.
    const known = new Set<CaseId>();
    for (const shard of shards) for await (const { caseId } of cases.standing(shard)) known.add(CaseId.parse(caseId));
    const clocks: ClockRow[] = [];
    for (const shard of [...shards, quarantineShard]) {
      for await (const due of deadlines.due(shard, endOfTime)) {
        // An entry of a register is told from its events whenever it is read: there is nothing to put right.
        if ("row" in due && registerOf(due.row.caseId) === undefined) clocks.push(due.row);
      }
    }
    for (const { caseId } of clocks) known.add(CaseId.parse(caseId));
    for (const id of known) await orFailed(id, () => ofCase(id));

    for (const { caseId, clock, nextAt, quarantined } of clocks) {
      await orFailed(caseId, async () => {
        const rings = nextAt ?? quarantined?.at;
        if (rings === undefined || (await cases.load(caseId)) !== undefined) return;
        await deadlines.endOvertaken(caseId, clock, rings, present.now);
        settled.clocksEnded.push(`${caseId} ${clock.kind} ${clock.n}`);
      });
    }
    return settled;
  };

const lines: Record<Exclude<keyof Settled, "standing">, string> = {
  retold: "told anew from their events",
  lost: "lost: the filing was cut, nothing of it stays",
  numbers: "have their number again",
  clocksBack: "deadlines put back",
  clocksEnded: "deadlines of lost cases ended",
  failed: "NOT put right",
};

/** What a restore was put right in, a line for each kind, the cases named below it. */
export const settledLines = (settled: Settled): string[] => [
  `${settled.standing} cases looked at`,
  ...Object.entries(lines).flatMap(([kind, words]) => {
    const named = Object.entries(settled).find(([name]) => name === kind)?.[1];
    return Array.isArray(named) && named.length > 0
      ? [`${named.length} ${words}`, ...named.map((one) => `  ${one}`)]
      : [];
  }),
];
