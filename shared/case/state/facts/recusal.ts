import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { stepNo, type TraitsOf } from "./fact.ts";
import { letterParts, UnitNamed } from "./letter.ts";

/**
 * Why an official must not handle a case: a list and no words of one's own, since whom somebody is related to, or owes
 * something, is nobody else's to read. Source: 《信访工作条例》 Art. 28(3).
 */
export const RecusalGround = z.enum(["interest", "relative", "other"]);
export type RecusalGround = z.infer<typeof RecusalGround>;

/** Why what a petitioner asked for is refused: there is no such tie, or who was named has nothing to do with the case. */
export const RecusalRefusal = z.enum(["noSuchTie", "notInCharge"]);
export type RecusalRefusal = z.infer<typeof RecusalRefusal>;

/** 回避决定: what the petitioner asked for, on which day and why, what was decided by which unit, and who has the matter. */
export const RecusalLetter = z.strictObject({
  ...letterParts("recusal"),
  askedOn: DistrictDate,
  why: RecusalGround,
  decision: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("granted") }),
    z.strictObject({ is: z.literal("refused"), because: RecusalRefusal }),
  ]),
  /** Whose head, or who for them, has decided. */
  decidedBy: Bilingual,
  responsible: UnitNamed,
  article: Bilingual,
});
export type RecusalLetter = z.infer<typeof RecusalLetter>;

/** 自行回避: whoever has the step says that they must not handle the case, and has nothing to do with it from then on. */
export const recusalFacts = [
  z.strictObject({ type: z.literal("recused"), stepNo, staff: StaffId, why: RecusalGround }),
  /** 申请回避: a petitioner has asked that somebody have no part in it, and it was decided. */
  z.strictObject({ type: z.literal("recusalDecided"), stepNo, staff: StaffId, letter: RecusalLetter }),
] as const;

export const recusalTraits: TraitsOf<typeof recusalFacts> = {
  recused: { step: "goesOn", told: "everybody" },
  recusalDecided: { step: "goesOn", told: "everybody" },
};
