import * as z from "zod";
import { prose, workedOut } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, refuse, startTransit, stepClocks, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import { mostObjections } from "#case/state/facts/objection.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { periodClock } from "#case/state/running.ts";
import { isObjecting, nextTurn, type Objecting } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, endOfPeriod } from "#clock/period.ts";
import type { Staff, Unit } from "#directory/directory.ts";
import { senderFor } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import { belowLeaders } from "#ground/levels.ts";
import { act } from "./act.ts";
import { askToDecide, startDecision } from "./awaited-decision.ts";
import { byOwner } from "./by-owner.ts";
import { issue } from "./issue.ts";
import { objectionDecision } from "./objection-watch.ts";
import { otherUnit } from "./other-unit.ts";
import { unitField } from "./unit-meant.ts";
import { unitNamed } from "./unit-named.ts";

/** The moment until which the unit of a step may object. */
export const objectUntil = (c: In<"handling">, { calendar, directory }: Omit<World, "now">) =>
  endOfPeriod(calendar, periodClock(c, "step").start, clockRule(directory, c, "objection"));

/** Who would decide on an objection that is made now, or why none can be. */
const sender = (c: In<"handling">, world: World): { sender: Staff; isLast: boolean } | { refused: Refusal } => {
  if (c.isAssigned === undefined) return { refused: "notAssigned" };
  if (c.objection !== undefined) return { refused: "objectionPending" };
  if (c.otherWay !== undefined) return { refused: "otherWayPending" };
  const before = c.objections ?? 0;
  if (before === mostObjections) return { refused: "objectedTwice" };
  if (world.now >= objectUntil(c, world).due) return { refused: "tooLateToObject" };
  const isLast = before + 1 === mostObjections;
  const { owner, about } = c;
  const found = senderFor(world.directory, { owner, about, on: districtDate(world.now), isLast });
  return found === undefined ? { refused: "nobodyToDecideObjection" } : { sender: found, isLast };
};

/** Where it happened, once it is known which unit has the case: a place of another township is not known any more. */
const placeOf = ({ community }: In<"handling">, { id, level }: Unit, { directory }: World): UnitId | undefined => {
  if (level === "community") return id;
  const parent = community === undefined ? undefined : unitNow(directory, community)?.parent;
  return level === "township" && parent !== id ? undefined : community;
};

const bySender = ({ objection }: Objecting) => ({ kind: "staff", id: objection.decider.staff }) as const;

const upheld = (c: Objecting, { unit, reason }: { unit: Unit; reason: string }, world: World): Decision => {
  const { directory } = world;
  const goingTo = belowLeaders.find((level) => level === unit.level);
  if (goingTo === undefined) return refuse("unitUnclear");
  const community = placeOf(c, unit, world);
  const { lastDay, days, dayType, article } = periodClock(c, "handling");
  const letter = issue(
    "sentOn",
    c,
    c.objection.decider.unit,
    {
      from: unitNamed(c.unit, directory),
      responsible: unitNamed(unit.id, directory),
      explanation: reason,
      article: directory.policy.clocks.objection.article,
      due: { lastDay, days, dayType, article },
    },
    world,
  );
  const { stepNo, owner: to, assignment } = c;
  return happened(
    bySender(c),
    {
      type: "objectionUpheld",
      ...{ stepNo, level: c.level, from: c.unit, to: unit.id, goingTo },
      ...(community !== undefined && { community }),
      letter,
    },
    [...stopped(c, [...stepClocks, "objectionDecision"]), startTransit(c, world)],
    [
      { kind: "signal", stepNo, outcome: "sentOn", startAt: goingTo },
      { kind: "taskMail", to, ask: "sentOn", stepNo, assignment, lastDay },
      { kind: "newsMail", news: "sentOn" },
    ],
  );
};

/**
 * 异议: the unit that the bureau has given a case to says that it is not its own, and which one should have it; the bureau
 * verifies and decides. Meanwhile the case stays where it is and every clock runs.
 * Source: 《信访工作条例》 Art. 23(3): within 5 working days, with detailed reasons; the sender verifies and agrees.
 */
export const objectionActs = {
  object: act({
    form: z.strictObject({ rightUnit: unitField, reason: workedOut("reason") }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c, world) => {
      const found = sender(c, world);
      return "refused" in found ? found.refused : undefined;
    },
    decide: (c, { rightUnit, reason }, world) => {
      const found = sender(c, world);
      if ("refused" in found) return refuse(found.refused);
      const other = otherUnit(c, rightUnit, world.directory);
      if ("refused" in other) return refuse(other.refused);
      const { stepNo, unit } = c;
      const asked = { sender: { unit: found.sender.unit, staff: found.sender.id }, assignment: nextTurn(c) };
      const decision = startDecision(objectionDecision, c, 2 * (c.objections ?? 0) + 1, world);
      const decideBy = decision.clock.lastDay;
      return happened(
        byOwner(c),
        {
          type: "objected",
          ...{ stepNo, unit, reason, names: other.unit.id, ...asked, decideBy },
          ...(found.isLast && { isLast: true as const }),
        },
        [decision],
        [askToDecide(objectionDecision, c, { ...asked, decider: asked.sender }, decideBy)],
      );
    },
  }),
};

/** 异议决定: the bureau, beside the step. */
export const objectionDecisionActs = {
  /** The step ends with it, and the unit that is named, or another one, gets a new one with its whole time. */
  upholdObjection: act({
    form: z.strictObject({ rightUnit: unitField, reason: prose("reason") }),
    role: "sender",
    at: ["handling"],
    turn: "ends",
    decide: (c, { rightUnit, reason }, world) => {
      if (!isObjecting(c)) return refuse("movedOn");
      const other = otherUnit(c, rightUnit, world.directory);
      return "refused" in other ? refuse(other.refused) : upheld(c, { unit: other.unit, reason }, world);
    },
  }),

  /** For a reason; the case stays where it is. */
  refuseObjection: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "sender",
    at: ["handling"],
    turn: "ends",
    decide: (c, { reason }) => {
      if (!isObjecting(c)) return refuse("movedOn");
      const { stepNo, unit, owner: to, assignment } = c;
      const { lastDay } = stepDue(c);
      return happened(
        bySender(c),
        { type: "objectionRefused", stepNo, unit, reason },
        stopped(c, ["objectionDecision"]),
        [{ kind: "taskMail", to, ask: "objectionRefused", stepNo, assignment, lastDay }],
      );
    },
  }),
};
