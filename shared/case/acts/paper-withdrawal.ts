import { isThoughtOver } from "#case/offers/withdrawal.ts";
import { type Case, isIn } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import type { SignedPaper, WordGiven } from "#case/state/facts/withdrawal.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { partsIn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { StaffId } from "#ground/ids.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { rests, takenUp, whyNotWithdrawn, withdrawableStates } from "./withdrawal.ts";

/**
 * Why these two may not say for the petitioner what is the petitioner's alone to say: both are of the bureau, the petition
 * is about neither, and neither has work of their own on it, which would be over. Where no name was left nobody can tell
 * who has signed: number and code are the only way.
 */
const whyNotForThem = (c: Case, by: StaffId, { checkedBy }: WordGiven, { directory }: World): Refusal | undefined => {
  const atWork = partsIn(c).map(({ staff }) => staff);
  for (const officer of [by, checkedBy]) {
    const barred = whyNotOfTheBureau(c, officer, directory);
    if (barred !== undefined) return barred;
    if (atWork.includes(officer)) return "worksOnItThemselves";
  }
  return c.unnamed ? "noNameToCheck" : undefined;
};

/** Why a paper does not withdraw the petition, by the day on it. */
const whyNotSigned = (c: Case, { signedOn }: SignedPaper, { now }: World): Refusal | undefined => {
  if (signedOn > districtDate(now) || signedOn < (c.receivedOn ?? districtDate(c.registeredAt))) {
    return "signatureDateImpossible";
  }
  return c.takenUpOn !== undefined && signedOn <= c.takenUpOn ? "signedBeforeUndone" : undefined;
};

/**
 * 书面撤回: what the petitioner has signed comes to the bureau, whose staff record it: by command alone, and from no page on
 * which somebody works on the case. From then on it is a withdrawal like any other, with all its days for thinking again.
 */
export const withdrawOnPaper = (
  c: Case,
  { by, paper }: { by: StaffId; paper: SignedPaper },
  world: World,
): Decision => {
  const barred = whyNotForThem(c, by, paper, world);
  if (barred !== undefined) return refuse(barred);
  if (!isIn(c, withdrawableStates)) return refuse("tooLateForPaper");
  const whyNot = whyNotWithdrawn(c);
  if (whyNot !== undefined) return refuse(whyNot === "tooLateToWithdraw" ? "tooLateForPaper" : whyNot);
  const refusal = whyNotSigned(c, paper, world);
  return refusal === undefined ? rests(c, { kind: "staff", id: by }, paper, world) : refuse(refusal);
};

/** 窗口恢复: the petitioner, however they withdrew, has told the bureau within the days that it is to go on. */
export const undoForPetitioner = (c: Case, { by, word }: { by: StaffId; word: WordGiven }, world: World): Decision => {
  const barred = whyNotForThem(c, by, word, world);
  if (barred !== undefined) return refuse(barred);
  if (c.status !== "withdrawing") return refuse("restsNot");
  if (isThoughtOver(c, world)) return refuse("tooLateToUndo");
  return takenUp(c, { kind: "staff", id: by }, { atBureau: word }, world);
};
