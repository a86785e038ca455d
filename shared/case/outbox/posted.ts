import * as z from "zod";
import { CaseId, RecordId, StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";

/**
 * Names a message of a stored event, of a case or of a register's entry; queues carry names and nothing else, so they hold
 * nothing private.
 */
export const Posted = z.strictObject({
  caseId: RecordId,
  seq: z.int().positive(),
  position: z.int().nonnegative(),
});
export type Posted = z.infer<typeof Posted>;

/** Names a turn of which no mail could tell the person who has it. */
export const Unreached = z.strictObject({
  caseId: CaseId,
  unreached: StaffId,
  stepNo: z.int().positive(),
  assignment: z.int().positive(),
});
export type Unreached = z.infer<typeof Unreached>;

/** Names an answer of which no mail tells the petitioner, by the number of its delivery. */
export const NotMailedAnswer = z.strictObject({ caseId: CaseId, answerNotMailed: z.int().positive() });
export type NotMailedAnswer = z.infer<typeof NotMailedAnswer>;

/** What the queue of signals carries. */
export const PostedSignal = z.union([Posted, Unreached, NotMailedAnswer]);
export type PostedSignal = z.infer<typeof PostedSignal>;

/** Names a person's morning digest: it is written when it is sent. `supervises` those who get the supervision list. */
export const PostedDigest = z.strictObject({
  digest: StaffId,
  on: DistrictDate,
  supervises: z.literal(true).optional(),
});
export type PostedDigest = z.infer<typeof PostedDigest>;

/** Names mails to one person that have come to them together: they are told in one. */
export const PostedTogether = z.strictObject({ together: z.array(Posted).min(2) });
export type PostedTogether = z.infer<typeof PostedTogether>;

/** Names a mail to be sent. */
export const PostedMail = z.union([Posted, PostedDigest]);
export type PostedMail = z.infer<typeof PostedMail>;

/**
 * Names a mail of which it is told, after it had left, that its address takes none. Of a member of staff, with a mark of
 * the directory that gave the address; of a petitioner, with which of the addresses that they have left it was.
 */
export const Bounced = z.strictObject({
  bounced: PostedMail,
  of: z.strictObject({ staff: StaffId, directory: z.string() }).optional(),
  address: z.int().positive().optional(),
});
export type Bounced = z.infer<typeof Bounced>;

/** What the queue of mails carries. */
export const MailWork = z.union([PostedMail, PostedTogether, Bounced]);
export type MailWork = z.infer<typeof MailWork>;
