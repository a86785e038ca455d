import * as z from "zod";
import { day, prose } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { FactOf } from "#case/state/event.ts";
import { type Assist, mostAssists } from "#case/state/facts/assistance.ts";
import { latestAnswer } from "#case/state/latest-days.ts";
import type { Message } from "#case/state/message.ts";
import { meetingCalled, openAssists } from "#case/state/side-matters.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import { staffOf, successorIn } from "#directory/routing.ts";
import { act } from "./act.ts";
import { askAssistant, watchOver } from "./assistance-watch.ts";
import { byOwner } from "./by-owner.ts";
import { otherUnit } from "./other-unit.ts";
import { unitField } from "./unit-meant.ts";

/** What was asked of whoever has this turn, in whatever way. */
const askedOf = (c: In<"handling">, turn: Turn | undefined): Assist | undefined =>
  openAssists(c.assists).find(
    ({ holder, assignment }) => holder.staff === turn?.staff && assignment === turn.assignment,
  );

/** Whoever has asked reads what came of it: who calls a meeting for the bureau, or else the owner, of others than themselves. */
const tellsAsker = (c: In<"handling">, { as, holder }: Assist): Message[] => {
  const { owner, stepNo, assignment, convening, meetings } = c;
  const told = { kind: "taskMail", stepNo, lastDay: stepDue(c).lastDay } as const;
  if (as === "invited" && convening !== undefined && meetingCalled(meetings)?.forBureau) {
    return [{ ...told, to: convening.convener.staff, ask: "conveneMeeting", assignment: convening.assignment }];
  }
  return holder.staff === owner ? [] : [{ ...told, to: owner, ask: "assisted", assignment }];
};

/** What an answer comes to: it is over with that, and the owner reads it. @param told the fact, of what was asked */
export const answered = (
  c: In<"handling">,
  turn: Turn | undefined,
  over: "given" | "declined",
  world: World,
  told: (asked: Pick<Assist, "n" | "unit" | "as">) => FactOf<"assistanceGiven" | "assistanceDeclined">,
): Decision => {
  const asked = askedOf(c, turn);
  if (asked === undefined) return refuse("movedOn");
  const { n, unit, as, holder } = asked;
  const assists = (c.assists ?? []).map((assist) => (assist.n === n ? { ...assist, over } : assist));
  return happened(
    { kind: "staff", id: holder.staff },
    told({ n, ...(as && { as }), unit }),
    watchOver(c, { ...c, assists }, world),
    tellsAsker(c, asked),
  );
};

/** What its owner has asked, besides meetings. */
const questionsAt = ({ assists = [] }: In<"handling">): Assist[] => assists.filter(({ as }) => as === undefined);

/**
 * 协办: the owner asks other units, each a question and by a day of its own. The owner stays the owner, and no clock of the
 * case moves. Whoever answers sees the matter and not who petitions.
 */
export const assistanceActs = {
  askAssistance: act({
    form: z.strictObject({ assistUnit: unitField, question: prose("question"), wantedBy: day }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c, { now }) => {
      if (questionsAt(c).length >= mostAssists) return "assistsEnough";
      return latestAnswer(c, now) <= districtDate(now) ? "tooLateToAssist" : undefined;
    },
    decide: (c, { assistUnit, question, wantedBy }, world) => {
      const { directory, now } = world;
      const other = otherUnit(c, assistUnit, directory);
      if ("refused" in other) return refuse(other.refused);
      const { id: unit, level } = other.unit;
      const assists = c.assists ?? [];
      if (openAssists(questionsAt(c)).some((assist) => assist.unit === unit)) return refuse("askedAlready");
      const on = districtDate(now);
      if (wantedBy <= on || wantedBy > latestAnswer(c, now)) return refuse("assistDayOutside");
      const { stepNo, community, category, about } = c;
      const { owner, alarm } = successorIn(directory, unit, { level, community, category, about, on });
      if (alarm) return refuse("nobodyThere");
      const holder = { unit: staffOf(directory, owner).unit, staff: owner };
      const asked = { n: assists.length + 1, unit, question, wantedBy, holder, assignment: nextTurn(c) };
      return happened(
        byOwner(c),
        { type: "assistanceAsked", stepNo, ...asked },
        watchOver(c, { ...c, assists: [...assists, asked] }, world),
        [askAssistant(c, asked)],
      );
    },
  }),
};

/** 协办答复: another unit, beside the step. */
export const assistanceAnswerActs = {
  contribute: act({
    form: z.strictObject({ contribution: prose("contribution") }),
    role: "assistant",
    at: ["handling"],
    turn: "ends",
    decide: (c, { contribution }, world, turn) =>
      answered(c, turn, "given", world, (asked) => ({
        type: "assistanceGiven",
        stepNo: c.stepNo,
        ...asked,
        contribution,
      })),
  }),

  /** For a reason: it is not theirs to know, or they cannot find out by then. */
  declineAssistance: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "assistant",
    at: ["handling"],
    turn: "ends",
    decide: (c, { reason }, world, turn) =>
      answered(c, turn, "declined", world, (asked) => ({
        type: "assistanceDeclined",
        stepNo: c.stepNo,
        ...asked,
        reason,
      })),
  }),
};
