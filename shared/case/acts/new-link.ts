import type { LinkFor } from "#access/link.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import { linkOf, mailedLately } from "#case/state/link-of.ts";
import { rightIn } from "#case/state/rights.ts";
import { partsIn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, minutesLater } from "#clock/period.ts";

/** Minutes between two mails with a new link for one turn, and how many of them may leave in a day. */
export const newLinkPace = { pause: 10, aDay: 5 } as const;

/**
 * 重寄链接: whoever holds the link of a turn, and nothing else to be known by, asks for a new one. It is mailed to whose
 * turn it is, at their address in the directory in force, so that nobody else is helped by asking. The link that asks is
 * good no longer; one that was replaced before has the newest mailed again, or an old mail could make a new link void.
 */
export const renewLink = (c: Case, link: LinkFor, { now, directory }: World): Decision => {
  if (hasEnded(c) && partsIn(c).length === 0) return refuse("ended");
  if ("barred" in rightIn(c, link, directory)) return refuse("movedOn");
  const lately = mailedLately(c, link, now);
  const isTooSoon = lately.some((at) => at > minutesLater(now, -newLinkPace.pause));
  if (isTooSoon || lately.length >= newLinkPace.aDay) return refuse("mailedLately");
  const { stepNo, staff, assignment } = link;
  const [newest, asking] = [linkOf(c, link).issue ?? 1, link.issue ?? 1];
  // Whoever has read the record too early knows of a link less than there are, and has to read it again.
  const issue = asking < newest ? newest : asking + 1;
  const lastDay = firstDue(c)?.lastDay ?? districtDate(now);
  return happened(
    { kind: "staff", id: staff },
    { type: "linkRenewed", stepNo, staff, assignment, issue },
    [],
    [{ kind: "taskMail", to: staff, ask: "newLink", stepNo, assignment, lastDay }],
  );
};
