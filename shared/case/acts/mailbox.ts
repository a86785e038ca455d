import { type Case, hasEnded } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";

/**
 * 邮箱确认: the mail that asks whether an address is the petitioner's is sent again, for the petitioner who did not get it.
 * Of a case that has ended nothing would be mailed any more. Whether it is asked too often is the door's to count.
 */
export const askMailboxAgain = (c: Case): Decision =>
  hasEnded(c)
    ? refuse("ended")
    : happened({ kind: "petitioner" }, { type: "mailboxAskedAgain" }, [], [{ kind: "newsMail", news: "mailboxAgain" }]);
