import type { Directory, Unit } from "#directory/directory.ts";
import type { StepLevel } from "#ground/levels.ts";

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

/** The units of some levels of which a text is the id, as a list gives it, or else the whole name, with its township or without. */
export const unitsByName = (directory: Directory, typed: string, levels: readonly StepLevel[]): Unit[] => {
  const units = directory.units.filter(({ level }) => levels.includes(level));
  const listed = units.filter(({ id }) => id === typed);
  if (listed.length > 0) return listed;
  const townships = directory.units.filter(({ level }) => level === "township");
  return units.filter((unit) => isNamed(unit, townships, typed));
};
