import type { LinkFor } from "#access/link.ts";
import { minutesLater } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import { type Case, hasEnded } from "./case.ts";
import type { Renewal } from "./renewal.ts";
import { wordTold } from "./standing.ts";
import { supervisionOpen } from "./supervising.ts";
import { sameTurn, type Turn } from "./turn.ts";

/** How the link of a turn was made anew, or `undefined` when its first one is good. */
const renewalOf = (c: Case, turn: Turn): Renewal | undefined => {
  const ofSteps = "renewals" in c ? c.renewals : undefined;
  return [
    ...(ofSteps ?? []),
    ...(c.leadRenewals ?? []),
    wordTold(c)?.renewal,
    ...(supervisionOpen(c)?.renewals ?? []),
  ].find((one) => one !== undefined && sameTurn(one, turn));
};

const aDay = 24 * 60;

/** When new links of a turn were mailed within a day before `now`. */
export const mailedLately = (c: Case, turn: Turn, now: Instant): Instant[] =>
  renewalOf(c, turn)?.mailedAt.filter((at) => at > minutesLater(now, -aDay)) ?? [];

/** The link that is good for a turn now. */
export const linkOf = (c: Case, turn: Turn): LinkFor => {
  const { staff, stepNo, assignment } = turn;
  const issue = renewalOf(c, turn)?.issue;
  return { caseId: c.id, stepNo, staff, assignment, ...(issue !== undefined && { issue }) };
};

/** Whether a link was replaced by one that was made anew for the same turn. */
export const isReplaced = (c: Case, link: LinkFor): boolean => linkOf(c, link).issue !== link.issue;

/**
 * Days for which the links of a case tell what became of it once it has ended: time to look up how it came out from the
 * mail at hand. After that an old mailbox tells nobody who worked on what.
 */
const linksOutlive = 30;

/** Whether the links of a case tell nothing of it any more. */
export const linksAreDead = (c: Case, now: Instant): boolean =>
  hasEnded(c) && minutesLater(c.closedAt, linksOutlive * aDay) <= now;
