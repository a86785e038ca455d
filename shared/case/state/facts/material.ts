import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { UnitId } from "#ground/ids.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { goesOn, stepNo, type TraitsOf } from "./fact.ts";
import { letterParts, UnitNamed } from "./letter.ts";

/** How often material may be added to a case. */
export const mostMaterials = 20;

/** What is asked for, and what whoever has to find it needs to know: why, where it goes, who helps, and by which day. */
const asked = { list: Written, reason: Written, bringTo: Written, help: Written, wantedBy: DistrictDate };

/** 补正: what the petitioner was asked for at a step, and whether it came. */
export const MaterialAsked = z.strictObject({
  ...asked,
  askedAt: Instant,
  over: z.enum(["brought", "notBrought"]).optional(),
});
export type MaterialAsked = z.infer<typeof MaterialAsked>;

/** 补充材料通知: the full list, why, by which day, where to, who helps, whom it is for, and what it rests on. */
export const MaterialLetter = z.strictObject({
  ...letterParts("material"),
  ...asked,
  responsible: UnitNamed,
  article: Bilingual,
});
export type MaterialLetter = z.infer<typeof MaterialLetter>;

/** 补正 and 补充材料: what the office asks for once a step, and what the petitioner brings, asked or not. */
export const materialFacts = [
  z.strictObject({ type: z.literal("materialAsked"), stepNo, unit: UnitId, letter: MaterialLetter }),
  z.strictObject({
    type: z.literal("materialAdded"),
    /** Which of all that was added to the case. */
    n: z.int().min(1).max(mostMaterials),
    material: Written,
    /** 收到日期. */
    on: DistrictDate,
    /** It answers what was asked for: the time of the step runs again. */
    answers: z.literal(true).optional(),
  }),
  /** The day has passed: the time of the step runs again, and nothing is held against anybody. */
  z.strictObject({ type: z.literal("materialNotBrought"), stepNo, lastDay: DistrictDate }),
  /** The step ended, or a settlement was agreed, before it came. */
  z.strictObject({ type: z.literal("materialLapsed"), stepNo }),
] as const;

export const materialTraits: TraitsOf<typeof materialFacts> = {
  materialAsked: goesOn,
  materialAdded: goesOn,
  materialNotBrought: goesOn,
  materialLapsed: goesOn,
};
