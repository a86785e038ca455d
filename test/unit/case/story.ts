import type { LinkFor } from "#access/link.ts";
import type { Command } from "#case/acts/command.ts";
import { decide } from "#case/acts/decide.ts";
import { type Registration, register } from "#case/acts/register.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { evolve } from "#case/state/evolve.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { isUnheard } from "#case/state/hearing.ts";
import { linksOf } from "#case/state/links-of.ts";
import { record } from "#case/state/record.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { clockOf } from "#case/state/running.ts";
import { actor, inTransit, isAsking, partsIn, stationOf, wordTold } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { Announcement } from "#clock/announcement.ts";
import { districtCalendar } from "#clock/calendar.ts";
import type { PeriodClock } from "#clock/clock.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Track } from "#clock/track.ts";
import { type About, aboutNobody, type Directory } from "#directory/directory.ts";
import { at } from "./district.ts";

/** A case told command by command, as the record would hold it. */
export type Story = {
  now: string;
  world: World;
  state: Case;
  events: CaseEvent[];
  /** Gives a command; throws the refusal when there is one. */
  does: (command: Given) => Story;
  /** What was decided on a command comes about; throws the refusal when there is one. */
  takes: (decision: Decision) => Story;
  refuses: (command: Given) => Refusal;
  /** The present owner does something. */
  owner: (act: StaffCommand) => Story;
  ownerRefused: (act: StaffCommand) => Refusal;
  /** The head decides on what the owner has asked for. */
  head: (act: StaffCommand) => Story;
  headRefused: (act: StaffCommand) => Refusal;
  /** Whoever was asked last of another unit answers. */
  assistant: (act: StaffCommand, n?: number) => Story;
  assistantRefused: (act: StaffCommand, n?: number) => Refusal;
  /** The bureau decides on what the unit has objected to. */
  sender: (act: StaffCommand) => Story;
  senderRefused: (act: StaffCommand) => Refusal;
  /** The bureau decides whether it goes to another body or procedure. */
  consenter: (act: StaffCommand) => Story;
  consenterRefused: (act: StaffCommand) => Refusal;
  /** Whoever of the bureau was told that the petitioner was pressed answers them. */
  confidant: (act: StaffCommand) => Story;
  /** Whoever has some part, of several the first, does something. */
  part: (role: Role, act: StaffCommand) => Story;
  partRefused: (role: Role, act: StaffCommand) => Refusal;
  /** Whoever is asked decides whether somebody steps aside. */
  judge: (act: StaffCommand) => Story;
  judgeRefused: (act: StaffCommand) => Refusal;
  /** Whoever decides for the bureau says whether it is urgent. */
  triage: (act: StaffCommand) => Story;
  triageRefused: (act: StaffCommand) => Refusal;
  /** The workflow reaches the station where the record stands. */
  opens: () => Story;
  later: (now: string) => Story;
  /**
   * Time passes, and every clock rings at its moment, as with a sweep that never fails. With `opening`, the workflow
   * follows at once; without, a case that moves stays on its way.
   */
  passes: (until: string, options?: { opening?: boolean }) => Story;
  /** The periods that run, with when they ring next, as the Deadlines table would hold them. */
  running: Running[];
  /** The district announces days of its own. */
  announced: (announcement: Announcement) => Story;
  /** The running clocks are counted anew, after an announcement. */
  recounted: () => Story;
  /** Another directory, with its policy, is in force from now on. */
  governed: (directory: Directory) => Story;
};

/** A command as tests give it: petitioners decide on the page as it stands, unless it is said which one they saw. */
type Given =
  | Exclude<Command, { type: "petitioner" }>
  | {
      type: "petitioner";
      act: Extract<Command, { type: "petitioner" }>["act"];
      saw?: number;
      agent?: number | undefined;
    };

/** The petitioner names somebody who may act for them. */
export const namesAgent = (scope: readonly AgentScope[], agentName = "陆新华") => {
  const ticked = (one: AgentScope) => (scope.includes(one) ? ("yes" as const) : ("no" as const));
  const may = {
    ...{ mayFile: ticked("file"), mayFollow: ticked("follow"), mayReceive: ticked("receive") },
    ...{ maySettle: ticked("settle"), mayWithdraw: ticked("withdraw") },
  };
  return {
    type: "petitioner",
    act: { command: "nameAgent", agentName, agentPhone: "+8613900005678", ...may },
  } as const;
};

