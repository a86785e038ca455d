import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { inside, stepNo, type TraitsOf } from "./fact.ts";

/** 重寄链接: whoever held the link of a turn asked for a new one, and it went to the address in the directory. */
export const newLinkFacts = [
  z.strictObject({
    type: z.literal("linkRenewed"),
    stepNo,
    staff: StaffId,
    assignment: z.int().positive(),
    /** The same as before where the same link was mailed again. */
    issue: z.int().min(2),
  }),
] as const;

export const newLinkTraits: TraitsOf<typeof newLinkFacts> = {
  linkRenewed: inside,
};
