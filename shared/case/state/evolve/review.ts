import type * as z from "zod";
import type { Reviewed } from "#case/state/case.ts";
import type { reviewFacts } from "#case/state/facts/review.ts";
import { isUnderReview, type UnderReview } from "#case/state/review.ts";
import { districtDate } from "#clock/period.ts";
import type { CaseEvent } from "../event.ts";
import { broken, common, type Evolutions, from } from "./evolution.ts";

type ReviewFactType = z.infer<(typeof reviewFacts)[number]>["type"];

/** The review as something has made it. */
const altered = (c: UnderReview, change: Partial<Reviewed>): UnderReview => ({
  ...c,
  review: { ...c.review, ...change },
});

const reviewed = (c: Parameters<typeof isUnderReview>[0], event: CaseEvent): UnderReview => {
  if (!isUnderReview(c)) throw broken(event, "no review is under way");
  return c;
};

export const reviewEvolutions: Evolutions<ReviewFactType> = {
  reviewAsked: from(["window"], (c, { reviewReasons: reasons, unit, to, assignment, epoch }, { at }) => ({
    ...c,
    epoch,
    review: { reasons, askedOn: districtDate(at), unit, reviewer: to, assignment, examiners: [to.staff] },
  })),
  reviewAccepted: from(["window"], (c, _, event) => altered(reviewed(c, event), { accepted: true })),
  reviewRefused: from(["window"], (c, _, event) => altered(reviewed(c, event), { over: "refused" })),
  reviewPassedOn: from(["window"], (before, { to: reviewer, assignment, how }, event) => {
    const c = reviewed(before, event);
    const examiners = [...new Set([...c.review.examiners, reviewer.staff])];
    return altered(c, { reviewer, assignment, examiners, ...(how === "silent" && { isLast: true }) });
  }),
  reviewReminded: from(["window"], (c) => c),
  reviewOverdue: from(["window"], (c) => c),
  answerUpheld: from(["window"], (before, { unit, staff, letter, assignment }, event) => {
    const c = reviewed(before, event);
    const { answeredAt, answeredBy, level, renewals } = c;
    const { review } = altered(c, { over: "upheld", letter });
    return {
      ...common(c),
      ...{ answeredAt, answeredBy, level, letter: c.letter, review },
      ...(renewals !== undefined && { renewals }),
      ownersUnit: unit,
      deliverer: { staff, assignment, because: "decided" },
      status: "delivering",
    };
  }),
  answerRevoked: from(["window"], (before, { level, letter, epoch }, event) => {
    const { promised: _, answeredIn: __, ...c } = common(reviewed(before, event));
    const { owners, letter: answer } = reviewed(before, event);
    const { redo } = letter;
    if (redo === undefined) throw broken(event, "nothing is to be done anew");
    return {
      ...c,
      epoch,
      // The law's own time is another one than that of the simple way.
      ...(c.track === "simple" && { track: "petition" }),
      redo: { ...redo, findings: answer.findings, notBy: owners ?? [] },
      status: "accepted",
      goingTo: level,
      sentBy: "person",
      isNew: false,
      isAnew: true,
    };
  }),
};
