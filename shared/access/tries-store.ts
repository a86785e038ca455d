import { type Instant, later, secondsLater } from "#ground/instant.ts";
import { absent, allOf, type Database, equals, MovedOn, rowOf, type Write } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { tryKey } from "./keys.ts";
import { type Counter, counted, Tried } from "./tries.ts";

/** A try that may be made now, or the moment until which it has to wait. */
export type TakenTry =
  | {
      kind: "taken";
      /** Takes this one try out of the count again, since it was no guess. Tries of others stay counted. */
      giveBack: () => Promise<void>;
    }
  | { kind: "wait"; until: Instant };

/** A request before which so many others were faster has to wait some seconds, uncounted: so many at once are no people. */
const attempts = 20;
const whenOvertaken = 2;

/** A counter as it was read, and as it is to be. */
type CountStep = { counter: Counter; before: Tried | undefined; after: Tried };

const isStep = (step: CountStep | { wait: Instant }): step is CountStep => "after" in step;

/**
 * Tries of whatever can be guessed, in the Tries table. A try is counted before anything is compared, in one write whose
 * condition is the count that it was judged by: of any number of requests at one moment each is counted alone, and none
 * gets past the pace. One that has to wait costs a read and writes nothing.
 */
export const triesStore = (db: Database, table: string) => {
  const read = async ({ of }: Counter): Promise<Tried | undefined> => {
    const key = tryKey(of);
    const item = await db.get(table, key);
    if (item === undefined) return undefined;
    return readRow(Tried, key, rowOf(item));
  };

  const judge = async (counter: Counter, now: Instant): Promise<CountStep | { wait: Instant }> => {
    const before = await read(counter);
    const after = counted(counter.pace, before, now);
    return "wait" in after ? after : { counter, before, after };
  };

  const write = ({ counter: { of }, before, after: row }: CountStep): Write => ({
    does: "put",
    table,
    key: tryKey(of),
    form: Tried,
    row,
    if: before === undefined ? absent : allOf(equals("count", before.count), equals("at", before.at)),
    refusedAs: MovedOn,
  });

  /** One count less. Where others have tried meanwhile, their tries stay, and so does the wait that they brought about. */
  const takeOut = async ({ counter, before, after }: CountStep): Promise<void> => {
    const { until: _, ...unhindered } = after;
    const asBefore = before ?? { ...unhindered, count: 0 };
    let stands: Tried | undefined = after;
    for (let attempt = 1; stands !== undefined && stands.count > 0 && attempt <= attempts; attempt += 1) {
      const row = stands === after ? asBefore : { ...stands, count: stands.count - 1 };
      try {
        await db.write([write({ counter, before: stands, after: row })]);
        return;
      } catch (error) {
        if (!(error instanceof MovedOn)) throw error;
        stands = await read(counter);
      }
    }
  };

  return {
    /** Counts a try in all of the counters, or in none when one of them has to wait. */
    take: async (counters: readonly Counter[], now: Instant): Promise<TakenTry> => {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const judged = await Promise.all(counters.map((counter) => judge(counter, now)));
        const waits = judged.flatMap((one) => (isStep(one) ? [] : one.wait));
        if (waits.length > 0) return { kind: "wait", until: waits.reduce(later) };
        const steps = judged.filter(isStep);
        try {
          await db.write(steps.map(write));
          return { kind: "taken", giveBack: async () => void (await Promise.all(steps.map(takeOut))) };
        } catch (error) {
          if (!(error instanceof MovedOn)) throw error;
        }
      }
      return { kind: "wait", until: secondsLater(now, whenOvertaken) };
    },
  };
};
