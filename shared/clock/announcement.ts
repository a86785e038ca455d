import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";

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
