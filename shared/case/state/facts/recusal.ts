import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { stepNo, type TraitsOf } from "./fact.ts";

/**
 * Why an official must not handle a case: a list and no words of one's own, since whom somebody is related to, or owes
 * something, is nobody else's to read. Source: 《信访工作条例》 Art. 28(3).
 */
export const RecusalGround = z.enum(["interest", "relative", "other"]);
export type RecusalGround = z.infer<typeof RecusalGround>;

/** 自行回避: whoever has the step says that they must not handle the case, and has nothing to do with it from then on. */
export const recusalFacts = [
  z.strictObject({ type: z.literal("recused"), stepNo, staff: StaffId, why: RecusalGround }),
] as const;

export const recusalTraits: TraitsOf<typeof recusalFacts> = {
  recused: { step: "goesOn", told: "everybody" },
};
