import fc from "fast-check";
import type { Command } from "#case/acts/command.ts";
import { decide } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import { offeredToPetitioner } from "#case/acts/every-petitioner-act.ts";
import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import { partsIn } from "#case/state/standing.ts";
import type { ClockName } from "#clock/clock.ts";
import type { About } from "#directory/directory.ts";
import { commandOf, type Move, move } from "./any-history.ts";
import { followingUp, ledByTwo } from "./district.ts";
import { filed, filedByAgent, filedFromNowhere, namesAgent, type Story } from "./story.ts";

/** A command that was given to a case, and what came of it. */
export type Tried = { before: Story; command: Command; decision: Decision };

/** The moves that random histories draw from, each once; drawn so often that none is missed. */
const everyMove: readonly Move[] = [...new Set(fc.sample(move, { seed: 1, numRuns: 10_000 }))].toSorted((a, b) =>
  JSON.stringify(a).localeCompare(JSON.stringify(b)),
);

const contactPersonActs = ["nameContactPerson", "endContactPerson", "handOver"];

/** Whether an act bears on the matter, and not only on who is told of it and acts in it, or passes on that they wait. */
const isOwn = (act: PetitionerActName): boolean =>
  ![
    "confirmAgent",
    "nameAgent",
    "revokeAgent",
    "correctContact",
    "openJoining",
    "closeJoining",
    "urge",
    ...contactPersonActs,
  ].includes(act);

/** What is done beside the matter leads to no situation of its own, or each would come twice. */
const asides = [
  ...(["openJoining", "closeJoining", "join", "joinByOldCode", "leave"] as const),
  ...(["standReady", "standDown", "nameContactPerson", "endContactPerson"] as const),
  ...(["offerToTakeOver", "handOver"] as const),
] as const;
const isAside = (move: Move): boolean => "move" in move && asides.some((aside) => aside === move.move);

/** The same case as it would be if others had joined it before: nothing else of it depends on that. */
const withOthers = ({ state, ...story }: Story): Story => ({
  ...story,
  state: {
    ...state,
    joint: { openings: 2, isOpen: true, joined: 4, left: [], ready: [2], contactPersons: [3, 1], successors: [1] },
  },
});

/**
 * Whoever is called to a meeting, has something to do since one, or keeps a promise, may do the same as the others of them: how many they are
 * makes no situation of its own.
 */
const apart = (parts: readonly string[]): string[] =>
  parts.filter(
    (part, at) => !/invited|charged|promiser|overseer|supervised|instructed/.test(part) || parts.indexOf(part) === at,
  );

/** Whether anything is open beside a step that a case of any kind may have. */
const isBusy = (state: Case): boolean =>
  state.status === "handling" &&
  (state.assists?.some(({ as }) => as === undefined) === true ||
    [state.extension, state.objection, state.material, state.settlement].some((open) => open !== undefined));

/**
 * A meeting, a request that somebody step aside or that a case be urgent, what the bureau was told of a withdrawal,
 * promises of a letter, supervision, or a leader in charge, beside something else or on another track: what may be done
 * about each is found where it is alone.
 */
const isCrowded = ({ state, world }: Story): boolean => {
  const isHandled = state.status === "handling";
  const rare = [
    isHandled && (state.meetings ?? state.convening),
    // What the owner calls and what the bureau does are two.
    isHandled && state.convening && state.meetings?.some(({ forBureau }) => forBureau === undefined),
    isHandled && state.recusal,
    isHandled && state.hurry,
    state.pressed?.open,
    state.promised,
    state.supervision,
    !hasEnded(state) && state.inCharge,
  ].filter(Boolean).length;
  // A proposal is found on any track, and what else is open at a step without it.
  if (isHandled && state.otherWay !== undefined && (rare > 0 || isBusy(state))) return true;
  if (rare === 0) return false;
  if (state.inCharge !== undefined && !world.directory.units.some(({ id }) => id === "governor")) return true;
  const isOrdinary = state.track === "petition" && state.urgent !== true && state.reconsideration === undefined;
  return rare > 1 || !isOrdinary || isBusy(state);
};

