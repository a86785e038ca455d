import * as z from "zod";
import { workedOut } from "#case/forms/form-text.ts";
import { reviewOffers } from "#case/offers/review.ts";
import { happened, refuse, startPeriod, stopped } from "#case/state/decision.ts";
import { answeredSignal } from "#case/state/review.ts";
import { reviewerOf, reviewingUnit } from "#case/state/reviewers.ts";
import { clockOf } from "#case/state/running.ts";
import { nextTurn } from "#case/state/standing.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { askReviewer } from "./ask-reviewer.ts";

/** 申请复查, by the petitioner. */
export const reviewRequests = {
  /**
   * The body above has the matter from now on, in a turn of somebody who had no part in it; the answer stands meanwhile, and what
   * it promised goes on. The time for the decision runs from this moment (Art. 35).
   */
  askReview: act({
    ...reviewOffers.askReview,
    form: z.strictObject({ reviewReasons: workedOut("reviewReasons") }),
    role: "petitioner",
    brings: "reviewAsked",
    turn: "stays",
    decide: (c, { reviewReasons }, world) => {
      const { stepNo } = c;
      const reviewer = reviewerOf(c, world);
      const unit = reviewingUnit(c, world.directory);
      if (reviewer === undefined || unit === undefined) return refuse("reviewedElsewhere");
      const to = { unit: reviewer.unit, staff: reviewer.id };
      const assignment = nextTurn(c);
      const epoch = c.epoch + 1;
      const starts = (kind: "reviewAccept" | "reviewDecision") =>
        startPeriod(
          { kind, n: stepNo },
          { rule: clockRule(world.directory, c, kind), start: world.now, urgent: false },
          world,
        );
      const [accept, decision] = [starts("reviewAccept"), starts("reviewDecision")];
      const [acceptBy, decideBy] = [accept.clock.lastDay, decision.clock.lastDay];
      const late = clockOf(c, "review") === undefined && { late: true as const };
      return happened(
        { kind: "petitioner" },
        { type: "reviewAsked", stepNo, reviewReasons, ...late, unit, to, assignment, acceptBy, decideBy, epoch },
        [...stopped(c, ["review"]), accept, decision],
        [
          answeredSignal(c, "reviewAsked"),
          { kind: "start", epoch, startAt: "review" },
          askReviewer(stepNo, { ...to, assignment }, acceptBy),
        ],
      );
    },
  }),
};
