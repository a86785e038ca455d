import * as z from "zod";
import { goesOn, inside, type TraitsOf } from "./fact.ts";

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
  /** 联系人: somebody who has joined is ready to be a contact person, and to be known as one to whoever filed it and to the office. */
  z.strictObject({ type: z.literal("contactPersonReady"), signatory: signatoryNumber }),
  /** Whoever filed it takes them as one of its contact persons. */
  z.strictObject({ type: z.literal("contactPersonNamed"), signatory: signatoryNumber }),
  /** They are one no more, or are not ready to be one any more: by their own word, or by that of whoever filed it. */
  z.strictObject({ type: z.literal("contactPersonEnded"), signatory: signatoryNumber }),
  /** 愿意接手: a contact person is ready to take the petition over from whoever filed it. */
  z.strictObject({ type: z.literal("takeOverReady"), signatory: signatoryNumber }),
  /**
   * 移交: whoever petitioned until now hands it over to `to`, and is one of those who have joined from then on, by the number
   * `former`. `address`: of the addresses for mail that were left none counts any more.
   */
  z.strictObject({
    type: z.literal("handedOver"),
    to: signatoryNumber,
    former: signatoryNumber,
    address: z.int().min(2),
  }),
] as const;

export const jointTraits: TraitsOf<typeof jointFacts> = {
  joiningOpened: goesOn,
  joiningClosed: goesOn,
  joined: inside,
  left: inside,
  contactPersonReady: inside,
  contactPersonNamed: goesOn,
  contactPersonEnded: inside,
  takeOverReady: inside,
  handedOver: goesOn,
};
