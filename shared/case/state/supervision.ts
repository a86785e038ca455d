import { lastDayIn } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import { routeStep } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import type { Case } from "./case.ts";
import { firstDue } from "./due.ts";

/** Since when a case has been late with nobody above it; `undefined` for one that is not. */
export const supervisedSince = (c: Case): Instant | undefined =>
  "supervisedSince" in c ? c.supervisedSince : undefined;

/**
 * 督办: who watches over a case that is late with nobody above it: the holder of the bureau's duty on that day, or of a
 * leader's office when the case complains about the bureau. `undefined` for a case that is not late on that day.
 */
export const supervisorOf = (c: Case, directory: Directory, on: DistrictDate): StaffId | undefined => {
  const due = firstDue(c);
  if (supervisedSince(c) === undefined || due === undefined || lastDayIn(due.lastDay) >= on) return undefined;
  const { community, category, about, sentTo } = c;
  const route = routeStep(directory, { level: "bureau", community, category, about, sentTo, on });
  return route.kind === "routed" ? route.owner : undefined;
};
