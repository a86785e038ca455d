import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";
import { dayOfWeek } from "./day.ts";

/**
 * Days that the district announces to be rest days or working days, against what its calendar said before.
 * With `year` it is that year's whole notice: what it does not name is an ordinary working day or weekend. So it names
 * every statutory holiday, which the check sees to.
 */
export const Announcement = z.strictObject({
  /** The day it was announced on; it rules from then on, and names no day before. */
  announced: DistrictDate,
  reason: Bilingual,
  rest: z.array(DistrictDate).default([]),
  work: z.array(DistrictDate).default([]),
  year: z.int().min(2000).max(2099).optional(),
});
export type Announcement = z.infer<typeof Announcement>;

/** Announcements in the order in which they were announced, whenever they were entered; of one day, as entered. */
export const asAnnounced = (announcements: readonly Announcement[]): Announcement[] =>
  announcements.toSorted((a, b) => a.announced.localeCompare(b.announced));

/** A day on which two announcements disagree: the one that was announced last rules, whichever was entered last. */
export type Overruled = { date: DistrictDate; ruling: Announcement; overruled: Announcement };

/** What an announcement makes of a day; a whole year's notice has a say on each of its days. */
export const ruledBy = ({ rest, work, year }: Announcement, date: DistrictDate): "rest" | "work" | undefined => {
  if (rest.includes(date)) return "rest";
  if (work.includes(date)) return "work";
  if (year !== Number(date.slice(0, 4))) return undefined;
  return dayOfWeek(date) > 5 ? "rest" : "work";
};

/** Every day on which an announcement disagrees with one that was entered before it, so that none gives way in silence. */
export const disagreements = (entered: readonly Announcement[], next: Announcement): Overruled[] =>
  entered
    .flatMap((before) =>
      [...new Set([before, next].flatMap(({ rest, work }) => [...rest, ...work]))].flatMap((date): Overruled[] => {
        const [one, other] = [ruledBy(before, date), ruledBy(next, date)];
        if (one === undefined || other === undefined || one === other) return [];
        const [overruled, ruling] = before.announced <= next.announced ? [before, next] : [next, before];
        return [{ date, ruling, overruled }];
      }),
    )
    .toSorted((a, b) => a.date.localeCompare(b.date));
