import * as z from "zod";
import { OtherLimit } from "#clock/other-limit.ts";
import { Ground } from "#clock/policy.ts";
import { AnsweredTrack } from "#clock/track.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { stepNo, type TraitsOf } from "./fact.ts";
import { NotSimple } from "./simple.ts";

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
  }),
  /** `where`: what its ground has to show, such as who has the matter in hand. `limits`: those of other bodies that run on. */
  z.strictObject({
    type: z.literal("notAccepted"),
    stepNo,
    ground: Ground,
    where: Written.optional(),
    explanation: Written,
    limits: z.array(OtherLimit),
  }),
] as const;

export const acceptanceTraits: TraitsOf<typeof acceptanceFacts> = {
  accepted: { step: "ends", told: "everybody" },
  notAccepted: { step: "ends", told: "everybody" },
};
