import type { MailboxAnswer, MailboxOf, MailboxStanding } from "#case/state/mailbox.ts";
import type { CaseId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import {
  absent,
  allOf,
  anyOf,
  below,
  type Condition,
  type Database,
  differs,
  equals,
  Refused,
  rowOf,
} from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { mailboxKey, mailboxLinkKey } from "./keys.ts";
import { MailboxLinkRow, MailboxRow } from "./rows.ts";

/** What a link to a mailbox is good for, and until when. */
export type MailboxLink = MailboxOf & { until: Instant };

/**
 * Whether the address that a petitioner left is theirs, in the Cases table. The address is not among it: it lies sealed
 * with the case. By case and not by address, so that no row tells which cases are of one person.
 */
export const mailboxStore = (db: Database, table: string) => {
  /** Sets where a mailbox stands. @returns whether it stood as the condition says. */
  const set = async (
    { caseId, address }: MailboxOf,
    standing: Omit<MailboxStanding, "address">,
    guard: Condition,
  ): Promise<boolean> => {
    const row = { v: 1, ...standing, address };
    try {
      await db.write([{ does: "put", table, key: mailboxKey(caseId), form: MailboxRow, row, if: guard }]);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return false;
    }
  };

  /** It is the address that counts: nothing is noted of one that its petitioner has corrected since. */
  const counts = ({ address }: MailboxOf): Condition => equals("address", address);

  return {
    /** Where the mailbox of a case stands; `undefined` when nothing was ever to be mailed to it. */
    async mailbox(id: CaseId): Promise<MailboxStanding | undefined> {
      const key = mailboxKey(id);
      const item = await db.get(table, key);
      if (item === undefined) return undefined;
      const { v: _, ...mailbox } = readRow(MailboxRow, key, rowOf(item));
      return mailbox;
    },

    /**
     * Begins on the first mail to a mailbox, so that of several only one leaves.
     * @param mail names it. @param dead a sender who began before this moment, and has got nowhere since, has died.
     * @returns whether this mail is the first.
     */
    begin: (box: MailboxOf, mail: string, { at, dead }: { at: Instant; dead: Instant }): Promise<boolean> =>
      set(
        box,
        { is: "writing", at, by: mail },
        anyOf(
          absent,
          allOf(
            counts(box),
            anyOf(
              equals("is", "unwritten"),
              allOf(equals("is", "writing"), anyOf(equals("by", mail), below("at", dead))),
            ),
          ),
        ),
      ),

    /** The mail could not leave now: whichever leaves next is the first. */
    giveUp: async (box: MailboxOf, mail: string, at: Instant): Promise<void> =>
      void (await set(box, { is: "unwritten", at }, allOf(counts(box), equals("is", "writing"), equals("by", mail)))),

    /** A mail has left that asks. An answer that was faster stays. */
    noteAsked: async (box: MailboxOf, mail: string, at: Instant): Promise<void> =>
      void (await set(
        box,
        { is: "asked", at, by: mail },
        allOf(counts(box), anyOf(equals("is", "writing"), equals("is", "asked"))),
      )),

    /** What whoever reads the mailbox says of it. @returns whether it counts: not of one that takes no mail. */
    answer: (box: MailboxOf, is: MailboxAnswer, at: Instant): Promise<boolean> =>
      set(box, { is, at }, allOf(counts(box), differs("is", "refused"))),

    /** It takes no mail, and gets none any more. */
    refuse: async (box: MailboxOf, at: Instant): Promise<void> =>
      void (await set(box, { is: "refused", at }, anyOf(absent, counts(box)))),

    /** Makes the link good by which a mailbox is answered for; one that is there is good for longer. */
    makeLink: (hash: string, link: MailboxLink): Promise<void> =>
      db.write([{ does: "put", table, key: mailboxLinkKey(hash), form: MailboxLinkRow, row: { v: 1, ...link } }]),

    /** A link by the hash of its token. */
    async link(hash: string): Promise<MailboxLink | undefined> {
      const key = mailboxLinkKey(hash);
      const item = await db.get(table, key);
      if (item === undefined) return undefined;
      const { v: _, ...link } = readRow(MailboxLinkRow, key, rowOf(item));
      return link;
    },
  };
};
export type MailboxStore = ReturnType<typeof mailboxStore>;
