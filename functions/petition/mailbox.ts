import { keyed, sameText } from "#access/digest.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { isMailboxTokenOf } from "#access/mailbox-link.ts";
import { linkHash, linkTokenIn } from "#access/task-link.ts";
import type { MailboxAnswer, MailboxAnswered } from "#case/state/mailbox.ts";
import type { MailboxStore } from "#case/store/mailbox-store.ts";
import type { Now } from "#clock/now.ts";

export type MailboxPorts = {
  mailboxes: Pick<MailboxStore, "link" | "answer" | "mailbox">;
  secrets: LinkSecrets;
  now: Now;
};

/**
 * Whoever reads a mailbox says whether it is theirs, by the link in the mail that asked. The last answer counts, so that a
 * slip can be put right as long as the link is good. A link to an address
 * that was corrected since comes too late. Nothing of the case is read, and nothing of it is told.
 */
export const answerForMailbox =
  ({ mailboxes, secrets, now }: MailboxPorts) =>
  async (typed: string, answer: MailboxAnswer): Promise<MailboxAnswered> => {
    const token = linkTokenIn(typed);
    if (token === undefined) return "unknown";
    const link = await mailboxes.link(linkHash(token));
    if (link === undefined || !(await isMailboxTokenOf(secrets, link, token))) return "unknown";
    const at = await now();
    if (link.until <= at) return "expired";
    if (await mailboxes.answer(link, answer, at)) return answer;
    const mailbox = await mailboxes.mailbox(link.caseId);
    return mailbox?.address === link.address ? "refused" : "expired";
  };

/**
 * Marks that stand in an address beside what came of an answer, so that the page there is shown again and again, looks
 * nothing up, and says nothing that was not so.
 */
export const answeredMarks = (secrets: LinkSecrets) => {
  const mark = (secret: string, token: string, came: MailboxAnswered): string =>
    keyed(secret, "answered", token, came).toString("base64url").slice(0, 22);
  return {
    of: async (token: string, came: MailboxAnswered): Promise<string> => mark((await secrets.valid())[0], token, came),
    isOf: async (token: string, came: MailboxAnswered, given: string): Promise<boolean> =>
      (await secrets.under((secret) => sameText(mark(secret, token, came), given))) !== undefined,
  };
};