type Running = { clock: PeriodClock; nextAt: string };

/** The period clocks that a history leaves running. */
const runningAfter = (events: readonly CaseEvent[]): Running[] => {
  const running = new Map<string, Running>();
  for (const change of events.flatMap(({ clocks }) => clocks)) {
    const name = `${change.clock.kind}#${change.clock.n}`;
    const before = running.get(name);
    if (change.change === "stop") running.delete(name);
    else if (change.change === "next") before && running.set(name, { ...before, nextAt: change.nextAt });
    else if (change.clock.family !== "watch" && change.nextAt !== undefined) {
      running.set(name, { clock: change.clock, nextAt: change.nextAt });
    }
  }
  return [...running.values()];
};

const tell = (state: Case, events: CaseEvent[], world: World): Story => {
  const { now } = world;
  const running = runningAfter(events);
  const judge = (given: Given) =>
    decide(state, given.type === "petitioner" ? { saw: state.told, ...given } : given, world);
  const byOwner = (act: StaffCommand): Command => {
    const who = actor(state);
    if (who === undefined) throw new Error(`Nobody can act: the case is ${state.status}`);
    return { type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act };
  };
  const byHead = (act: StaffCommand): Command => {
    if (!isAsking(state)) throw new Error("Nothing is asked of a head");
    const { head, assignment } = state.extension;
    return {
      type: "staff",
      by: head.staff,
      stepNo: state.stepNo,
      assignment,
      act,
    };
  };
  const byPart = (asked: Role, act: StaffCommand): Command => {
    const part = partsIn(state).find(({ role }) => role === asked);
    if (part === undefined) throw new Error(`Nobody is ${asked} in it`);
    return { type: "staff", by: part.staff, stepNo: part.stepNo, assignment: part.assignment, act };
  };
  const byAssistant = (act: StaffCommand, n: number): Command => {
    const assist = state.status === "handling" ? state.assists?.find((one) => one.n === n) : undefined;
    if (assist === undefined) throw new Error(`Nothing was asked under number ${n}`);
    const { holder, assignment } = assist;
    return { type: "staff", by: holder.staff, stepNo: state.stepNo, assignment, act };
  };
  const byConfidant = (act: StaffCommand): Command => {
    const word = wordTold(state);
    if (word === undefined) throw new Error("The bureau was told nothing");
    const { confidant, stepNo, assignment } = word;
    return { type: "staff", by: confidant.staff, stepNo, assignment, act };
  };
  const takes = (decision: Decision): Story => {
    if ("refused" in decision) throw new Error(`refused: ${decision.refused}`);
    const [first, ...rest] = decision.events;
    if (first === undefined) return tell(state, events, world);
    const recorded = record(state.id, state, [first, ...rest], now);
    return tell(recorded.after, [...events, ...recorded.events], world);
  };
  const does = (command: Given): Story => takes(judge(command));
  const refuses = (command: Given): Refusal => {
    const decision = judge(command);
    if (!("refused" in decision)) throw new Error(`not refused: ${JSON.stringify(decision.events)}`);
    return decision.refused;
  };
  /** Whoever answers has heard the petitioner before, where the law asks for that. */
  const beforeAnswering = ({ command }: StaffCommand): Story | undefined =>
    command === "reply" && isUnheard(state) && state.status === "handling" && state.level !== "community"
      ? does(byOwner(hears(now)))
      : undefined;
  return {
    now,
    world,
    running,
    state,
    events,
    does,
    takes,
    refuses,
    owner: (act) => beforeAnswering(act)?.owner(act) ?? does(byOwner(act)),
    ownerRefused: (act) => beforeAnswering(act)?.ownerRefused(act) ?? refuses(byOwner(act)),
    head: (act) => does(byHead(act)),
    headRefused: (act) => refuses(byHead(act)),
    assistant: (act, n = 1) => does(byAssistant(act, n)),
    assistantRefused: (act, n = 1) => refuses(byAssistant(act, n)),
    sender: (act) => does(byPart("sender", act)),
    senderRefused: (act) => refuses(byPart("sender", act)),
    consenter: (act) => does(byPart("consenter", act)),
    consenterRefused: (act) => refuses(byPart("consenter", act)),
    confidant: (act) => does(byConfidant(act)),
    part: (role, act) => does(byPart(role, act)),
    partRefused: (role, act) => refuses(byPart(role, act)),
    judge: (act) => does(byPart("judge", act)),
    judgeRefused: (act) => refuses(byPart("judge", act)),
    triage: (act) => does(byPart("triage", act)),
    triageRefused: (act) => refuses(byPart("triage", act)),
    opens: () => {
      const station = stationOf(state);
      if (station === undefined) throw new Error(`No station: the case is ${state.status}`);
      return does({ type: "openStation", epoch: state.epoch, station });
    },
    later: (moment) => tell(state, events, { ...world, now: moment }),
    passes: (until, { opening = false } = {}) => {
      const story = tell(state, events, world);
      if (opening && inTransit(state)) return story.opens().passes(until, { opening });
      const [first] = running.toSorted((a, b) => a.nextAt.localeCompare(b.nextAt));
      if (first === undefined || first.nextAt > until) return story.later(until);
      const { kind, n } = first.clock;
      const [, moment = now] = [first.nextAt, now].toSorted();
      return story.later(moment).does({ type: "ring", clock: { kind, n } }).passes(until, { opening });
    },
    announced: (announcement) =>
      tell(state, events, { ...world, calendar: districtCalendar(world.calendar, [announcement]) }),
    governed: (directory) => tell(state, events, { ...world, directory }),
    recounted: () =>
      does({
        type: "recount",
        reason: { zh: "放假安排有变化", en: "Holidays rearranged" },
      }),
  };
};