/** Two cases are in the same situation when the same is offered to the same people, on the same track and at the same level. */
const situationOf = ({ state, world, running }: Story): string =>
  JSON.stringify([
    state.track,
    state.urgent,
    state.status,
    "level" in state ? state.level : "goingTo" in state ? state.goingTo : undefined,
    apart(partsIn(state).map(({ role }) => [role, ...offeredTo(role, state, world)].join(" "))),
    offeredToPetitioner(state, world).filter((act) => isOwn(act)),
    running.some(({ clock: { kind } }) => kind === "handling"),
    // On its way to the bureau it looks as it did the first time; whoever opens it there is another. Once it is accepted it
    // goes as any other does.
    (state.status === "registered" || state.status === "screening") && state.reconsideration !== undefined,
    // What comes of consent is a transfer or a guidance.
    state.status === "handling" ? state.otherWay?.way.kind : undefined,
    // After the last objection that a case may have, another is refused: found where nothing else is open.
    state.status === "handling" && (state.objections ?? 0) > 1 && partsIn(state).length === 1,
  ]);

const aboutPeach: About = { units: ["peach"], staff: [] };

/** How often a clock rings at most before something other than a reminder comes of it. */
const mostRings = 12;

/**
 * Everything that anybody may try, tried in every situation that a case can get into, each situation once. No chance is in it:
 * an act that is added changes what is found of others only where it leads to a situation that was not there before.
 * @param hear is told of each of some millions, which nothing keeps
 */
export const everySituation = (hear: (tried: Tried) => void): void => {
  const seen = new Set<string>();
  const waiting: Story[] = [];
  const meet = (story: Story): boolean => {
    const situation = situationOf(story);
    if (seen.has(situation) || isCrowded(story)) return false;
    seen.add(situation);
    waiting.push(story);
    return true;
  };
  /** What comes of a command, and the case after it where it was granted. */
  const attempt = (before: Story, command: Command): Story | undefined => {
    const decision = decide(before.state, command, before.world);
    hear({ before, command, decision });
    return "refused" in decision || decision.events.length === 0 ? undefined : before.takes(decision);
  };
  /** Lets one clock ring, again and again while it only reminds. */
  const letRing = (story: Story, { kind, n }: ClockName): void => {
    let at: Story | undefined = story;
    for (let rings = 0; at !== undefined && rings < mostRings; rings += 1) {
      const next = at.running.find(({ clock }) => clock.kind === kind && clock.n === n)?.nextAt;
      if (next === undefined) return;
      const [, moment = next] = [at.now, next].toSorted();
      at = attempt(at.later(moment), { type: "ring", clock: { kind, n } });
      if (at !== undefined && meet(at)) return;
    }
  };

  /** What may be done where others have joined; what comes of it is no other situation. */
  const tryWithOthers = (story: Story): void => {
    const before = withOthers(story);
    for (const move of [...asides, "withdraw"] as const) {
      const command = commandOf(before, { move });
      if (command !== undefined) hear({ before, command, decision: decide(before.state, command, before.world) });
    }
  };

  for (const category of ["estate", "land", "wages", "hazard", "lamps", "ideas", "inspection", "misconduct"] as const) {
    // What a leader in charge may do is the same whatever the case is about.
    const first = category === "lamps" ? filed(category).governed(ledByTwo) : filed(category);
    for (const story of [first, filedFromNowhere(category), filed(category, undefined, aboutPeach)]) {
      // What follows an end is the same whatever the case was about, with a review or without.
      const isFollowed = category === "estate" || category === "ideas";
      const followed = isFollowed ? story.governed(followingUp(story.world.directory)) : story;
      meet(followed.does(namesAgent(["settle", "follow"])));
    }
    // What its petitioner says of whoever has filed it: nothing else of the case depends on that.
    const byAgent = filedByAgent(category);
    for (const move of ["confirmAgent", "denyAgent"] as const) {
      const command = commandOf(byAgent, { move });
      if (command !== undefined) attempt(byAgent, command);
    }
  }
  for (let story = waiting.shift(); story !== undefined; story = waiting.shift()) {
    for (const move of everyMove) {
      const command = commandOf(story, move);
      const after = command && attempt(story, command);
      if (after !== undefined && !isAside(move)) meet(after);
    }
    tryWithOthers(story);
    for (const { clock } of story.running) letRing(story, clock);
  }
};
