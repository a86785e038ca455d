import * as z from "zod";
import { CaseId, StaffId } from "#ground/ids.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";

/** What a task link is good for: one person's turn at one step. */
export const LinkFor = z.strictObject({
  caseId: CaseId,
  stepNo: z.int().positive(),
  staff: StaffId,
  /** Counts the owners of the step; a link works only for the assignment it was made for. */
  assignment: z.int().positive(),
});
export type LinkFor = z.infer<typeof LinkFor>;

/** A task link as stored: found by its hash, used up by the decision that ends the turn. */
export const Link = z.strictObject({
  v: z.literal(1),
  for: LinkFor,
  madeAt: Instant,
  /** Number of the event that used it up. */
  usedBy: z.int().positive().optional(),
  /** Codes typed on the day `triedOn`, right or wrong. */
  tries: z.int().nonnegative().optional(),
  triedOn: DistrictDate.optional(),
});
export type Link = z.infer<typeof Link>;