const id = "AH-2026-0001-k7m2p9x4c3vb";

/** A petition filed at a moment. */
export const filed = (
  category: "estate" | "land" | "wages" | "hazard" | "lamps" | "inspection" | "ideas" | "misconduct",
  now = "2026-03-02T02:00:00.000Z",
  about: About = aboutNobody,
  directory: Directory = at(now).directory,
  requests = 1,
): Story => {
  const world = { ...at(now), directory };
  const [first, ...rest] = register(
    { id, category, community: "peach", about, postal: true, requests, matterHash: "0" },
    world,
  );
  if (first === undefined) throw new Error("nothing registered");
  const { events, after } = record(id, undefined, [first, ...rest], now);
  return tell(after, events, world);
};

/** 代登记: a petition that a member of the bureau registers on 2 March 2026, as it came by letter on some day before. */
export const broughtIn = (receivedOn: string): Story => {
  const now = "2026-03-02T02:00:00.000Z";
  const world = at(now);
  const brought = {
    channel: "letter",
    receivedOn,
    unit: "bureau",
    checked: { how: "scanned", scan: "1" },
    by: "zhou-min",
  } as const;
  const told = { id, category: "wages", community: "peach", about: aboutNobody, requests: 1, matterHash: "0" } as const;
  const [first, ...rest] = register({ ...told, brought }, world);
  if (first === undefined) throw new Error("nothing registered");
  const { events, after } = record(id, undefined, [first, ...rest], now);
  return tell(after, events, world);
};

/** A petition that somebody files for its petitioner, who is reached by post. */
export const filedByAgent = (
  category: "estate" | "land" | "wages" | "hazard" | "lamps" | "inspection" | "ideas" | "misconduct",
  about: About = aboutNobody,
): Story => {
  const now = "2026-03-02T02:00:00.000Z";
  const world = at(now);
  const told = { id, category, community: "peach", about, postal: true, requests: 1, matterHash: "0" } as const;
  const [first, ...rest] = register({ ...told, filedBy: "neighbour" }, world);
  if (first === undefined) throw new Error("nothing registered");
  const { events, after } = record(id, undefined, [first, ...rest], now);
  return tell(after, events, world);
};

/** The petitioner says that they had asked whoever filed it, and what else those may do for them. */
export const confirmsAgent = (agent: number, may: "settle" | "nothing" = "nothing") =>
  ({
    type: "petitioner",
    act: {
      command: "confirmAgent",
      agent: String(agent),
      mayReceive: "no",
      mayWithdraw: "no",
      maySettle: may === "settle" ? "yes" : "no",
    },
  }) as const;

