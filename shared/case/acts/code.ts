import { type Case, hasEnded } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import type { CodePapers, CodeReason } from "#case/state/facts/code.ts";
import type { World } from "#case/state/world.ts";
import type { StaffId } from "#ground/ids.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";

/** How many query codes a case has had: the newest alone opens it. */
export const codesOf = (c: Case): number => c.codes ?? 1;

/**
 * 补发查询码: whoever has lost their code comes to a window with their papers, and the bureau's staff give them a new one.
 * Nobody else may: whoever has the code reads the case and, with the number that goes with it, decides. Nobody whom the
 * case complains about may either. Where no name was left no papers prove anything: number and code are the only way in.
 */
export const renewCode = (
  c: Case,
  { by, why, papers }: { by: StaffId; why: CodeReason; papers: CodePapers },
  { directory }: World,
): Decision => {
  if (hasEnded(c)) return refuse("ended");
  const barred = whyNotOfTheBureau(c, by, directory);
  if (barred !== undefined) return refuse(barred);
  if (c.unnamed) return refuse("noNameToProve");
  return happened({ kind: "staff", id: by }, { type: "codeRenewed", issue: codesOf(c) + 1, why, papers });
};
