import type { Case, Lead } from "#case/state/case.ts";
import { type Decision, startPeriod, stop } from "#case/state/decision.ts";
import { type leadKinds, leadOf, leadParts, stageOf } from "#case/state/lead.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** Starts what a leader in charge goes by for what they owe next. @param again they have reported before */
export const leadStarts = (
  lead: Pick<Lead, "metOn" | "isPlanned">,
  n: number,
  { directory, ...world }: World,
  again = false,
) => {
  const { leadMeeting, leadPlan, lead: leadReport, leadAgain } = directory.policy.clocks;
  const rule = { meet: leadMeeting, plan: leadPlan, report: again ? leadAgain : leadReport }[stageOf(lead)];
  return startPeriod({ kind: "lead", n }, { rule, start: world.now, urgent: false }, { directory, ...world });
};

/** Starts the time for what a unit was instructed to do. @param until the day that was named; the bureau's own time for supervision where none was */
export const instructionStarts = (n: number, until: DistrictDate | undefined, world: World) => {
  const { instruction, supervision } = world.directory.policy.clocks;
  return startPeriod(
    { kind: "instruction", n },
    {
      rule: until === undefined ? supervision : instruction,
      start: world.now,
      urgent: false,
      ...(until !== undefined && { until }),
    },
    world,
  );
};

/** Stops one of those clocks where the case runs it. */
export const leadStops = (
  { running }: Pick<Case, "running">,
  kind: (typeof leadKinds)[number],
  n: number,
  why: "done" | "rang" = "done",
): ClockChange[] =>
  running.flatMap(({ clock }) => (clock.kind === kind && clock.n === n ? [stop({ kind, n }, why)] : []));

/**
 * Where somebody who has just been kept out of a case has a turn by its leader in charge, or is that leader, the leader's time looks at
 * it at once, and the turn passes on.
 * @param about whom the case is about with them @param decision by which they are kept out of it
 */
export const looksAtLead = (c: Case, about: Case["about"], decision: Decision, { directory, now }: World): Decision => {
  const lead = leadOf(c);
  const isBarred = leadParts(c).some((part) => isComplainedAbout(directory, about, { ...part, id: part.staff }));
  if ("refused" in decision || lead === undefined || !isBarred) return decision;
  const looks = { change: "next", clock: { kind: "lead", n: lead.clock }, nextAt: now } as const;
  return {
    events: decision.events.map((event, at, { length }) =>
      at === length - 1 ? { ...event, clocks: [...event.clocks, looks] } : event,
    ),
  };
};
