import * as z from "zod";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { followingJudges } from "#case/acts/judges.ts";
import { readExecutionName } from "#case/outbox/execution-name.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { transitMinutes } from "#case/state/decision.ts";
import { clocksOf } from "#case/state/running.ts";
import { inTransit, stationOf } from "#case/state/standing.ts";
import type { CaseStore, StandingCase } from "#case/store/case-store.ts";
import type { ExecutionStore } from "#case/store/execution-store.ts";
import { type ClockName, type ClockRow, sameClock } from "#clock/clock.ts";
import { clockPartition, shardCount, shardOf, shards } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";
import type { DeadlineStore } from "#clock/store.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";
import type { UnreadableRow } from "#record/row.ts";

/**
 * By an event: the case of an execution that has ended. By the schedule: what failed lately, and this hour's shard of the
 * round. With `whole`, by an operator or after a restart of the emulator: the whole round at once.
 */
export const ReconcileInput = z.object({
  detail: z.object({ name: z.string() }).optional(),
  whole: z.literal(true).optional(),
});
export type ReconcileInput = z.infer<typeof ReconcileInput>;

export type ReconcilePorts = Ports & {
  cases: Pick<CaseStore, "standing" | "history" | "newest">;
  deadlines: Pick<DeadlineStore, "due" | "ofCase">;
  executions: Pick<ExecutionStore, "isRunning" | "running"> & {
    /** Names of the executions that failed, timed out or were aborted within the last hours. */
    failedLately: () => AsyncIterable<string>;
  };
  now: () => Promise<Instant>;
};

/** A case, or what could not be listed, and the error that it came to. */
type Failed = { of: string; error: unknown };

/** A case that stands somewhere, and those of its clocks that it should run and that nothing would ever let ring. */
export type Clockless = { caseId: string; clocks: ClockName[] };

/**
 * The cases that have a new execution, those with a clock that nobody watches, and those whose state is not that of their
 * newest event; what could not be reconciled, and how many cases the time did not suffice for.
 */
export type Reconciled = {
  replaced: string[];
  clockless: Clockless[];
  broken: string[];
  failed: Failed[];
  left: number;
};

const hour = 3_600_000;
const goldenRatio = (Math.sqrt(5) - 1) / 2;
/** Later than any clock rings: everything that runs is due before it. */
const endOfTime = "9999-12-31T23:59:59.999Z";

/** A row of the Deadlines table as one text. */
const rowName = (pk: string, sk: string): string => `${pk} ${sk}`;

const hourOf = (now: Instant): number => Math.floor(Date.parse(now) / hour);

/**
 * Cases in the order of an hour. Each hour begins elsewhere, by the golden ratio, which spreads beginnings so evenly that
 * calls whose time does not suffice come to every case between them, and not to the first ones again and again.
 */
const fromTheHour = (cases: readonly string[], now: Instant): string[] => {
  const begin = Math.floor(cases.length * ((hourOf(now) * goldenRatio) % 1));
  return [...cases.slice(begin), ...cases.slice(0, begin)];
};

/** In the index, or in quarantine, which has an alarm of its own. */
const isWatched = (rows: readonly ClockRow[], name: ClockName): boolean =>
  rows.some(
    ({ clock, nextAt, quarantined }) => sameClock(clock, name) && (nextAt !== undefined || quarantined !== undefined),
  );

/**
 * Looks after what is lost (ADR 0013). Lists tell which cases to suspect: whose execution has ended, or whose clock or
 * execution is not among those that are there. Only a suspect is read, and judged by the record alone; so a list that lags
 * behind costs two reads and nothing else.
 *
 * A suspect whose execution is gone gets a new one where its record stands. A case between two steps is left to its transit
 * clock, which does the same after minutes: so an execution that cannot start is not started in a loop. Nor is one that
 * fails at once where a step is open: after a replacement the next hourly call makes the next one.
 * A case that should run a clock which is neither in the index nor in quarantine is named, for the alarm: nothing else
 * would find it. When it is the transit clock, the case goes on with a new execution and a new one of these.
 * A suspect whose state does not agree with its newest event is named, too, at the price of one more read.
 * What fails, a case or a list, keeps none of the others (fault 13): what it came to is told with what was found beside it.
 */
