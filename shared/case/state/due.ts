import { type PeriodKind, untilOf } from "#clock/clock.ts";
import { endOf } from "#clock/period.ts";
import type { Until } from "#ground/instant.ts";
import { type Answered, type Case, type Going, hasEnded, type Open } from "./case.ts";
import { promiseKinds } from "./promise.ts";
import { isContestable, isUnderReview } from "./review.ts";
import { clockOf, periodClock } from "./running.ts";

/** Until when one of a case's periods runs. */
export type Due = { clock: PeriodKind; lastDay: Until };

/** The periods that the people of a case go by, in the order of their weight. */
const guiding: Record<Exclude<Going["status"], "performing">, readonly [PeriodKind, ...PeriodKind[]]> = {
  registered: ["accept"],
  screening: ["accept"],
  accepted: ["handling"],
  handling: ["handling", "step"],
  transferring: ["transfer"],
  merged: ["handling"],
  withdrawing: ["withdrawal"],
  delivering: ["delivery"],
  window: ["review"],
};

/** Whether a delivered letter can be contested no more, and its case stays open for what it has promised. */
export const isReviewOver = (c: Case): boolean => c.status === "window" && !isContestable(c);

/** What was agreed has its own day; once that has come the petitioner's time to say so counts. */
const guidingIn = (c: Going): readonly [PeriodKind, ...PeriodKind[]] => {
  // Nobody works on an urgent step who does not know of it.
  if (c.status === "handling" && clockOf(c, "acknowledgement")) return [...guiding.handling, "acknowledgement"];
  // What was accepted here is to be answered until another body has it.
  if (c.status === "transferring" && clockOf(c, "handling")) return [...guiding.transferring, "handling"];
  if (isUnderReview(c)) return c.review.accepted ? ["reviewDecision"] : ["reviewDecision", "reviewAccept"];
  if (c.status === "window" && clockOf(c, "reReview")) return ["reReview"];
  // The time for a review is over, and the case goes by what its letter has promised.
  if (isReviewOver(c)) {
    const [first = "promise", ...others] = promiseKinds.filter((kind) => clockOf(c, kind) !== undefined);
    return [first, ...others];
  }
  if (c.status !== "performing") return guiding[c.status];
  return [c.settlement.askedAt === undefined ? "performance" : "confirmation"];
};

/** The periods that a case's people go by, the weightiest first; none once it has ended. */
export const guidingPeriods = (c: Case): readonly PeriodKind[] => (hasEnded(c) ? [] : guidingIn(c));

/** What of a case that goes on falls due first: the law's time goes before that of the step when both end on a day. */
const dueIn = (c: Going): Due => {
  const kinds = guidingIn(c);
  const [weightiest, ...others] = isReviewOver(c)
    ? c.running.flatMap(({ clock }) =>
        clock.family !== "watch" && kinds.includes(clock.kind) ? [{ clock: clock.kind, lastDay: untilOf(clock) }] : [],
      )
    : kinds.map((clock) => ({ clock, lastDay: untilOf(periodClock(c, clock)) }));
  if (weightiest === undefined) throw new Error(`${c.id} goes by no period`);
  return others.reduce((first, other) => (endOf(other.lastDay) < endOf(first.lastDay) ? other : first), weightiest);
};

/** What of an open step, or of a case that is answered, falls due first. */
export const stepDue = (c: Open | Answered): Due => dueIn(c);

/** What of a case falls due first, which is the day that its people are given; nothing once it has ended. */
export const firstDue = (c: Case): Due | undefined => (hasEnded(c) ? undefined : dueIn(c));
