import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { Message } from "#case/state/message.ts";
import { roleIn } from "#case/state/standing.ts";
import type { ClockChange } from "#clock/clock.ts";
import type { Tried } from "../case/every-situation.ts";

/** Whose act something is, by its name: of the office or of petitioners; of a clock, `ring` and its kind; all else `command` and its type. */
const doingOf = ({ before, command }: Tried): { name: string; who: string } => {
  switch (command.type) {
    case "staff": {
      const turn = { staff: command.by, stepNo: command.stepNo, assignment: command.assignment };
      return { name: command.act.command, who: roleIn(before.state, turn) ?? "nobody" };
    }
    case "petitioner":
      return { name: command.act.command, who: command.type };
    case "ring":
      return { name: `ring ${command.clock.kind}`, who: command.type };
    default:
      return { name: `command ${command.type}`, who: command.type };
  }
};

/** Whether the act could have been done by whoever tried it, with something else typed. */
const isOffered = ({ before: { state, world }, command }: Tried): boolean => {
  if (command.type === "petitioner") {
    return offeredToPetitioner(state, world, command.agent).includes(command.act.command);
  }
  if (command.type !== "staff") return false;
  const role = roleIn(state, { staff: command.by, stepNo: command.stepNo, assignment: command.assignment });
  return role !== undefined && offeredTo(role, state, world).includes(command.act.command);
};

/** In how many situations something came of an act, by its name. */
type Counts = Map<string, number>;

/** What was found of one act in all situations in which it was tried. */
export type Found = {
  /** In how many of them it brought something about. */
  granted: number;
  who: Set<string>;
  /** A status, and a level where there is one, as `handling township`. */
  where: Set<string>;
  /** Why it cannot be done, whatever is typed. */
  refused: Set<string>;
  facts: Counts;
  started: Counts;
  stopped: Counts;
  moved: Counts;
  /** `task` and what it asks, `news` and what it tells, or another kind of mail. */
  mails: Counts;
  letters: Counts;
};

const nothing = (): Found => ({
  ...{ granted: 0, who: new Set(), where: new Set(), refused: new Set() },
  ...{ facts: new Map(), started: new Map(), stopped: new Map(), moved: new Map(), mails: new Map() },
  letters: new Map(),
});

/** Counts each of some things once. */
const count = (into: Counts, things: readonly string[]): void => {
  for (const thing of new Set(things)) into.set(thing, (into.get(thing) ?? 0) + 1);
};

const mailOf = (message: Message): string[] => {
  switch (message.kind) {
    case "taskMail":
      return [`task ${message.ask}`];
    case "newsMail":
      return [`news ${message.news}`];
    case "notice":
    case "dutyMail":
      return [message.kind];
    case "start":
    case "signal":
    case "carry":
      return [];
  }
};

const note = (found: Found, events: readonly NewEvent[]): void => {
  const facts = events.map(({ fact }) => fact);
  const clocks = events.flatMap((event) => event.clocks);
  const changed = (...which: ClockChange["change"][]): string[] =>
    clocks.flatMap(({ change, clock }) => (which.includes(change) ? [clock.kind] : []));
  const typesOf = facts.map(({ type }) => type);
  const letters = facts.flatMap((fact) => ("letter" in fact && fact.letter !== undefined ? [fact.letter.kind] : []));
  count(found.facts, typesOf);
  count(found.started, changed("start", "resume"));
  count(found.stopped, changed("stop"));
  count(found.moved, changed("move"));
  count(
    found.mails,
    events.flatMap(({ messages }) => messages.flatMap(mailOf)),
  );
  count(found.letters, letters);
};

/** What each act is found to do, by its name: of whatever is heard of. */
export const whatActsDo = (): { acts: Map<string, Found>; hear: (one: Tried) => void } => {
  const acts = new Map<string, Found>();
  const hear = (one: Tried): void => {
    const { name, who } = doingOf(one);
    const found = acts.get(name) ?? nothing();
    acts.set(name, found);
    const { decision, before } = one;
    if ("refused" in decision) {
      if (!isOffered(one)) found.refused.add(decision.refused);
      return;
    }
    if (decision.events.length === 0) return;
    const { state } = before;
    found.granted += 1;
    found.who.add(who);
    found.where.add("level" in state ? `${state.status} ${state.level}` : state.status);
    note(found, decision.events);
  };
  return { acts, hear };
};

/** What was found of an act. @throws {Error} when it was granted in no situation: no move of any-history.ts gives it. */
export const foundOf = (acts: ReadonlyMap<string, Found>, name: string): Found => {
  const found = acts.get(name);
  if (found === undefined || found.granted === 0) {
    throw new Error(`${name} was granted in no situation: let a move in test/unit/case/any-history.ts give it`);
  }
  return found;
};
