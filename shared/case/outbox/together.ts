import type { TaskMail } from "#case/state/message.ts";
import type { LeavingEvent } from "./departures.ts";
import type { Posted, PostedTogether } from "./posted.ts";

/**
 * A mail to a member of staff that is told together with what else has come to the same person: no person's act has caused
 * it, and it has waited. An urgent one never waits.
 */
export const joinsOthers = (message: LeavingEvent["messages"][number] | undefined): message is TaskMail =>
  message?.kind === "taskMail" && message.notBefore !== undefined;

/** How many one mail may tell of: what one transaction marks, and about what fits into a mail. */
const togetherAtMost = 50;

/** The mails of one person that are ready, in as few as tell of all of them; one that is alone stays what it is. */
export const inOneMail = (ready: readonly Posted[]): (Posted | PostedTogether)[] => {
  const inOrder = ready.toSorted(
    (a, b) => a.caseId.localeCompare(b.caseId) || a.seq - b.seq || a.position - b.position,
  );
  const mails: (Posted | PostedTogether)[] = [];
  for (let from = 0; from < inOrder.length; from += togetherAtMost) {
    const [first, ...others] = inOrder.slice(from, from + togetherAtMost);
    if (first !== undefined) mails.push(others.length === 0 ? first : { together: [first, ...others] });
  }
  return mails;
};
