import type { Actor } from "#case/state/actor.ts";
import { startPeriod, stop } from "#case/state/decision.ts";
import { clocksOf } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { type ClockChange, type ClockName, type PeriodClock, sameClock, untilOf } from "#clock/clock.ts";
import { districtDate, inWorkingHours, percentPassed } from "#clock/period.ts";
import { nextOf, ringsLeft } from "#clock/rings.ts";
import { headAtWork, isAtWork, unitAbove } from "#directory/routing.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import type { Decided } from "#record/carry-out.ts";
import type { CaseLink, Entry, EntryMail, EntryTurn, NewEntryEvent, Values } from "./entry.ts";
import type { AnyRegister, StateOwner, ToldWhom } from "./register.ts";

/** Why nothing is done on an entry: it has moved on, or what is asked is not done in its state. */
export type EntryRefusal = "movedOn" | "notNow";
export type EntryDecision = Decided<NewEntryEvent, EntryRefusal>;

const refuse = (refused: EntryRefusal): EntryDecision => ({ refused });

/** What of an entry says whose its next turn is, and how it is numbered. */
type Before = Pick<Entry, "openedBy" | "fields" | "turns" | "clocks">;

const on = ({ now }: World) => districtDate(now);

const ownerOf = (owner: StateOwner, { openedBy, fields }: Before, world: World): { unit: UnitId; staff: StaffId } => {
  const { directory } = world;
  const { bureau } = directory.district;
  switch (owner.of) {
    case "bureau":
      return headAtWork(directory, bureau, on(world));
    case "unit":
      return headAtWork(directory, fields[owner.field] ?? bureau, on(world));
    case "opener": {
      const opener = directory.staff.find(({ id }) => id === openedBy);
      return opener === undefined ? headAtWork(directory, bureau, on(world)) : { unit: opener.unit, staff: opener.id };
    }
  }
};

/** Those who are told, each once; whoever has the turn has a mail of their own. */
const toldOf = (
  told: readonly ToldWhom[],
  unit: UnitId | undefined,
  { openedBy }: Before,
  holder: StaffId | undefined,
  world: World,
): StaffId[] => {
  const { directory } = world;
  const heads = told.map((one) => {
    if (one === "opener") return openedBy;
    const { bureau } = directory.district;
    const office = one === "bureau" || unit === undefined ? bureau : unitAbove(directory, unit);
    return headAtWork(directory, office, on(world)).staff;
  });
  return [...new Set(heads)].filter((staff) => staff !== holder);
};

const mail = (
  to: StaffId,
  says: EntryMail["says"],
  more: { turn?: EntryTurn | undefined; clock?: PeriodClock | undefined; notBefore?: Instant } = {},
): EntryMail => ({
  kind: "entryMail",
  to,
  says,
  ...(more.turn && { turn: more.turn.no }),
  ...(more.clock && { lastDay: untilOf(more.clock) }),
  ...(more.notBefore && { notBefore: more.notBefore }),
});

/** What begins with a state: a turn and a clock, where it has them. */
type Begun = { turn?: EntryTurn; starts: ClockChange[]; clock?: PeriodClock };

const startFor = (spec: AnyRegister, state: string, { clocks }: Before, world: World) => {
  const timed = spec.clocks[state];
  if (timed === undefined) return undefined;
  const rule = world.directory.policy.clocks[timed.rule];
  return startPeriod({ kind: timed.rule, n: clocks + 1 }, { rule, start: world.now, urgent: false }, world);
};

const begin = (spec: AnyRegister, state: string, before: Before, world: World): Begun => {
  const owner = spec.owner[state];
  const start = startFor(spec, state, before, world);
  return {
    ...(owner && { turn: { no: before.turns + 1, ...ownerOf(owner, before, world) } }),
    starts: start === undefined ? [] : [start],
    ...(start && { clock: start.clock }),
  };
};

