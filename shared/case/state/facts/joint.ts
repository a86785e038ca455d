import * as z from "zod";
import type { TraitsOf } from "./fact.ts";

/** Those who join a petition are numbered in the order in which they came, those who have left included. */
export const signatoryNumber = z.int().positive();

/** How often a petition was opened to others: each time has a code of its own, and the newest alone lets anybody in. */
export const openingNumber = z.int().positive();

/**
 * 联名: who joins, by number: name, phone and code are sealed beside the petitioner's. Petitioners read how many they are, and
 * no line for each: a page on which they are about to decide is not overtaken by somebody who joins.
 */
export const jointFacts = [
  z.strictObject({ type: z.literal("joiningOpened"), opening: openingNumber }),
  z.strictObject({ type: z.literal("joiningClosed") }),
  z.strictObject({ type: z.literal("joined"), signatory: signatoryNumber }),
  z.strictObject({ type: z.literal("left"), signatory: signatoryNumber }),
] as const;

export const jointTraits: TraitsOf<typeof jointFacts> = {
  joiningOpened: { step: "goesOn", told: "everybody" },
  joiningClosed: { step: "goesOn", told: "everybody" },
  joined: { step: "goesOn", told: "office" },
  left: { step: "goesOn", told: "office" },
};
