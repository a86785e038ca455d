import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse } from "#case/state/decision.ts";
import { UrgentGround } from "#case/state/facts/urgency.ts";
import { mostUrgencyRequests } from "#case/state/facts/urgency-request.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { nextTurn } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import { act } from "./act.ts";
import { askToDecide, startDecision } from "./awaited-decision.ts";
import { nextUrgencyDecision, urgencyDecision } from "./urgency-watch.ts";

/** Why it cannot be asked now. */
const whyNotAsked = ({ urgent, hurry, hurries = 0 }: In<"handling">): Refusal | undefined => {
  if (urgent) return "urgentAlready";
  if (hurry !== undefined) return "urgencyAskedAlready";
  return hurries === mostUrgencyRequests ? "urgencyAskedEnough" : undefined;
};

/**
 * 申请紧急: the petitioner asks that the case be marked urgent, and the bureau decides. Until then it goes on as it was. It
 * takes the place of no call for help: the page says so first.
 * Source: 《信访工作条例》 Art. 25, that what is urgent is reported and dealt with at once; who is asked, in which time and how
 * often are the district's own (docs/adr/0068).
 */
export const urgencyRequests = {
  askUrgency: act({
    form: z.strictObject({
      urgentGround: z.enum(UrgentGround.options, problem("missing")),
      reason: prose("reason"),
    }),
    role: "petitioner",
    agent: "never",
    at: ["handling"],
    elsewhere: "nothingToHurryNow",
    brings: "urgencyAsked",
    turn: "stays",
    whyNot: whyNotAsked,
    decide: (c, { urgentGround: why, reason }, world) => {
      const found = urgencyDecision.next(c, { on: districtDate(world.now) }, world);
      if (found === undefined) return refuse("nobodyToDecideUrgency");
      const turn = { decider: { unit: found.unit, staff: found.id }, assignment: nextTurn(c) };
      const decision = startDecision(urgencyDecision, c, nextUrgencyDecision(c), world);
      const decideBy = decision.clock.lastDay;
      const { stepNo } = c;
      return happened(
        { kind: "petitioner" },
        { type: "urgencyAsked", stepNo, why, reason, triage: turn.decider, assignment: turn.assignment, decideBy },
        [decision],
        [askToDecide(urgencyDecision, c, turn, decideBy)],
      );
    },
  }),
};
