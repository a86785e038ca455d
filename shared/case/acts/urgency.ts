import type { Case, In } from "#case/state/case.ts";
import { isIn } from "#case/state/case.ts";
import { type Decision, happened, refuse, stopped } from "#case/state/decision.ts";
import type { CalmGround, UrgencyBy, UrgentGround } from "#case/state/facts/urgency.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { periodRunning } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { type PeriodClock, untilOf } from "#clock/clock.ts";
import { startClock } from "#clock/period.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { stepRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { type Hurries, hurriedStates, marked, moved, notAsked, remindedAnew, running } from "./hurried.ts";
import { tellsHolder } from "./tells-holder.ts";

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

/** 标为紧急. What is urgent by its category is that already. */
export const markUrgent = (c: Case, { by, why }: { by: StaffId; why: UrgentGround }, world: World): Decision => {
  const standing = standingOf(c, by, world);
  if ("refused" in standing) return refuse(standing.refused);
  if (!isIn(c, hurriedStates)) return refuse("nothingToHurry");
  if (c.urgent) return refuse("urgentAlready");
  return marked(notAsked(c), { by, as: standing.as, why }, world);
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
