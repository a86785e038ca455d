import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { happened, refuse, stopped } from "#case/state/decision.ts";
import { isHurrying } from "#case/state/standing.ts";
import { act } from "./act.ts";
import { marked, notAsked } from "./hurried.ts";

/** 紧急决定: the bureau, beside the step. */
export const urgencyDecisionActs = {
  /** It is marked urgent, as the bureau marks it of its own accord. */
  grantUrgency: act({
    form: z.strictObject({}),
    role: "triage",
    at: ["handling"],
    turn: "ends",
    decide: (c, _, world) => {
      if (!isHurrying(c)) return refuse("movedOn");
      const { why, decider } = c.hurry;
      return marked(notAsked(c), { by: decider.staff, as: "bureau", why }, world);
    },
  }),

  /** For a reason, which the petitioner reads; the case goes on as it was. */
  refuseUrgency: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "triage",
    at: ["handling"],
    turn: "ends",
    decide: (c, { reason }) =>
      isHurrying(c)
        ? happened(
            { kind: "staff", id: c.hurry.decider.staff },
            { type: "urgencyRefused", stepNo: c.stepNo, reason },
            stopped(c, ["urgencyDecision"]),
            [{ kind: "newsMail", news: "urgencyRefused" }],
          )
        : refuse("movedOn"),
  }),
};
