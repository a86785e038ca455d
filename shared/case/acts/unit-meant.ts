import { line } from "#case/forms/form-text.ts";
import type { Directory, Unit } from "#directory/directory.ts";
import { findUnits } from "#directory/finding.ts";
import type { StepLevel } from "#ground/levels.ts";
import { unitsByName } from "./units-by-name.ts";

/** A unit as a form names it: by its id, or in words of at most so many characters, with the township before its name. */
export const unitField = line(200);

/**
 * The unit of some levels that a text means: by its id, as a list gives it, by its whole name, with its township where others
 * have that name, or as the only one that fits what was typed. `undefined` where it may be several, or none.
 */
export const unitMeant = (directory: Directory, typed: string, levels: readonly StepLevel[]): Unit | undefined => {
  const [named, ...others] = unitsByName(directory, typed, levels);
  if (named !== undefined) return others.length === 0 ? named : undefined;
  const { best, all } = findUnits(directory, { sought: typed, levels, most: 1 });
  return all === 1 ? best[0]?.unit : undefined;
};
