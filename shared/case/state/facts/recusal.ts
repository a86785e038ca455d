import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { asked, awaited, climbed, passedOn } from "./awaited.ts";
import { endsStep, goesOn, inside, remindsInside, stepNo, type TraitsOf } from "./fact.ts";
import { letterParts, UnitNamed } from "./letter.ts";

/**
 * Why an official must not handle a case: a list and no words of one's own, since whom somebody is related to, or owes
 * something, is nobody else's to read. Source: 《信访工作条例》 Art. 28(3).
 */
export const RecusalGround = z.enum(["interest", "relative", "other"]);
export type RecusalGround = z.infer<typeof RecusalGround>;

/** How often the petitioner may ask at one step: each time work on it rests until it is decided (docs/adr/0068). */
export const mostRecusals = 2;

/** Of whom petitioners ask it, who know no names: of whoever has the step, or of the whole unit. */
export const RecusalOf = z.enum(["handler", "unit"]);
export type RecusalOf = z.infer<typeof RecusalOf>;

/** Whom that means at the moment at which they ask. */
export const AskedToRecuse = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("handler"), staff: StaffId }),
  z.strictObject({ is: z.literal("unit"), unit: UnitId }),
]);
export type AskedToRecuse = z.infer<typeof AskedToRecuse>;

/** 回避决定: what the petitioner asked for, on which day and why, what was decided by which unit, and who has the matter. */
export const RecusalLetter = z.strictObject({
  ...letterParts("recusal"),
  askedOn: DistrictDate,
  whom: RecusalOf,
  /** The unit of whom they asked it. */
  unit: Bilingual,
  why: RecusalGround,
  decision: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("granted") }),
    z.strictObject({ is: z.literal("refused"), reason: Written }),
  ]),
  /** Whose head, or who for them, has decided. */
  decidedBy: Bilingual,
  responsible: UnitNamed,
  article: Bilingual,
});
export type RecusalLetter = z.infer<typeof RecusalLetter>;

/** 自行回避 and 申请回避. */
export const recusalFacts = [
  /** Whoever has the step says that they must not handle the case, and has nothing to do with it from then on. */
  z.strictObject({ type: z.literal("recused"), stepNo, staff: StaffId, why: RecusalGround }),
  /** A petitioner asks that somebody have no part in it, who keeps their hands off until it is decided. */
  z.strictObject({
    type: z.literal("recusalAsked"),
    whom: AskedToRecuse,
    why: RecusalGround,
    /** What they wrote; none where they told the bureau, which records of it what kind of reason it is. */
    reason: Written.optional(),
    /** The day on which they asked, where they told the bureau. */
    askedOn: DistrictDate,
    judge: Holder,
    ...asked,
  }),
  z.strictObject({ type: z.literal("recusalPassedOn"), ...passedOn }),
  z.strictObject({ type: z.literal("recusalClimbed"), ...climbed }),
  z.strictObject({ type: z.literal("recusalAwaited"), ...awaited }),
  /** It is decided: refused, or granted of whoever has the step. */
  z.strictObject({ type: z.literal("recusalDecided"), stepNo, whom: AskedToRecuse, letter: RecusalLetter }),
  /** It is granted of a whole unit: the step ends, and a new one begins where it falls without that unit. */
  z.strictObject({
    type: z.literal("unitRecused"),
    stepNo,
    level: Level,
    unit: UnitId,
    goingTo: Level,
    letter: RecusalLetter,
  }),
  /** It is over undecided: with the step, with a settlement, or as whoever it was about has stepped aside. */
  z.strictObject({
    type: z.literal("recusalLapsed"),
    stepNo,
    how: z.enum(["stepOver", "settled", "steppedAside"]),
  }),
] as const;

export const recusalTraits: TraitsOf<typeof recusalFacts> = {
  recused: goesOn,
  recusalAsked: goesOn,
  recusalPassedOn: inside,
  recusalClimbed: goesOn,
  recusalAwaited: remindsInside,
  recusalDecided: goesOn,
  unitRecused: endsStep,
  recusalLapsed: goesOn,
};
