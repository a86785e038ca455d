import type { CaseId } from "#ground/ids.ts";
import { type Instant, secondsLater } from "#ground/instant.ts";
import { keyed, sameText } from "./digest.ts";
import type { LinkSecrets } from "./link-secrets.ts";

/** Whose mailbox a link is about, and which of the addresses that they have left. */
type OfMailbox = { caseId: CaseId; address: number };

/**
 * The token of the link that asks whoever reads a mailbox whether it is the petitioner's: 256 bits as 43 base64url
 * characters. Derived as that of a task link is, from the case's name, which holds its mark, and the number
 * of the address, so that no link answers for the next; another use makes it another.
 */
export const mailboxToken = (secret: string, { caseId, address }: OfMailbox): string =>
  keyed(secret, "mailbox", caseId, String(address)).toString("base64url");

/** Whether a token was made for a case under a secret that is valid still. */
export const isMailboxTokenOf = async (secrets: LinkSecrets, box: OfMailbox, token: string): Promise<boolean> =>
  (await secrets.under((secret) => sameText(mailboxToken(secret, box), token))) !== undefined;

/** Days after its mail for which the link can be answered. Until then its reader may also change their mind. */
export const mailboxLinkDays = 30;

/** The moment until which a link can be answered whose mail leaves at `at`. */
export const mailboxLinkUntil = (at: Instant): Instant => secondsLater(at, mailboxLinkDays * 24 * 60 * 60);
