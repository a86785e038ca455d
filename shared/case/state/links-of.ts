import type { LinkFor } from "#access/link.ts";
import type { CaseEvent } from "./event.ts";

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
