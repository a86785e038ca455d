import * as z from "zod";
import { OtherLimit } from "#clock/other-limit.ts";
import { Ground } from "#clock/policy.ts";
import { AnsweredTrack, Track } from "#clock/track.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { endsStep, stepNo, type TraitsOf } from "./fact.ts";
import { LegalDay, letterParts, UnitNamed } from "./letter.ts";
import { NotSimple } from "./simple.ts";

/**
 * 接收（受理）告知书: the matter was received, or accepted, by whom it is worked on and how, and until when it is decided on
 * (Art. 22, 23).
 */
export const ReceiptLetter = z.strictObject({
  ...letterParts("receipt"),
  stage: z.enum(["received", "accepted"]),
  receivedOn: DistrictDate,
  /** 办理途径: which its category proposes, or it is accepted on. */
  track: Track,
  /** Who answers for it from now on. */
  responsible: UnitNamed,
  /** Of what comes next: the decision on acceptance, or the answer. */
  due: LegalDay,
  /** The time limits of other bodies, which run on. */
  limits: z.array(OtherLimit),
});
export type ReceiptLetter = z.infer<typeof ReceiptLetter>;

/** 不予受理告知书: the ground with its article, what it rests on, and where to go instead (Art. 22, 23). */
export const NotAcceptedLetter = z
  .strictObject({
    ...letterParts("notAccepted"),
    /** As the policy worded it on the day. */
    ground: Ground,
    /** What the ground has to show, such as who has the matter in hand. */
    where: Written.optional(),
    explanation: Written,
    limits: z.array(OtherLimit),
    /** 对决定有疑问: the bureau's head may be asked once; or has been, on that day, and upholds it. */
    again: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("mayAsk") }),
      z.strictObject({ kind: z.literal("upheld"), askedOn: DistrictDate }),
    ]),
  })
  .refine(({ ground, where }) => ground.shows === undefined || where !== undefined);
export type NotAcceptedLetter = z.infer<typeof NotAcceptedLetter>;

/** 受理: by policy at registration, or by the bureau's decision. */
export const acceptanceFacts = [
  z.strictObject({
    type: z.literal("accepted"),
    basis: z.enum(["policy", "officer"]),
    startAt: Level,
    track: AnsweredTrack,
    /** Why its track is another one than its category's. */
    reason: Written.optional(),
    /** Its category is handled the simple way, but this is no simple matter: what the bureau says of that. */
    notSimple: z.strictObject({ why: NotSimple, reason: Written }).optional(),
    letter: ReceiptLetter,
  }),
  z.strictObject({ type: z.literal("notAccepted"), stepNo, letter: NotAcceptedLetter }),
] as const;

export const acceptanceTraits: TraitsOf<typeof acceptanceFacts> = {
  accepted: endsStep,
  notAccepted: endsStep,
};