export const reconcile = (ports: ReconcilePorts) => {
  /** A case may go on between two looks; its clocks were not read with it. */
  const hasGoneOn = async ({ id, version }: Case): Promise<boolean> =>
    (await ports.cases.load(id))?.version !== version;

  /** @param hasTime whether another case may be begun. */
  return async ({ detail, whole }: ReconcileInput, hasTime: () => boolean): Promise<Reconciled> => {
    const now = await ports.now();
    const all: Reconciled = { replaced: [], clockless: [], broken: [], failed: [], left: 0 };

    /** Which of its clocks a case has lost. One whose row cannot be read may be among the others: then it has failed. */
    const lostBy = async (c: Case): Promise<ClockName[]> => {
      const unreadable: UnreadableRow[] = [];
      const rows = await ports.deadlines.ofCase(c.id, (row) => unreadable.push(row));
      const lost = clocksOf(c).filter((clock) => !isWatched(rows, clock));
      if (lost.length === 0 || (await hasGoneOn(c))) return [];
      all.failed.push(...unreadable.map((error) => ({ of: c.id, error })));
      return unreadable.length > 0 ? [] : lost;
    };

    /** Whether the state is not that of the newest event: one of the two was written by hand. */
    const isBroken = async (c: Case): Promise<boolean> => {
      const newest = await ports.cases.newest(c.id);
      return (newest?.seq !== c.version || newest.hash !== c.head) && !(await hasGoneOn(c));
    };

    const replace = async (c: Case, lost?: ClockName): Promise<void> => {
      const outcome = await carryOut(ports, followingJudges)(c.id, {
        type: "replaceExecution",
        epoch: c.epoch,
        ...(lost && { lost }),
      });
      if (outcome.kind === "done" && outcome.events.length > 0) all.replaced.push(c.id);
    };

    /** Another execution would fail like the one before it, at once: the next hour gives it its chance. */
    const wasReplacedLately = async ({ id }: Case): Promise<boolean> => {
      const { events } = await ports.cases.history(id);
      const last = events.findLast(({ fact }) => fact.type === "executionReplaced");
      return last !== undefined && last.at > minutesLater(now, -transitMinutes);
    };

    const follow = async (caseId: string, endedEpoch: number | undefined): Promise<void> => {
      const c = await ports.cases.load(caseId);
      const station = c && stationOf(c);
      if (c !== undefined && hasEnded(c) && c.running.length > 0) {
        // Whoever is to call its petitioner goes by a clock, and no execution.
        const lost = await lostBy(c);
        if (lost.length > 0) all.clockless.push({ caseId, clocks: lost });
      }
      if (c === undefined || station === undefined) return;
      if (endedEpoch !== undefined && endedEpoch < c.epoch) return;
      if (await isBroken(c)) all.broken.push(caseId);
      const lost = await lostBy(c);
      if (lost.length > 0) all.clockless.push({ caseId, clocks: lost });
      if (inTransit(c)) {
        const watch = lost.find(({ kind }) => kind === "transit");
        if (watch !== undefined) await replace(c, watch);
        return;
      }
      if (await ports.executions.isRunning(caseId, c.epoch, station)) return;
      if (detail !== undefined && (await wasReplacedLately(c))) return;
      await replace(c);
    };

    const orFailed = async (of: string, job: () => Promise<void>): Promise<void> => {
      await job().catch((error: unknown) => all.failed.push({ of, error }));
    };

    /** By id; with the epoch of the execution that ended, unless a list has it that something is missing now. */
    const suspects = new Map<string, number | undefined>();
    const suspectAfter = (name: string): boolean => {
      const ended = readExecutionName(name);
      if (ended !== undefined) suspects.set(ended.caseId, Math.max(ended.epoch, suspects.get(ended.caseId) ?? 0));
      return ended !== undefined;
    };

    /** The running executions of the cases in some shards; `undefined` when they cannot be listed. */
    const runningIn = async (asked: readonly number[]): Promise<Set<string> | undefined> => {
      const names = new Set<string>();
      try {
        for await (const name of ports.executions.running()) {
          if (!hasTime()) throw new Error("There are more running executions than could be listed in the time");
          const { caseId = name } = readExecutionName(name) ?? {};
          if (asked.includes(shardOf(caseId))) names.add(name);
        }
        return names;
      } catch (error) {
        all.failed.push({ of: "running executions", error });
        return undefined;
      }
    };

    /** The cases first: one that starts a clock meanwhile is suspected for nothing, and none is overlooked. */
    const suspectIn = async (shard: number, running: Set<string> | undefined): Promise<void> => {
      const cases: StandingCase[] = [];
      for await (const standing of ports.cases.standing(shard)) cases.push(standing);
      const clocks = new Set<string>();
      for await (const { key } of ports.deadlines.due(shard, endOfTime)) clocks.add(rowName(key.pk, key.sk));

      const isAllThere = ({ caseId, expected }: StandingCase): boolean => {
        if (expected === undefined) return false;
        const { execution } = expected;
        const runs = execution === undefined || running === undefined || running.has(execution);
        return runs && expected.clocks.every((sk) => clocks.has(rowName(clockPartition(caseId), sk)));
      };
      for (const standing of cases) if (!isAllThere(standing)) suspects.set(standing.caseId, undefined);
    };

    if (detail === undefined) {
      const asked = whole ? shards : [hourOf(now) % shardCount];
      await orFailed("failed executions", async () => {
        for await (const name of ports.executions.failedLately()) suspectAfter(name);
      });
      const running = await runningIn(asked);
      for (const shard of asked) await orFailed(`shard ${shard}`, () => suspectIn(shard, running));
    } else if (!suspectAfter(detail.name)) throw new Error(`Not an execution of a case: ${detail.name}`);
    await inBatches(fromTheHour([...suspects.keys()], now), async (caseId) => {
      if (hasTime()) await orFailed(caseId, () => follow(caseId, suspects.get(caseId)));
      else all.left += 1;
    });
    return all;
  };
};
