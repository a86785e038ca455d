import * as z from "zod";
import { chosen, prose } from "#case/forms/form-text.ts";
import { openStates } from "#case/state/case.ts";
import { colleaguesOf } from "#case/state/colleagues.ts";
import { happened, refuse, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import { isAsking, isObjecting, isProposing, isRecusing, nextTurn } from "#case/state/standing.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { stepAsk } from "./step-ask.ts";

/** 签收. */
export const acknowledgementActs = {
  /** The owner confirms receipt and from now on answers for the case. */
  acknowledge: act({
    form: z.strictObject({}),
    role: "owner",
    at: openStates,
    turn: "stays",
    whyNot: (c) => (c.acknowledgedAt === undefined ? undefined : "alreadyAcknowledged"),
    decide: (c) =>
      happened(
        byOwner(c),
        { type: "acknowledged", stepNo: c.stepNo, unit: c.unit, staff: c.owner },
        stopped(c, ["acknowledgement"]),
      ),
  }),
};

/** 改派. */
export const reassignmentActs = {
  /** Another person of the same unit takes the step over; its deadline stays as it is. */
  reassign: act({
    form: z.strictObject({ to: chosen, reason: prose("reason") }),
    role: "owner",
    at: openStates,
    turn: "ends",
    whyNot: (c, { directory }) => (colleaguesOf(c, directory).length > 0 ? undefined : "notAColleague"),
    decide: (c, { to, reason }, { directory }) => {
      const colleague = colleaguesOf(c, directory).find(({ id }) => id === to);
      if (colleague === undefined) return refuse("notAColleague");
      if (c.redo?.notBy.includes(to)) return refuse("hadAPart");
      if (isComplainedAbout(directory, c.about, colleague)) return refuse("complainedAbout");
      if (isAsking(c) && to === c.extension.head.staff) return refuse("decidesExtension");
      if (isObjecting(c) && to === c.objection.decider.staff) return refuse("decidesObjection");
      if (isProposing(c) && to === c.otherWay.decider.staff) return refuse("decidesOtherWay");
      if (isRecusing(c) && to === c.recusal.decider.staff) return refuse("decidesRecusal");
      const assignment = nextTurn(c);
      const ask = stepAsk(c);
      return happened(
        byOwner(c),
        {
          type: "reassigned",
          how: "byOwner",
          stepNo: c.stepNo,
          from: c.owner,
          to,
          unit: colleague.unit,
          reason,
          assignment,
        },
        [],
        [{ kind: "taskMail", to, ask, stepNo: c.stepNo, assignment, lastDay: stepDue(c).lastDay }],
      );
    },
  }),
};
