import * as z from "zod";
import { DistrictDate, type Instant } from "#ground/instant.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, addMonths } from "./day.ts";
import { OtherLimit } from "./other-limit.ts";
import { districtDate, movedOffRest } from "./period.ts";

/**
 * 起算日和届满日: when a limit of another body ends that began on a day. `end` is the last day by the length alone, `lastDay`
 * the one that counts: the next working day where `end` is a rest day. `provisional`: the holidays of then are not known yet.
 */
const Count = z.strictObject({
  from: DistrictDate,
  end: DistrictDate,
  lastDay: DistrictDate,
  provisional: z.boolean(),
});

/** For a limit of which nobody has said when it began. */
const notKnown = z.literal("notKnown");

/** A limit of another body; with its last day where it is known when it began. */
export const CountedLimit = z.strictObject({ ...OtherLimit.shape, counted: z.union([Count, notKnown]) });
export type CountedLimit = z.infer<typeof CountedLimit>;

/** How many years back a right can have begun to run that a court still protects. Source: 《民法典》 Art. 188. */
const protectedYears = 20;

/** More days than any holidays have: what ended before them is over, however the days after it were worked. */
const anyHolidays = 31;

/** The first day from which a limit may be counted today. */
export const earliestStart = (today: DistrictDate): DistrictDate => addMonths(today, -12 * protectedYears);

/**
 * Counts a limit from a day, which is not counted itself. Months and years end on the day of the same number, or on the
 * month's last where it has none such; a last day on a rest day moves to the next working day.
 * What was over long ago is moved nowhere: the calendar of old years is not kept. Source: 《民法典》 Art. 201 to 203.
 */
export const countedFrom = (
  limit: OtherLimit,
  from: DistrictDate,
  { calendar, now }: { calendar: Calendar; now: Instant },
): CountedLimit => {
  const { count, unit } = limit.length;
  const end = unit === "day" ? addDays(from, count) : addMonths(from, unit === "month" ? count : 12 * count);
  if (addDays(end, anyHolidays) < districtDate(now)) {
    return { ...limit, counted: { from, end, lastDay: end, provisional: false } };
  }
  const { lastDay, provisional } = movedOffRest(calendar, end);
  return { ...limit, counted: { from, end, lastDay, provisional } };
};
