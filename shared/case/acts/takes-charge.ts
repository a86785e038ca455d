import type { Case } from "#case/state/case.ts";
import { type Decision, happened, refuse, startTransit, stepClocks, stopped } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import type { LeadChange, LeadGround } from "#case/state/facts/lead.ts";
import { leadOf } from "#case/state/lead.ts";
import { keptOutOf } from "#case/state/review.ts";
import { lastDayOf } from "#case/state/running.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import type { StaffId } from "#ground/ids.ts";
import { isBelow, type Level } from "#ground/levels.ts";
import { askLeader } from "./lead-asks.ts";
import { leadStarts, leadStops } from "./lead-clock.ts";
import { leaderNamed, officeLedBy } from "./office-led.ts";

type Naming = {
  leader: StaffId;
  ground: LeadGround;
} & Pick<FactOf<"leaderNamed">, "change">;

/** A leader takes charge, in whoever's place. The fact, its clock and the mail to them. */
export const takesCharge = (c: Case, by: StaffId, { leader, ground, change }: Naming, world: World): Decision => {
  const { directory } = world;
  const before = leadOf(c);
  const office = officeLedBy(directory, leader);
  const person = directory.staff.find(({ id }) => id === leader);
  if (office === undefined || person === undefined || before?.leader.staff === leader) return refuse("notALeader");
  if (isComplainedAbout(directory, keptOutOf(c), { id: leader, unit: office.id })) return refuse("notALeader");
  const { stepNo } = c;
  // The first step may not have been opened yet, and turns are named by steps.
  if (stepNo === 0) return refuse("nothingToLead");
  const started = leadStarts({}, (c.inCharge?.clock ?? 0) + 1, world);
  const to = { unit: person.unit, staff: leader };
  const assignment = nextTurn(c);
  return happened(
    { kind: "staff", id: by },
    {
      type: "leaderNamed",
      ...{ stepNo, ground, to, assignment },
      ...leaderNamed(person, office),
      ...(before && { from: before.leader.staff }),
      ...(change && { change }),
      clock: started.clock.n,
    },
    [...(before ? leadStops(c, "lead", before.clock) : []), started],
    [askLeader({ leader: to, stepNo, assignment }, started.clock.lastDay)],
  );
};

/** Another leader takes charge, as whoever of the bureau sees to what the first has missed decides. */
export const changesLeader = (c: Case, by: StaffId, leader: StaffId, change: LeadChange, world: World): Decision => {
  const before = leadOf(c);
  return before === undefined
    ? refuse("movedOn")
    : takesCharge(c, by, { leader, ground: before.ground, change }, world);
};

/** 提级: the step ends, and the case is on its way to a level above it; never down. */
export const pulledUp = (
  c: Case,
  by: StaffId,
  to: Level,
  why: Pick<FactOf<"pulledUp">, "ground" | "reason">,
  world: World,
): Decision => {
  if (c.status !== "handling") return refuse("nothingToLead");
  if (!isBelow(c.level, to)) return refuse("pullsDown");
  const { stepNo, level, owner, assignment } = c;
  return happened(
    { kind: "staff", id: by },
    { type: "pulledUp", stepNo, level, to, ...why },
    [...stopped(c, stepClocks), startTransit(c, world)],
    [
      { kind: "signal", stepNo, outcome: "sentOn", startAt: to },
      { kind: "taskMail", to: owner, ask: "pulledUp", stepNo, assignment, lastDay: lastDayOf(c, "step") },
      { kind: "newsMail", news: "movedUp" },
    ],
  );
};
