import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { goesOn, inside, stepNo, type TraitsOf, Unable } from "./fact.ts";
import { letterParts } from "./letter.ts";

/** 延期告知书: until which day the answer waits, by how many days, why, and who approved it (Art. 34). */
export const ExtensionLetter = z.strictObject({
  ...letterParts("extension"),
  days: z.int().positive(),
  /** The last day for the answer from now on. */
  answerBy: DistrictDate,
  /** What it rests on. */
  article: Bilingual,
  reason: Written,
  /** Whose head approved it. */
  approvedBy: Bilingual,
});
export type ExtensionLetter = z.infer<typeof ExtensionLetter>;

/** 延期: asked for by the owner, decided by the head, once in the life of a case. */
export const extensionFacts = [
  z.strictObject({
    type: z.literal("extensionAsked"),
    stepNo,
    days: z.int().positive(),
    reason: Written,
    head: Holder,
    /** The owner's assignment at that moment; it names the head's turn too. */
    assignment: z.int().positive(),
  }),
  /** Whoever was to decide cannot, and whoever would be asked now is asked. */
  z.strictObject({
    type: z.literal("decisionPassedOn"),
    stepNo,
    from: StaffId,
    to: Holder,
    /** The owner's assignment at that moment, which names the turn. */
    assignment: z.int().positive(),
    how: Unable,
  }),
  /** A working morning has come, and the request is undecided. `decideBy`: the last day for it. */
  z.strictObject({ type: z.literal("decisionAwaited"), stepNo, staff: StaffId, decideBy: DistrictDate }),
  z.strictObject({
    type: z.literal("extensionApproved"),
    stepNo,
    /** The last day of the step from now on. */
    lastDay: DistrictDate,
    letter: ExtensionLetter,
  }),
  /** `tooLate`: the step ended, or the time set by law did, before the head had decided; `notNeeded`: a settlement was agreed. */
  z.discriminatedUnion("how", [
    z.strictObject({ type: z.literal("extensionRefused"), stepNo, how: z.literal("head"), reason: Written }),
    z.strictObject({ type: z.literal("extensionRefused"), stepNo, how: z.literal("tooLate") }),
    z.strictObject({ type: z.literal("extensionRefused"), stepNo, how: z.literal("notNeeded") }),
  ]),
] as const;

export const extensionTraits: TraitsOf<typeof extensionFacts> = {
  extensionAsked: goesOn,
  decisionPassedOn: inside,
  decisionAwaited: inside,
  extensionApproved: goesOn,
  extensionRefused: goesOn,
};
