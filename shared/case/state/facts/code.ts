import * as z from "zod";
import { goesOn, type TraitsOf } from "./fact.ts";

/** Why a query code is given anew, and by which papers the bureau knew who asked. */
export const CodeReason = z.enum(["lost", "seenByOthers", "numberChanged"]);
export type CodeReason = z.infer<typeof CodeReason>;
export const CodePapers = z.enum(["residentId", "passport", "travelPermit", "householdRegister"]);
export type CodePapers = z.infer<typeof CodePapers>;

/** 补发查询码: the bureau has checked somebody's papers and given them a new code; those before it open nothing. */
export const codeFacts = [
  z.strictObject({
    type: z.literal("codeRenewed"),
    /** How many codes the case has had by now, this one included. */
    issue: z.int().min(2),
    why: CodeReason,
    papers: CodePapers,
  }),
] as const;

export const codeTraits: TraitsOf<typeof codeFacts> = {
  codeRenewed: goesOn,
};
