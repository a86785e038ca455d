import type { ClockChange, ClockName, PeriodClock, PeriodKind } from "#clock/clock.ts";
import { minutesLater, startClock } from "#clock/period.ts";
import type { ClockRule } from "#clock/policy.ts";
import { nextOf, ringsLeft } from "#clock/rings.ts";
import type { Instant } from "#ground/instant.ts";
import type { Case } from "./case.ts";
import type { Actor, Fact, Message, NewEvent } from "./event.ts";
import type { Refusal } from "./refusal.ts";
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

type Counted = Pick<Case, "clocksStarted">;
const nextNumber = (c: Counted, kind: string): number => (c.clocksStarted[kind] ?? 0) + 1;

const familyOf = {
  accept: "statutory",
  handling: "statutory",
  review: "statutory",
  receipt: "statutory",
  objection: "statutory",
  reviewDecision: "statutory",
  reReview: "statutory",
  reReviewDecision: "statutory",
  supervision: "statutory",
  delivery: "step",
  followUp: "step",
  step: "step",
} as const;

const firstRing = (clock: PeriodClock, { notices }: ClockRule, atOnce: boolean, world: World): Instant => {
  const rings = ringsLeft(world.calendar, {
    ...clock,
    notices,
    reminded: 0,
    atOnce,
    ...(clock.kind === "handling" && { liftAt: world.directory.policy.liftAt }),
  });
  return nextOf(rings, world.now);
};

/** A new clock of `kind` for the case. */
export const startPeriod = (
  c: Counted & Pick<Case, "urgent">,
  kind: PeriodKind,
  rule: ClockRule,
  start: Instant,
  world: World,
): { change: "start"; clock: PeriodClock; nextAt: Instant } => {
  const { version } = world.directory.policy;
  const clock = startClock(kind, nextNumber(c, kind), familyOf[kind], rule, start, version, world.calendar);
  return { change: "start", clock, nextAt: firstRing(clock, rule, c.urgent === true, world) };
};

/** The watch over a case between two steps. */
export const startTransit = (c: Counted, { now }: World): ClockChange => {
  const due = minutesLater(now, transitMinutes);
  return {
    change: "start",
    clock: { kind: "transit", n: nextNumber(c, "transit"), family: "watch", start: now, due },
    nextAt: due,
  };
};

export const stop = (clock: ClockName, why: "done" | "rang" | "overtaken" = "done"): ClockChange => ({
  change: "stop",
  clock,
  why,
});

/** The one statutory clock of a case from acceptance to answer. */
export const handlingClock: ClockName = { kind: "handling", n: 1 };
/** The one statutory clock of a case from registration to the bureau's decision. */
export const acceptClock: ClockName = { kind: "accept", n: 1 };
