import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { UnitId } from "#ground/ids.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { asked, awaited, climbed, passedOn } from "./awaited.ts";
import { endsStep, goesOn, inside, remindsInside, stepNo, type TraitsOf } from "./fact.ts";
import { LegalDay, letterParts, UnitNamed } from "./letter.ts";

/** How often units may object in the life of a case: the decision on the second one is the last. */
export const mostObjections = 2;

/** 转办告知书: from which unit to which, why and on what it rests, and until when the answer is due all the same (Art. 23). */
export const SentOnLetter = z.strictObject({
  ...letterParts("sentOn"),
  from: UnitNamed,
  responsible: UnitNamed,
  explanation: Written,
  article: Bilingual,
  due: LegalDay,
});
export type SentOnLetter = z.infer<typeof SentOnLetter>;

/** 异议: a unit that was given a case says that it is not its own, and the bureau decides. */
export const objectionFacts = [
  z.strictObject({
    type: z.literal("objected"),
    unit: UnitId,
    reason: Written,
    /** The unit that should have it. */
    names: UnitId,
    sender: Holder,
    ...asked,
    /** It is the second one in the case: the bureau's head decides, and nobody after that. */
    isLast: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal("objectionPassedOn"), ...passedOn }),
  z.strictObject({ type: z.literal("objectionClimbed"), ...climbed }),
  z.strictObject({ type: z.literal("objectionAwaited"), ...awaited }),
  z.strictObject({ type: z.literal("objectionRefused"), stepNo, unit: UnitId, reason: Written }),
  /** The step ends, and a new one begins at the unit that has it now. */
  z.strictObject({
    type: z.literal("objectionUpheld"),
    stepNo,
    level: Level,
    from: UnitId,
    to: UnitId,
    goingTo: Level,
    /** Where it happened, by what is known now; none where that is another place than was thought. */
    community: UnitId.optional(),
    letter: SentOnLetter,
  }),
  /** The step ended, or a settlement was agreed, before anybody had decided. */
  z.strictObject({ type: z.literal("objectionLapsed"), stepNo }),
] as const;

export const objectionTraits: TraitsOf<typeof objectionFacts> = {
  objected: goesOn,
  objectionPassedOn: inside,
  objectionClimbed: goesOn,
  objectionAwaited: remindsInside,
  objectionRefused: goesOn,
  objectionUpheld: endsStep,
  objectionLapsed: goesOn,
};
