import type { LinkFor } from "#access/link.ts";
import type { Actor } from "./actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { linkOf } from "./link-of.ts";
import { partsIn } from "./standing.ts";
import { sameTurn } from "./turn.ts";

/** Who gives no links. */
const withoutLinks: readonly Actor["kind"][] = ["petitioner", "clock", "policy", "case"];

/**
 * The links that a decision calls for: whoever has a turn after it that was not there before gets one, and whoever asked
 * for a new one. A petitioner, a clock, a mail that was refused and another case give no links: whoever is asked, or stands in,
 * gets theirs with the mail that tells them.
 */
export const linksOf = (before: Case | undefined, after: Case, events: readonly CaseEvent[]): LinkFor[] => {
  if (events.every(({ by: { kind } }) => withoutLinks.includes(kind))) return [];
  const linksIn = (c: Case): LinkFor[] => partsIn(c).map((part) => linkOf(c, part));
  const had = before === undefined ? [] : linksIn(before);
  return linksIn(after).filter((link) => !had.some((other) => sameTurn(other, link) && other.issue === link.issue));
};
