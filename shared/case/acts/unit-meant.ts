import { line } from "#case/forms/form-text.ts";
import type { Directory, Unit } from "#directory/directory.ts";
import { findUnits } from "#directory/finding.ts";
import type { StepLevel } from "#ground/levels.ts";

/** A unit as a form names it: by its id, or in words of at most so many characters, with the township before its name. */
export const unitField = line(200);

/** Whether a text is the name of a unit, or its township and its name. */
const isNamed = ({ name, parent }: Unit, townships: readonly Unit[], typed: string): boolean => {
  const above = townships.find(({ id }) => id === parent);
  return [name.zh, name.en].some((own) => {
    const before = typed.endsWith(own) ? typed.slice(0, -own.length).trim() : undefined;
    return (
      before === "" || (before !== undefined && [above?.name.zh, above?.name.en].some((of) => of?.includes(before)))
    );
  });
};

/**
 * The unit of some levels that a text means: by its id, as a list gives it, by its whole name, with its township where others
 * have that name, or as the only one that fits what was typed. `undefined` where it may be several, or none.
 */
export const unitMeant = (directory: Directory, typed: string, levels: readonly StepLevel[]): Unit | undefined => {
  const units = directory.units.filter(({ level }) => levels.includes(level));
  const townships = directory.units.filter(({ level }) => level === "township");
  const listed = units.find(({ id }) => id === typed);
  if (listed !== undefined) return listed;
  const [named, ...others] = units.filter((unit) => isNamed(unit, townships, typed));
  if (named !== undefined) return others.length === 0 ? named : undefined;
  const { best, all } = findUnits(directory, { sought: typed, levels, most: 1 });
  return all === 1 ? best[0]?.unit : undefined;
};
