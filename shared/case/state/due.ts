import type { PeriodKind } from "#clock/clock.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { type Case, type Going, hasEnded, type Open } from "./case.ts";
import { lastDayOf } from "./running.ts";

/** The last day of one of a case's periods. */
export type Due = { clock: PeriodKind; lastDay: DistrictDate };

/** The periods that the people of a case go by, in the order of their weight. */
const guiding: Record<Exclude<Going["status"], "performing">, readonly [PeriodKind, ...PeriodKind[]]> = {
  registered: ["accept"],
  screening: ["accept"],
  accepted: ["handling"],
  handling: ["handling", "step"],
  delivering: ["delivery"],
  window: ["review"],
};

/** What was agreed has its own day; once that has come the petitioner's time to say so counts. */
const guidingIn = (c: Going): readonly [PeriodKind, ...PeriodKind[]] => {
  if (c.status !== "performing") return guiding[c.status];
  return [c.settlement.askedAt === undefined ? "performance" : "confirmation"];
};

/** The periods that a case's people go by, the weightiest first; none once it has ended. */
export const guidingPeriods = (c: Case): readonly PeriodKind[] => (hasEnded(c) ? [] : guidingIn(c));

/** What of a case that goes on falls due first: the law's time goes before that of the step when both end on a day. */
const dueIn = (c: Going): Due => {
  const [weightiest, ...others] = guidingIn(c).map((clock) => ({ clock, lastDay: lastDayOf(c, clock) }));
  if (weightiest === undefined) throw new Error(`${c.id} goes by no period`);
  return others.reduce((first, other) => (other.lastDay < first.lastDay ? other : first), weightiest);
};

/** What of an open step falls due first. */
export const stepDue = (c: Open): Due => dueIn(c);

/** What of a case falls due first, which is the day that its people are given; nothing once it has ended. */
export const firstDue = (c: Case): Due | undefined => (hasEnded(c) ? undefined : dueIn(c));
