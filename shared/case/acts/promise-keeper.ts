import type { Case } from "#case/state/case.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import { staffOf, successorIn } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import type { Asked } from "./unable.ts";

/** Whoever keeps what a unit has promised: of the unit, whoever would have the case there today. */
export const keeperIn = (
  { community, category, about }: Pick<Case, "community" | "category" | "about">,
  unit: UnitId,
  asked: Pick<Asked, "on"> & Partial<Asked>,
  directory: Directory,
): Staff => {
  const level = unitNow(directory, unit)?.level ?? "bureau";
  return staffOf(directory, successorIn(directory, unit, { level, community, category, about, ...asked }).owner);
};
