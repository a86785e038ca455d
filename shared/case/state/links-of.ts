import type { LinkFor } from "#access/link.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { partsIn } from "./standing.ts";
import { sameTurn } from "./turn.ts";

/**
 * The links that a decision calls for: whoever has a turn after it that was not there before gets one. A clock and a mail
 * that was refused give no links: whoever stands in gets theirs with the mail that tells them.
 */
export const linksOf = (before: Case | undefined, after: Case, events: readonly CaseEvent[]): LinkFor[] => {
  if (events.every(({ by: { kind } }) => kind === "clock" || kind === "policy")) return [];
  const had = before === undefined ? [] : partsIn(before);
  return partsIn(after)
    .filter((part) => !had.some((other) => sameTurn(other, part)))
    .map(({ staff, stepNo, assignment }) => ({ caseId: after.id, stepNo, staff, assignment }));
};
