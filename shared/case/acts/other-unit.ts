import type { Open } from "#case/state/case.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Directory, Unit } from "#directory/directory.ts";
import { isAmongThem, unitNow } from "#directory/succession.ts";
import { belowLeaders } from "#ground/levels.ts";
import { unitMeant } from "./unit-meant.ts";

/** The other unit that is meant, or why the case is nothing for it. */
export const otherUnit = (c: Open, typed: string, directory: Directory): { unit: Unit } | { refused: Refusal } => {
  const unit = unitMeant(directory, typed, belowLeaders);
  if (unit === undefined) return { refused: "unitUnclear" };
  const isItself = unit.id === unitNow(directory, c.unit)?.id;
  return isItself || isAmongThem(directory, c.about.units, unit.id) ? { refused: "unitMayNot" } : { unit };
};