/** A petition that the bureau's officer registers for somebody, that many days after it was received. */
export const registeredFor = (
  category: "estate" | "land" | "wages" | "hazard" | "lamps" | "inspection" | "ideas" | "misconduct",
  daysAgo: number,
  about: About = aboutNobody,
): Story => {
  const now = "2026-03-02T02:00:00.000Z";
  const world = at(now);
  const unit = world.directory.district.bureau;
  const [clerk] = world.directory.staff.filter((one) => one.unit === unit);
  if (clerk === undefined) throw new Error("Nobody works at the bureau");
  const brought: Registration["brought"] = {
    ...{ channel: "letter", receivedOn: dayAfter(districtDate(now), -daysAgo), unit, by: clerk.id },
    checked: { how: "scanned", scan: "2026-0117" },
  };
  const told = {
    id,
    category,
    community: "peach",
    about,
    postal: true,
    requests: 1,
    matterHash: "0",
    brought,
  } as const;
  const [first, ...rest] = register(told, world);
  if (first === undefined) throw new Error("nothing registered");
  const { events, after } = record(id, undefined, [first, ...rest], now);
  return tell(after, events, world);
};

/** A petition of somebody who does not know in which community it happened. */
export const filedFromNowhere = (
  category: "estate" | "land" | "wages" | "hazard" | "lamps" | "inspection" | "ideas" | "misconduct",
  given: { about?: About; directory?: Directory } = {},
): Story => {
  const { about = aboutNobody, ...others } = given;
  const world = { ...at("2026-03-02T02:00:00.000Z"), ...others };
  const [first, ...rest] = register({ id, category, about, postal: true, requests: 1, matterHash: "0" }, world);
  if (first === undefined) throw new Error("nothing registered");
  const { events, after } = record(id, undefined, [first, ...rest], world.now);
  return tell(after, events, world);
};

/** A settlement that is done already, so that the petitioner's word on it ends the case. */
export const settled = (terms = "-") =>
  ({ command: "proposeSettlement", terms, done: "already", promisedFor: undefined }) as const;

/** A settlement that is promised for a day. */
export const promised = (promisedFor: string, terms = "-") =>
  ({ command: "proposeSettlement", terms, done: "byDay", promisedFor }) as const;

export const letter = { outcome: "resolved", facts: "查明", rule: "依据", decision: "决定" } as const;

/** 协办: what another unit is asked, and its two answers. */
export const asksAssistance = {
  command: "askAssistance",
  assistUnit: "river",
  question: "工地的围挡是哪天拆的？",
  wantedBy: "2026-03-06",
} as const;
export const contributes = { command: "contribute", contribution: "3月1日拆的，有照片。" } as const;
export const declinesAssistance = { command: "declineAssistance", reason: "不是我们审批的，应当问城管部门" } as const;

/** A letter that promises two things, one of them for another unit. */
export const promisingLetter = {
  ...letter,
  outcome: "promised",
  promise: "拆除脚手架",
  promiseBy: "2026-03-20",
  promise2: "修好路面",
  promiseUnit2: "peach",
  promiseBy2: "2026-05-20",
} as const;

/** The same as it may conclude on the track of a case. */
export const letterOn = (track: Track) =>
  ({ ...letter, outcome: track === "suggestion" ? "adopted" : "resolved" }) as const;

/** The petitioner is heard on a day. */
export const hears = (now: string): StaffCommand => ({
  command: "recordContact",
  contact: "heard",
  on: districtDate(now),
  said: "-",
});

/** Every link that a history has called for. */
export const linksEver = (events: readonly CaseEvent[]): LinkFor[] => {
  let before: Case | undefined;
  return events.flatMap((event) => {
    const after = evolve(before, event);
    const links = linksOf(before, after, [event]);
    before = after;
    return links;
  });
};

/** A case with the last days of its clocks and what they were reminded of, by the names that tests say them with. */
export const dated = (c: Case) => {
  const of = (kind: PeriodClock["kind"], day: string, told: string) => {
    const found = clockOf(c, kind);
    if (found === undefined || found.clock.family === "watch") return {};
    return { [day]: found.clock.lastDay, [told]: found.reminded };
  };
  return {
    ...c,
    ...of("accept", "acceptBy", "acceptReminded"),
    ...(c.status === "screening" && of("accept", "lastDay", "reminded")),
    ...of("step", "lastDay", "reminded"),
    ...of("handling", "answerBy", "answerReminded"),
    ...of("delivery", "deliverBy", "deliveryReminded"),
    ...of("review", "reviewUntil", "reviewReminded"),
  };
};
