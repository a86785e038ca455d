import * as z from "zod";
import { RecordId, StaffId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";

/** What a task link is good for: one person's turn at one step of a case; or on an entry of a register, by the turn's number. */
export const LinkFor = z.strictObject({
  caseId: RecordId,
  stepNo: z.int().positive(),
  staff: StaffId,
  /** Counts the owners of the step; a link works only for the assignment it was made for. */
  assignment: z.int().positive(),
  /** From 2 on for a link that was made anew for the same turn, with digits of its own; the first one has none. */
  issue: z.int().min(2).optional(),
});
export type LinkFor = z.infer<typeof LinkFor>;

/** A task link as stored: found by its hash, used up by the decision that ends the turn. */
export const Link = z.strictObject({
  v: z.literal(1),
  for: LinkFor,
  madeAt: Instant,
  /** Number of the event that used it up. */
  usedBy: z.int().positive().optional(),
});
export type Link = z.infer<typeof Link>;
