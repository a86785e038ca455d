import * as z from "zod";
import { Notice } from "#case/state/message.ts";
import { Waiting } from "#case/state/waiting.ts";
import { CaseId } from "#ground/ids.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";

/** A notice together with the case that it is about. */
export const CaseNotice = z.strictObject({ caseId: CaseId, notice: Notice });
export type CaseNotice = z.infer<typeof CaseNotice>;

/**
 * What became of a notice: told in a row, or only counted among those that had no row; or not told, since the case or the
 * turn that it was about is over, or since the case cannot be read.
 */
export const ToldBefore = z.enum(["inRow", "movedUp", "counted", "turnOver", "caseEnded", "unreadable"]);
export type ToldBefore = z.infer<typeof ToldBefore>;

/** One person's digest of one day: written before it is sent, so that a retry sends the same. */
export const Digest = z.strictObject({
  v: z.literal(1),
  /** When a sender last began on it. */
  takenAt: Instant,
  /** The notices that it carries, the oldest first; no other digest carries them. */
  notices: z.array(CaseNotice),
  /** How many had no room, and wait for the next digest. */
  waiting: z.int().nonnegative(),
  /** While the mail server does not take it. */
  ...Waiting.partial().shape,
  done: z
    .discriminatedUnion("came", [
      z.strictObject({
        /** `nothingToTell`: no mail was sent. */
        came: z.enum(["sent", "nothingToTell"]),
        at: Instant,
        /** What became of each notice, in their order. */
        told: z.array(ToldBefore),
      }),
      /** It never left: the digest of a later day carries its notices. */
      z.strictObject({ came: z.literal("carriedOver"), at: Instant, to: DistrictDate }),
    ])
    .optional(),
});
export type Digest = z.infer<typeof Digest>;