const mailToHolder = ({ turn, clock }: Begun, notBefore?: Instant): EntryMail[] =>
  turn === undefined ? [] : [mail(turn.staff, "yours", { turn, clock, ...(notBefore && { notBefore }) })];

/** The event by which an entry is opened. */
export const openingOf = (
  spec: AnyRegister,
  { by, fields, links }: { by: StaffId; fields: Values; links: readonly CaseLink[] },
  world: World,
): NewEntryEvent => {
  const [state] = spec.states;
  const begun = begin(spec, state, { openedBy: by, fields, turns: 0, clocks: 0 }, world);
  return {
    by: { kind: "staff", id: by },
    fact: { type: "opened", state, fields, links: [...links], ...(begun.turn && { turn: begun.turn }) },
    clocks: begun.starts,
    messages: mailToHolder(begun),
  };
};

/** What whoever has the turn does by its link. @param fields what they typed, read, with the names of what is sealed. */
export type EntryAct = { by: StaffId; turn: number; act: string; fields: Values };

/** The acts that may be done on an entry as it stands. */
export const actsNow = (spec: AnyRegister, { state, turn }: Pick<Entry, "state" | "turn">): string[] =>
  turn === undefined ? [] : Object.entries(spec.acts).flatMap(([name, { at }]) => (at.includes(state) ? [name] : []));

/** Decides an act. */
export const decideAct = (
  spec: AnyRegister,
  entry: Entry,
  { by, turn, act: name, fields }: EntryAct,
  world: World,
): EntryDecision => {
  if (entry.turn?.no !== turn || entry.turn.staff !== by) return refuse("movedOn");
  const act = spec.acts[name];
  if (act === undefined || !act.at.includes(entry.state)) return refuse("notNow");
  const state = typeof act.to === "string" ? act.to : act.to(fields);
  const begun = begin(spec, state, { ...entry, fields: { ...entry.fields, ...fields } }, world);
  const told = toldOf(act.tells ?? [], entry.turn.unit, entry, begun.turn?.staff, world).filter((one) => one !== by);
  return {
    events: [
      {
        by: { kind: "staff", id: by },
        fact: { type: "acted", act: name, state, fields, ...(begun.turn && { turn: begun.turn }) },
        clocks: [...clocksOf(entry).map((clock) => stop(clock)), ...begun.starts],
        messages: [...mailToHolder(begun), ...told.map((one) => mail(one, "toldDone"))],
      },
    ],
  };
};

/** Whoever has the turn, or who stands in for them from now on: a holder who has left, or is away, is told nothing in time. */
const holderNow = (spec: AnyRegister, entry: Entry, world: World): { turn: EntryTurn; isNew: boolean } | undefined => {
  const { turn, state } = entry;
  const owner = spec.owner[state];
  if (turn === undefined || owner === undefined) return undefined;
  if (isAtWork(world.directory, turn.staff, on(world))) return { turn, isNew: false };
  const found = headOfTurn(owner, turn, entry, world);
  const isNew = found.staff !== turn.staff;
  return { turn: isNew ? { no: entry.turns + 1, ...found } : turn, isNew };
};

/** A turn that has passed up stays with the unit that has it then. */
const headOfTurn = (owner: StateOwner, turn: EntryTurn, entry: Entry, world: World) => {
  const isOpeners = owner.of === "opener" && turn.staff === entry.openedBy;
  const isThere = world.directory.staff.some(({ id }) => id === turn.staff);
  if (isOpeners && isThere) return { unit: turn.unit, staff: turn.staff };
  return headAtWork(world.directory, turn.unit, on(world));
};

