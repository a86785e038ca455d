import type { Look } from "#case/state/party.ts";
import type { Instant } from "#ground/instant.ts";

/**
 * Looks of one person, of one kind, in one sitting: from the first to the last, and how often. Whoever goes to and fro
 * between the task, which shows who petitions, and its story, which does not, has made two visits, one of each kind.
 */
export type VisitSeen = Pick<Look, "unit" | "only"> & { by: Look["by"]; from: Instant; until: Instant; times: number };

/** Longer than a page is read, shorter than until somebody comes back to it. */
const apart = 30 * 60 * 1000;

const goesOn = (visit: VisitSeen, look: Look): boolean =>
  visit.by === look.by &&
  visit.unit === look.unit &&
  visit.only === look.only &&
  Date.parse(look.at) - Date.parse(visit.until) <= apart;

/** 查看情况: who looked and when, the latest first. Whoever opens a page five times in a quarter of an hour was there once. */
export const visitsTo = (looks: readonly Look[]): VisitSeen[] => {
  const visits: VisitSeen[] = [];
  for (const look of looks.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const last = visits.findLastIndex((one) => goesOn(one, look));
    const visit = visits[last];
    if (visit === undefined) {
      const { by, unit, only, at } = look;
      visits.push({ by, unit, from: at, until: at, times: 1, ...(only !== undefined && { only }) });
    } else visits[last] = { ...visit, until: look.at, times: visit.times + 1 };
  }
  return visits.toSorted((a, b) => b.until.localeCompare(a.until));
};
