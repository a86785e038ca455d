import * as z from "zod";
import type { CaseId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import type { Case } from "./case.ts";

/**
 * 邮箱: where the address stands that a petitioner left, by case. It may be a stranger's, by a slip or by malice, so that
 * one mail asks whoever reads it, and no other leaves until they have said that it is theirs.
 *
 * - `writing`: a sender is at the first mail; `by` names it.
 * - `unwritten`: the first mail could not leave. Whichever leaves next is the first.
 * - `asked`: the first mail has left, by the name in `by`, and nobody has answered.
 * - `confirmed`, `disowned`: what whoever reads it has said last.
 * - `refused`: it takes no mail.
 */
export const MailboxStanding = z.strictObject({
  is: z.enum(["writing", "unwritten", "asked", "confirmed", "disowned", "refused"]),
  at: Instant,
  by: z.string().optional(),
  /** Which of the addresses that the petitioner has left: what is said of one says nothing of the next. */
  address: z.int().positive(),
});
export type MailboxStanding = z.infer<typeof MailboxStanding>;

/** Which of the addresses that a petitioner has left counts, from 1. */
export const addressOf = ({ addresses = 1 }: Pick<Case, "addresses">): number => addresses;

/** A mailbox: that of a case, and which of the addresses that were left for it. */
export type MailboxOf = { caseId: CaseId; address: number };

/** A mailbox as its petitioner is told of it, once something was mailed there or could not be. */
export type MailboxSeen = { is: Exclude<MailboxStanding["is"], "writing" | "unwritten">; address: string };

/** What whoever reads a mailbox can say of it. */
export const mailboxAnswers = ["confirmed", "disowned"] as const;
export type MailboxAnswer = (typeof mailboxAnswers)[number];

/**
 * What came of an answer: it counts from now on. `unknown`: its link is none, or was made under a secret that is valid no
 * more. `expired`: it is too late for this link. `refused`: the address has taken no mail since, and gets none anyway.
 */
export type MailboxAnswered = MailboxAnswer | "unknown" | "expired" | "refused";
