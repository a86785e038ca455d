import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { StepLevel } from "#ground/levels.ts";
import { CodePapers } from "./code.ts";
import { endsStep, goesOn, type TraitsOf } from "./fact.ts";
import { letterParts } from "./letter.ts";

/** How the bureau knew the petitioner: by papers that somebody showed, or by ringing the number that the petitioner had left. */
export const IdentityCheck = z.enum([...CodePapers.options, "calledBack"]);
export type IdentityCheck = z.infer<typeof IdentityCheck>;

/**
 * Where the bureau's files hold the scan of a paper, as `SC-2026-0012`: capital letters, digits, and `.`, `/`, `-` between
 * them, 2 to 40 characters. It is written as it is, so it has no room for words, and none for a telephone or identity number.
 */
export const ScanReference = z.string().regex(/^(?!.*\d{9})[A-Z0-9][A-Z0-9./-]{0,38}[A-Z0-9]$/);

/** Who of the bureau has checked that it was the petitioner, and how. */
const checked = { checkedBy: StaffId, check: IdentityCheck };

/** 书面撤回: the paper that the petitioner has signed. */
export const SignedPaper = z.strictObject({ signedOn: DistrictDate, scan: ScanReference, ...checked });
export type SignedPaper = z.infer<typeof SignedPaper>;

/** 窗口恢复: the petitioner has come to the bureau, or was called, and takes the petition up again. */
export const WordGiven = z.strictObject(checked);
export type WordGiven = z.infer<typeof WordGiven>;

/** 撤回确认书: since when the petition is taken back, until when that could be undone, and what the days rest on. */
export const WithdrawalLetter = z.strictObject({
  ...letterParts("withdrawal"),
  withdrawnOn: DistrictDate,
  /** The day on the paper, where it came on paper. */
  signedOn: DistrictDate.optional(),
  undoneUntil: DistrictDate,
  article: Bilingual,
});
export type WithdrawalLetter = z.infer<typeof WithdrawalLetter>;

/**
 * 撤回: the petitioner takes the petition back, and the step ends with what was open beside it. Nothing else is over before
 * the days for thinking again are: until then one click undoes it.
 */
export const withdrawalFacts = [
  z.strictObject({ type: z.literal("withdrawalDeclared"), until: DistrictDate, paper: SignedPaper.optional() }),
  /** A new execution takes the case up where it stood. */
  z.strictObject({
    type: z.literal("withdrawalUndone"),
    to: StepLevel,
    epoch: z.int().positive(),
    atBureau: WordGiven.optional(),
  }),
  z.strictObject({ type: z.literal("withdrawn"), letter: WithdrawalLetter }),
] as const;

export const withdrawalTraits: TraitsOf<typeof withdrawalFacts> = {
  withdrawalDeclared: endsStep,
  withdrawalUndone: goesOn,
  withdrawn: goesOn,
};