const remind = (spec: AnyRegister, entry: Entry, clock: PeriodClock, reminded: number, world: World): EntryDecision => {
  const { calendar, now, directory } = world;
  const { notices } = spec.clocks[entry.state] ? directory.policy.clocks[ruleIn(spec, entry)] : { notices: [] };
  const passed = percentPassed(calendar, clock, now);
  const percent = Math.max(1, ...notices.filter((share) => share <= passed && share < 100));
  const rings = ringsLeft(calendar, { ...clock, notices, reminded: Math.max(reminded, percent), atOnce: false });
  const holder = holderNow(spec, entry, world);
  const by: Actor = { kind: "clock", clock: nameOf(clock) };
  const notBefore = inWorkingHours(calendar, now);
  const told = { turn: holder?.turn, clock, ...(notBefore > now && { notBefore }) };
  return {
    events: [
      {
        by,
        fact: { type: "reminded", clock: periodName(clock), percent, ...(holder?.isNew && { turn: holder.turn }) },
        clocks: [{ change: "next", clock: nameOf(clock), nextAt: nextOf(rings, now), reminded: percent }],
        messages: holder === undefined ? [] : [mail(holder.turn.staff, "reminded", told)],
      },
    ],
  };
};

const ruleIn = (spec: AnyRegister, { state, id }: Entry) => {
  const timed = spec.clocks[state];
  if (timed === undefined) throw new Error(`${id}: a clock runs in the state "${state}", which has none`);
  return timed.rule;
};

const nameOf = ({ kind, n }: PeriodClock): ClockName => ({ kind, n });
const periodName = ({ kind, n }: PeriodClock) => ({ kind, n });

const endOfTime = (spec: AnyRegister, entry: Entry, clock: PeriodClock, world: World): EntryDecision => {
  const timed = spec.clocks[entry.state];
  if (timed === undefined || entry.turn === undefined) throw new Error(`${entry.id}: nobody has what is late`);
  const { late } = timed;
  const notBefore = inWorkingHours(world.calendar, world.now);
  const wait = notBefore > world.now ? { notBefore } : {};
  const by: Actor = { kind: "clock", clock: nameOf(clock) };
  const rang = stop(nameOf(clock), "rang");
  if (late.comes === "becomes") {
    const begun = begin(spec, late.state, entry, world);
    const fact = { type: "missed", clock: periodName(clock), state: late.state } as const;
    return {
      events: [
        {
          by,
          fact: { ...fact, ...(begun.turn && { turn: begun.turn }) },
          clocks: [rang, ...begun.starts],
          messages: mailToHolder(begun, wait.notBefore),
        },
      ],
    };
  }
  const start = startFor(spec, entry.state, entry, world);
  const again = start === undefined ? [] : [start];
  const fact = { type: "late", clock: periodName(clock) } as const;
  if (late.comes === "passesUp") {
    const above = headAtWork(world.directory, unitAbove(world.directory, entry.turn.unit), on(world));
    const turn = { no: entry.turns + 1, ...above };
    const told = { turn, ...(start && { clock: start.clock }), ...wait };
    const messages = [mail(turn.staff, "yours", told), mail(entry.turn.staff, "toldLate", wait)];
    return { events: [{ by, fact: { ...fact, turn }, clocks: [rang, ...again], messages }] };
  }
  const holder = holderNow(spec, entry, world);
  const turn = holder?.turn ?? entry.turn;
  const others = toldOf(late.tells, turn.unit, entry, turn.staff, world);
  return {
    events: [
      {
        by,
        fact: { ...fact, ...(holder?.isNew && { turn }) },
        clocks: [rang, ...again],
        messages: [
          mail(turn.staff, "late", { turn, clock, ...wait }),
          ...others.map((one) => mail(one, "toldLate", { clock, ...wait })),
        ],
      },
    ],
  };
};

/** Decides what comes of a ring; nothing where the entry runs that clock no more. */
export const decideRing = (spec: AnyRegister, entry: Entry, clock: ClockName, world: World): EntryDecision => {
  const running = entry.running.find((one) => sameClock(one.clock, clock));
  if (running === undefined) return { events: [] };
  return running.clock.due <= world.now
    ? endOfTime(spec, entry, running.clock, world)
    : remind(spec, entry, running.clock, running.reminded, world);
};
