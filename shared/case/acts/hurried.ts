import type { In } from "#case/state/case.ts";
import { type Decision, happened } from "#case/state/decision.ts";
import type { UrgencyBy, UrgentGround } from "#case/state/facts/urgency.ts";
import { nextRing, periodsOf } from "#case/state/periods.ts";
import { periodRunning } from "#case/state/running.ts";
import { isMaterialAwaited } from "#case/state/standing.ts";
import { stepGoesOn } from "#case/state/step-pause.ts";
import type { World } from "#case/state/world.ts";
import { type ClockChange, type PeriodClock, untilOf } from "#clock/clock.ts";
import { endOfClock, percentPassed } from "#clock/period.ts";
import { stepRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import { tellsHolder } from "./tells-holder.ts";

/**
 * Of what a step has left when its case is marked urgent it keeps one part in four, and a whole day at least. Source: the
 * district's own rule, not confirmed (docs/adr/0059).
 */
const partKept = 4;
const hoursKept = 24;

const anHour = 3_600_000;

/** Where a case can be hurried: once it is accepted, and until it is answered. */
export const hurriedStates = ["accepted", "handling"] as const;
export type Hurries = In<(typeof hurriedStates)[number]>;

/** The step's clock as it would run on: a pause for material ends with it, since an urgent case waits for nothing. */
const runsOn = (c: In<"handling">, world: World): PeriodClock =>
  isMaterialAwaited(c) ? stepGoesOn(c, world).clock : periodRunning(c, "step").clock;

/** The clock with a part of what it has left, counted in hours from its own start; none where no less would be left. */
const hurried = (c: In<"handling">, clock: PeriodClock, world: World): PeriodClock | undefined => {
  const { policy } = world.directory;
  const { kind, n, family, start } = clock;
  const now = Date.parse(world.now);
  const given = Math.max((Date.parse(clock.due) - now) / partKept, hoursKept * anHour);
  const length = {
    days: 0,
    dayType: "calendar",
    hours: Math.ceil((now + given - Date.parse(start)) / anHour),
  } as const;
  const { article } = policy.urgent.steps[c.level];
  const end = endOfClock(world.calendar, { start, ...length });
  const { version: calendarVersion } = world.calendar;
  const sooner = { kind, n, family, start, ...length, article, ...end, policyVersion: policy.version, calendarVersion };
  return sooner.due < clock.due ? sooner : undefined;
};

/** The step's clock has another end. Of the shares that lie behind nobody is reminded. @param after the case from then on */
export const moved = (after: In<"handling">, clock: PeriodClock, world: World): ClockChange => {
  const rule = stepRule(world.directory, after, after.level);
  const reminded = Math.min(percentPassed(world.calendar, clock, world.now), 99);
  return { change: "move", clock, nextAt: nextRing(after, { clock, rule, reminded }, world), reminded };
};

/**
 * Of what else runs, the reminders that come at another moment: those of an urgent case do not wait for working hours. A clock
 * that rang at the old moment would find nothing due, and be ended as one that the case no longer runs.
 * @param after the case from then on
 */
export const remindedAnew = (c: In<"handling">, after: In<"handling">, world: World): ClockChange[] =>
  periodsOf(after, world.directory).flatMap((period) => {
    const { kind, n } = period.clock;
    if (kind === "step" || kind === "acknowledgement") return [];
    const nextAt = nextRing(after, period, world);
    return nextAt === nextRing(c, period, world) ? [] : [{ change: "next", clock: { kind, n }, nextAt }];
  });

/** The case whose step has another end is told of to whoever has it. */
export const running = (c: In<"handling">, clock: PeriodClock): In<"handling"> => ({
  ...c,
  running: c.running.map((one) => (one.clock.kind === "step" ? { ...one, clock } : one)),
});

/** The case with nothing left to decide of what its petitioner has asked: the clock for that ends with the request. */
export const notAsked = (c: Hurries): Hurries => {
  if (c.status === "accepted") return c;
  const { hurry: _, ...rest } = c;
  return { ...rest, running: c.running.filter(({ clock }) => clock.kind !== "urgencyDecision") };
};

/** It goes by hours from now on, by the word of somebody who may say so. */
export const marked = (
  c: Hurries,
  { by, as, why }: { by: StaffId; as: UrgencyBy; why: UrgentGround },
  world: World,
): Decision => {
  const actor = { kind: "staff", id: by } as const;
  const news = { kind: "newsMail", news: "markedUrgent" } as const;
  if (c.status === "accepted") return happened(actor, { type: "markedUrgent", as, why }, [], [news]);

  const was = periodRunning(c, "step");
  const isOver = was.ranOut === true || was.clock.due <= world.now;
  const before = isOver ? was.clock : runsOn(c, world);
  const sooner = isOver ? undefined : hurried(c, before, world);
  const clock = sooner ?? before;
  const after = running({ ...c, urgent: true }, clock);
  const changes = [
    ...(clock.due === was.clock.due ? [] : [moved(after, clock, world)]),
    ...remindedAnew(c, after, world),
  ];
  const until = untilOf(clock);
  return happened(
    actor,
    { type: "markedUrgent", as, why, ...(!isOver && { until }), ...(sooner && { stepWas: before }) },
    changes,
    [...tellsHolder(c, "markedUrgent", until), news],
  );
};
