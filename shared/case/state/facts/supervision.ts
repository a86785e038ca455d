import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { stepNo, type TraitsOf, Unable } from "./fact.ts";
import { letterParts } from "./letter.ts";
import { mostPromises } from "./promise.ts";

/**
 * 督办事由: what the record has to show before the bureau supervises. Source: 《信访工作条例》 Art. 40; that a letter lacks parts
 * is none, since no letter can be issued that lacks one (docs/adr/0045).
 */
export const SupervisionGround = z.enum(["statutoryOverdue", "overdueAtTop", "promiseBroken", "notTold"]);
export type SupervisionGround = z.infer<typeof SupervisionGround>;

/** 督办 in writing, 约谈 and 挂牌督办, each when the one before has come to nothing. */
export const SupervisionTier = z.enum(["notice", "interview", "listed"]);
export type SupervisionTier = z.infer<typeof SupervisionTier>;

/** A day that was missed, as the record shows it, and the unit that owes what was due. */
export const Missed = z.strictObject({
  ground: SupervisionGround,
  lastDay: DistrictDate,
  unit: UnitId,
  /** Which promise of the letter. */
  n: z.int().min(1).max(mostPromises).optional(),
});
export type Missed = z.infer<typeof Missed>;

/** 督办通知: what was missed, what is asked of which unit, and by when. It goes to the unit, and to nobody else. */
export const SupervisionLetter = z.strictObject({
  ...letterParts("supervision"),
  to: z.literal("units"),
  tier: SupervisionTier,
  ground: SupervisionGround,
  missedOn: DistrictDate,
  article: Bilingual,
  demand: Written,
  until: DistrictDate,
  /** The unit's name on the day of the letter. */
  unit: Bilingual,
});
export type SupervisionLetter = z.infer<typeof SupervisionLetter>;

const assignment = z.int().positive();

/** Somebody's turn by it, at the step at which they got it. */
export const SupervisionTurn = z.strictObject({ ...Holder.shape, stepNo, assignment });
export type SupervisionTurn = z.infer<typeof SupervisionTurn>;

/** Which clock of the case it goes by: all that supervision starts are counted together. */
const clock = z.int().positive();

/** 督办、催办: asked for, issued, answered and judged. */
export const supervisionFacts = [
  /** 催办: the petitioner asks that what is owed be done, and from which day on they may again. */
  z.strictObject({ type: z.literal("urged"), remark: Written.optional(), againOn: DistrictDate }),
  /** Somebody of the bureau is to decide whether it supervises: the petitioner asks for it, or the bureau's own staff. */
  z.strictObject({
    type: z.literal("supervisionAsked"),
    ...{ stepNo, missed: Missed, remark: Written.optional(), to: Holder, assignment, clock, decideBy: DistrictDate },
  }),
  /** It is issued; or again at the next level, as the answer was not accepted or its day was missed. */
  z.strictObject({
    type: z.literal("supervisionNoticed"),
    stepNo,
    why: z.enum(["issued", "refused", "missed"]),
    letter: SupervisionLetter,
    /** The unit's head; from the second level on whoever leads them, too. */
    to: z.array(Holder.extend({ assignment })).min(1).max(2),
    clock,
  }),
  /** 反馈: what the unit did, and what comes next. */
  z.strictObject({
    type: z.literal("supervisionReported"),
    ...{ stepNo, unit: UnitId, feedback: Written, to: Holder, assignment, clock, decideBy: DistrictDate },
  }),
  z.strictObject({
    type: z.literal("supervisionOver"),
    stepNo,
    how: z.enum(["declined", "accepted", "caseEnded", "recused", "merged"]),
    reason: Written.optional(),
  }),
  z.strictObject({
    type: z.literal("supervisionPassedOn"),
    ...{ stepNo, from: StaffId, was: assignment, to: Holder, assignment, how: z.enum([...Unable.options, "silent"]) },
  }),
  z.strictObject({ type: z.literal("supervisionReminded"), stepNo }),
] as const;

export const supervisionTraits: TraitsOf<typeof supervisionFacts> = {
  urged: { step: "goesOn", told: "everybody" },
  supervisionAsked: { step: "goesOn", told: "everybody" },
  supervisionNoticed: { step: "goesOn", told: "everybody" },
  supervisionReported: { step: "goesOn", told: "everybody" },
  supervisionOver: { step: "goesOn", told: "everybody" },
  supervisionPassedOn: { step: "goesOn", told: "office" },
  supervisionReminded: { step: "goesOn", told: "office", reminds: true },
};
