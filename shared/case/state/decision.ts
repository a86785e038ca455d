import type { ClockChange, ClockName, PeriodClock, PeriodKind } from "#clock/clock.ts";
import { minutesLater, startClock, startNamedClock } from "#clock/period.ts";
import type { Rule } from "#clock/policy.ts";
import { nextOf, ringsLeft } from "#clock/rings.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import type { Actor } from "./actor.ts";
import type { Fact, NewEvent } from "./event.ts";
import type { Message } from "./message.ts";
import type { Refusal } from "./refusal.ts";
import { clockOf, type Runs } from "./running.ts";
import type { World } from "./world.ts";

/** What a command comes to: events to store (none when there is nothing to do), or a refusal. */
export type Decision = { events: NewEvent[] } | { refused: Refusal };

/** What happened at a ring, before it is said what becomes of the clock. */
export type EventOfRing = Omit<NewEvent, "clocks">;

export const nothingToDo: Decision = { events: [] };
export const refuse = (refused: Refusal): Decision => ({ refused });

export const happened = (by: Actor, fact: Fact, clocks: ClockChange[] = [], messages: Message[] = []): Decision => ({
  events: [{ by, fact, clocks, messages }],
});

/** Minutes that a case may be on its way between two steps before a new execution takes over (guarantee 2). */
export const transitMinutes = 10;

const familyOf = {
  accept: "statutory",
  transfer: "step",
  handling: "statutory",
  review: "statutory",
  receipt: "statutory",
  objection: "statutory",
  objectionDecision: "step",
  otherWayDecision: "step",
  recusalDecision: "step",
  urgencyDecision: "step",
  reviewAccept: "step",
  reviewDecision: "statutory",
  reReview: "statutory",
  reReviewDecision: "statutory",
  supervision: "statutory",
  supervisionDecision: "statutory",
  feedback: "statutory",
  proposal: "statutory",
  // What a leader owes goes on while the petitioner can undo a withdrawal, and asks nothing until then.
  lead: "statutory",
  instruction: "statutory",
  performance: "step",
  promise: "step",
  confirmation: "step",
  withdrawal: "step",
  pressure: "step",
  material: "step",
  delivery: "step",
  followUp: "step",
  step: "step",
  acknowledgement: "step",
} as const satisfies Record<PeriodKind, PeriodClock["family"]>;

const firstRing = (clock: PeriodClock, { notices }: Rule, atOnce: boolean, world: World): Instant => {
  const rings = ringsLeft(world.calendar, {
    ...clock,
    notices,
    reminded: 0,
    atOnce,
    ...(clock.kind === "handling" && { liftAt: world.directory.policy.liftAt }),
  });
  return nextOf(rings, world.now);
};

/**
 * A period that starts: how long its rule gives it, the moment that set it off, and whether its case is urgent. `until`: the
 * last day, where somebody has named it.
 */
type Starting = { rule: Rule; start: Instant; urgent: boolean; until?: DistrictDate };

/**
 * Starts a clock. Its number is that of the step that it belongs to; what runs once in the life of a case is number 1.
 * So the clocks of a case have names that differ, and nothing has to be counted.
 */
export const startPeriod = (
  { kind, n }: { kind: PeriodKind; n: number },
  { rule, start, urgent, until }: Starting,
  world: World,
): { change: "start"; clock: PeriodClock; nextAt: Instant } => {
  const { version } = world.directory.policy;
  const family = familyOf[kind];
  const clock =
    until === undefined
      ? startClock(kind, n, family, rule, start, version, world.calendar)
      : startNamedClock({ kind, n, family, start, article: rule.article }, until, version, world.calendar);
  return { change: "start", clock, nextAt: firstRing(clock, rule, urgent, world) };
};

/**
 * The watch over a case between two steps. Each begins after a new step or a new execution, so the sum of both numbers
 * names it. @param after the newest step by then.
 */
export const startTransit = (
  { epoch, stepNo: after }: { epoch: number; stepNo: number },
  { now }: World,
): ClockChange => {
  const due = minutesLater(now, transitMinutes);
  return {
    change: "start",
    clock: { kind: "transit", n: epoch + after, family: "watch", start: now, due },
    nextAt: due,
  };
};

/** The clocks of a step: they end with it. */
export const stepClocks = ["step", "acknowledgement"] as const satisfies readonly PeriodKind[];

/** Stops a clock. */
export const stop = (
  { kind, n }: ClockName,
  why: Extract<ClockChange, { change: "stop" }>["why"] = "done",
): Extract<ClockChange, { change: "stop" }> => ({
  change: "stop",
  clock: { kind, n },
  why,
});

/** Stops the case's clocks of some kinds, as far as it runs them. */
export const stopped = (
  c: Pick<Runs, "running">,
  kinds: readonly ClockName["kind"][],
  why: "done" | "rang" | "overtaken" = "done",
): Extract<ClockChange, { change: "stop" }>[] =>
  kinds.flatMap((kind) => {
    const clock = clockOf(c, kind)?.clock;
    return clock === undefined ? [] : [stop(clock, why)];
  });

/** The clock of the law for the answer that is owed: each handling anew after a review has one of its own. */
export const answerClock = (c: Pick<Runs, "running">): ClockName => ({
  kind: "handling",
  n: clockOf(c, "handling")?.clock.n ?? handlingClock.n,
});

/** The one statutory clock of a case from acceptance to its first answer. */
export const handlingClock = { kind: "handling", n: 1 } as const satisfies ClockName;
/** The statutory clock of a case from registration to the bureau's first decision. */
export const acceptClock = { kind: "accept", n: 1 } as const satisfies ClockName;
