import * as z from "zod";
import { Actor } from "#case/state/actor.ts";
import { PeriodRunning, runningAfter } from "#case/state/running.ts";
import { ClockChange, PeriodName } from "#clock/clock.ts";
import { CaseId, EntryId, StaffId, UnitId } from "#ground/ids.ts";
import { Instant, Until } from "#ground/instant.ts";
import { historyOf } from "#record/history.ts";

/** Whose an entry is to act on now. Turns are counted, so that the link of one that is over opens no other. */
export const EntryTurn = z.strictObject({ no: z.int().positive(), unit: UnitId, staff: StaffId });
export type EntryTurn = z.infer<typeof EntryTurn>;

/** What the fields of an entry hold: words, units and days as they are, and of what is sealed the name. */
export const Values = z.record(z.string(), z.string());
export type Values = z.infer<typeof Values>;

/** What an entry rests on: events of a case, by their numbers. */
export const CaseLink = z.strictObject({ case: CaseId, events: z.array(z.int().positive()).min(1) });
export type CaseLink = z.infer<typeof CaseLink>;

/** What a mail about an entry tells its reader. */
export const entrySays = [
  /** It is theirs to act on. */
  "yours",
  /** A share of its time has passed. */
  "reminded",
  /** Its time is over, and it is theirs still. */
  "late",
  /** Somebody who answers for it is told that its time is over; that something was done. */
  "toldLate",
  "toldDone",
] as const;
export type EntrySays = (typeof entrySays)[number];

/** A mail about an entry. It names a turn where it is about one; without, its reader has nothing to do. */
export const EntryMail = z.strictObject({
  kind: z.literal("entryMail"),
  to: StaffId,
  says: z.enum(entrySays),
  turn: z.int().positive().optional(),
  lastDay: Until.optional(),
  notBefore: Instant.optional(),
});
export type EntryMail = z.infer<typeof EntryMail>;

/** What happens to an entry of any register. What names a state begins it, with whose turn it is then. */
export const EntryFact = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("opened"),
    state: z.string(),
    turn: EntryTurn.optional(),
    fields: Values,
    links: z.array(CaseLink),
  }),
  z.strictObject({
    type: z.literal("acted"),
    act: z.string(),
    state: z.string(),
    turn: EntryTurn.optional(),
    fields: Values,
  }),
  /** `turn`: its holder is not there, and somebody stands in from now on. */
  z.strictObject({
    type: z.literal("reminded"),
    clock: PeriodName,
    percent: z.int().min(1).max(99),
    turn: EntryTurn.optional(),
  }),
  /** Its time is over and it stays in its state: with whoever has it, or with another. */
  z.strictObject({ type: z.literal("late"), clock: PeriodName, turn: EntryTurn.optional() }),
  /** Its time is over, and with it its state. */
  z.strictObject({
    type: z.literal("missed"),
    clock: PeriodName,
    state: z.string(),
    turn: EntryTurn.optional(),
  }),
]);
export type EntryFact = z.infer<typeof EntryFact>;

/** A decided event that is not stored yet. */
export type NewEntryEvent = { by: Actor; fact: EntryFact; clocks: ClockChange[]; messages: EntryMail[] };

/** One stored event of an entry, chained to the one before it. */
export const EntryEvent = z.strictObject({
  v: z.literal(1),
  entry: EntryId,
  seq: z.int().positive(),
  at: Instant,
  by: Actor,
  fact: EntryFact,
  clocks: z.array(ClockChange),
  messages: z.array(EntryMail),
  previous: z.string(),
  hash: z.string(),
});
export type EntryEvent = z.infer<typeof EntryEvent>;

/** An entry of any register as its events tell it. It is told from them whenever it is read: there are few. */
export type Entry = {
  id: EntryId;
  version: number;
  head: string;
  changedAt: Instant;
  openedAt: Instant;
  openedBy: StaffId;
  state: string;
  /** Whose turn it is; nobody's where its state is an end. */
  turn: EntryTurn | undefined;
  /** How many turns, and how many clocks, it has had. */
  turns: number;
  clocks: number;
  fields: Values;
  links: readonly CaseLink[];
  /** The clock of its state. */
  running: readonly PeriodRunning[];
};

const countStarts = (changes: readonly ClockChange[]): number =>
  changes.filter(({ change }) => change === "start").length;

const evolve = (before: Entry | undefined, event: EntryEvent): Entry => {
  const { fact, by, at, seq, hash, clocks, entry } = event;
  const head = { id: entry, version: seq, head: hash, changedAt: at };
  const running = runningAfter(before?.running ?? [], clocks).flatMap((one) => PeriodRunning.safeParse(one).data ?? []);
  const turn = "state" in fact ? fact.turn : (fact.turn ?? before?.turn);
  const counted = {
    turns: Math.max(before?.turns ?? 0, turn?.no ?? 0),
    clocks: (before?.clocks ?? 0) + countStarts(clocks),
  };
  if (fact.type === "opened") {
    if (before !== undefined || by.kind !== "staff") throw new Error(`${entry}: it cannot be opened by event ${seq}`);
    const { state, fields, links } = fact;
    return { ...head, openedAt: at, openedBy: by.id, state, fields, links, running, turn, ...counted };
  }
  if (before === undefined) throw new Error(`${entry}: event ${seq} has nothing before it`);
  const state = "state" in fact ? fact.state : before.state;
  const fields = fact.type === "acted" ? { ...before.fields, ...fact.fields } : before.fields;
  return { ...before, ...head, state, fields, running, turn, ...counted };
};

/** How the history of an entry is written on and told again. */
export const { record, replay } = historyOf({
  enter: (entry, seq, at, { by, fact, clocks, messages }: NewEntryEvent): Omit<EntryEvent, "previous" | "hash"> => ({
    v: 1,
    entry,
    seq,
    at,
    by,
    fact,
    clocks,
    messages,
  }),
  evolve,
});
