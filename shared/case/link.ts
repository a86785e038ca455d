import * as z from "zod";
import { DistrictDate, Instant } from "../clock/instant.ts";
import { StaffId } from "../directory/directory.ts";
import { type CaseEvent, CaseId } from "./event.ts";

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

/** The links that an event calls for: whoever it gives a task to gets one. */
export const linksOf = ({ caseId, fact }: CaseEvent): LinkFor[] => {
  switch (fact.type) {
    case "stepOpened":
      return [{ caseId, stepNo: fact.stepNo, staff: fact.owner, assignment: 1 }];
    case "reassigned":
      // A clock gives no links: whoever stands in gets theirs with the mail that tells them.
      if (fact.how === "whileAway") return [];
      return [{ caseId, stepNo: fact.stepNo, staff: fact.to, assignment: fact.assignment }];
    case "extensionAsked":
      // No owner has the same turn: at that assignment it is somebody else's, and nobody decides on a request of their own.
      return [{ caseId, stepNo: fact.stepNo, staff: fact.head.staff, assignment: fact.assignment }];
    case "replied":
      // The author may record the letter's delivery; the turn after the reply is the window's.
      return [{ caseId, stepNo: fact.stepNo + 1, staff: fact.staff, assignment: 1 }];
    default:
      return [];
  }
};
