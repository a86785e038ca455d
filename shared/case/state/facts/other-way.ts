import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { asked, awaited, climbed, passedOn } from "./awaited.ts";
import { endsStep, goesOn, inside, remindsInside, stepNo, type TraitsOf } from "./fact.ts";
import { GuidanceLetter } from "./guidance.ts";
import { TransferLetter } from "./transfer.ts";

/** How often the owners of a case may propose that it goes elsewhere. */
export const mostOtherWays = 6;

/** The name of a body or procedure of the policy, as it was on the day. */
const named = { id: z.string().min(1), name: Bilingual };

/**
 * Where the owner of a step says that the matter belongs: to another body, or into a procedure of its own. `knownOn`: from
 * which day the limits of that procedure are counted, where the petitioner has said it.
 */
export const OtherWay = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("transfer"), ...named }),
  z.strictObject({ kind: z.literal("guide"), ...named, knownOn: DistrictDate.optional() }),
]);
export type OtherWay = z.infer<typeof OtherWay>;

/** 提请转送、提请导入: the owner of a step says that another body or procedure has the matter, and the bureau decides. */
export const otherWayFacts = [
  z.strictObject({
    type: z.literal("otherWayProposed"),
    ...asked,
    unit: UnitId,
    way: OtherWay,
    explanation: Written,
    decider: Holder,
  }),
  z.strictObject({ type: z.literal("otherWayPassedOn"), ...passedOn }),
  z.strictObject({ type: z.literal("otherWayClimbed"), ...climbed }),
  z.strictObject({ type: z.literal("otherWayAwaited"), ...awaited }),
  z.strictObject({ type: z.literal("otherWayRefused"), stepNo, unit: UnitId, way: OtherWay, reason: Written }),
  /** The step ends; the bureau answers for the case from now on, until the receipt of the body is here. */
  z.strictObject({
    type: z.literal("transferAgreed"),
    stepNo,
    level: Level,
    from: UnitId,
    unit: UnitId,
    owner: StaffId,
    ownersUnit: UnitId,
    explanation: Written,
    letter: TransferLetter,
  }),
  /** The step ends, and the case with it: its petitioner is told of the procedure that decides the matter. */
  z.strictObject({ type: z.literal("guidanceAgreed"), stepNo, level: Level, from: UnitId, letter: GuidanceLetter }),
  /** The step ended, or a settlement was agreed, before anybody had decided. */
  z.strictObject({ type: z.literal("otherWayLapsed"), stepNo }),
] as const;

export const otherWayTraits: TraitsOf<typeof otherWayFacts> = {
  otherWayProposed: goesOn,
  otherWayPassedOn: inside,
  otherWayClimbed: goesOn,
  otherWayAwaited: remindsInside,
  otherWayRefused: goesOn,
  transferAgreed: endsStep,
  guidanceAgreed: endsStep,
  otherWayLapsed: goesOn,
};
