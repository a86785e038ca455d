import type { Case, In } from "#case/state/case.ts";
import { isIn } from "#case/state/case.ts";
import { type Decision, happened, refuse, stopped } from "#case/state/decision.ts";
import type { CalmGround, UrgencyBy, UrgentGround } from "#case/state/facts/urgency.ts";
import { nextRing, periodsOf } from "#case/state/periods.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { periodRunning } from "#case/state/running.ts";
import { isMaterialAwaited } from "#case/state/standing.ts";
import { stepGoesOn } from "#case/state/step-pause.ts";
import type { World } from "#case/state/world.ts";
import { type ClockChange, type PeriodClock, untilOf } from "#clock/clock.ts";
import { endOfClock, percentPassed, startClock } from "#clock/period.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { stepRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { tellsHolder } from "./tells-holder.ts";

/**
 * Of what a step has left when its case is marked urgent it keeps one part in four, and a whole day at least. Source: the
 * district's own rule, not confirmed (docs/adr/0059).
 */
const partKept = 4;
const hoursKept = 24;

const anHour = 3_600_000;

/** Where a case can be hurried: once it is accepted, and until it is answered. */
const hurriedStates = ["accepted", "handling"] as const;
type Hurries = In<(typeof hurriedStates)[number]>;

/** As what somebody may say whether a case is urgent, or why they may not. */
const standingOf = (c: Case, by: StaffId, { directory }: World): { as: UrgencyBy } | { refused: Refusal } => {
  const barred = whyNotOfTheBureau(c, by, directory);
  if (barred === undefined) return { as: "bureau" };
  const head = directory.staff.find(({ id }) => id === by);
  const unit = c.status === "handling" ? directory.units.find(({ id }) => id === c.unit) : undefined;
  if (head === undefined || unit?.head !== by) {
    return { refused: barred === "notOfTheBureau" ? "neitherBureauNorHead" : barred };
  }
  return isComplainedAbout(directory, c.about, head) ? { refused: "complainedAbout" } : { as: "unit" };
};

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

/** The time that a step has by its level, where it was opened as one of an urgent case. */
const asAnyOther = (c: In<"handling">, { kind, n, family, start }: PeriodClock, world: World): PeriodClock => {
  const { directory, calendar } = world;
  const rule = stepRule(directory, { ...c, urgent: undefined }, c.level);
  return startClock(kind, n, family, rule, start, directory.policy.version, calendar);
};

/** What the step gets back: what it had before, else the time of its level; nothing where that is over too. */
const calmed = (c: In<"handling">, world: World): PeriodClock | undefined => {
  const { clock } = periodRunning(c, "step");
  if (clock.hours === undefined) return undefined;
  const back = c.stepWas ?? asAnyOther(c, clock, world);
  return back.due > clock.due && back.due > world.now ? back : undefined;
};

/** The step's clock has another end. Of the shares that lie behind nobody is reminded. @param after the case from then on */
const moved = (after: In<"handling">, clock: PeriodClock, world: World): ClockChange => {
  const rule = stepRule(world.directory, after, after.level);
  const reminded = Math.min(percentPassed(world.calendar, clock, world.now), 99);
  return { change: "move", clock, nextAt: nextRing(after, { clock, rule, reminded }, world), reminded };
};

/**
 * Of what else runs, the reminders that come at another moment: those of an urgent case do not wait for working hours. A clock
 * that rang at the old moment would find nothing due, and be ended as one that the case no longer runs.
 * @param after the case from then on
 */
const remindedAnew = (c: In<"handling">, after: In<"handling">, world: World): ClockChange[] =>
  periodsOf(after, world.directory).flatMap((period) => {
    const { kind, n } = period.clock;
    if (kind === "step" || kind === "acknowledgement") return [];
    const nextAt = nextRing(after, period, world);
    return nextAt === nextRing(c, period, world) ? [] : [{ change: "next", clock: { kind, n }, nextAt }];
  });

/** The case whose step has another end is told of to whoever has it. */
const running = (c: In<"handling">, clock: PeriodClock): In<"handling"> => ({
  ...c,
  running: c.running.map((one) => (one.clock.kind === "step" ? { ...one, clock } : one)),
});

/** 标为紧急. What is urgent by its category is that already. */
export const markUrgent = (c: Case, { by, why }: { by: StaffId; why: UrgentGround }, world: World): Decision => {
  const standing = standingOf(c, by, world);
  if ("refused" in standing) return refuse(standing.refused);
  if (!isIn(c, hurriedStates)) return refuse("nothingToHurry");
  if (c.urgent) return refuse("urgentAlready");
  const { as } = standing;
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

/** Why somebody may not take it back: a unit gives itself no more time than the bureau or the category has left it. */
const whyNotCalm = (c: Hurries, as: UrgencyBy): Refusal | undefined => {
  if (!c.urgent) return "notUrgent";
  return as === "unit" && c.urgentBy !== "unit" ? "calmedByBureauAlone" : undefined;
};

/** 取消紧急. */
export const unmarkUrgent = (c: Case, { by, why }: { by: StaffId; why: CalmGround }, world: World): Decision => {
  const standing = standingOf(c, by, world);
  if ("refused" in standing) return refuse(standing.refused);
  if (!isIn(c, hurriedStates)) return refuse("nothingToHurry");
  const { as } = standing;
  const refused = whyNotCalm(c, as);
  if (refused !== undefined) return refuse(refused);
  const actor = { kind: "staff", id: by } as const;
  const news = { kind: "newsMail", news: "unmarkedUrgent" } as const;
  if (c.status === "accepted") return happened(actor, { type: "unmarkedUrgent", as, why }, [], [news]);

  const back = calmed(c, world);
  const { urgent: _, ...calm } = c;
  const until = untilOf(back ?? periodRunning(c, "step").clock);
  return happened(
    actor,
    { type: "unmarkedUrgent", as, why, ...(back && { until }) },
    [
      ...(back ? [moved(running(calm, back), back, world)] : []),
      ...remindedAnew(c, calm, world),
      ...stopped(c, ["acknowledgement"]),
    ],
    [...tellsHolder(c, "unmarkedUrgent", until), news],
  );
};
