import type { Case } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Directory } from "#directory/directory.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import type { StaffId } from "#ground/ids.ts";

/** Why somebody may not do to a case what the bureau's staff may: they are not of the bureau, or it is about them. */
export const whyNotOfTheBureau = (
  { about }: Pick<Case, "about">,
  by: StaffId,
  directory: Directory,
): Refusal | undefined => {
  const officer = directory.staff.find(({ id }) => id === by);
  if (officer === undefined || officer.unit !== directory.district.bureau) return "notOfTheBureau";
  return isComplainedAbout(directory, about, officer) ? "complainedAbout" : undefined;
};
