import type { CategoryId, UnitId } from "#ground/ids.ts";
import type { Category, Directory, Unit } from "./directory.ts";

type WithId = { id: string };
type Gone = WithId & { successor: string };

/** Who an id leads to in the directory in force: itself, or whoever took over from it, perhaps by several steps. */
const heirOf = <T extends WithId>(present: readonly T[], former: readonly Gone[], id: string): T | undefined => {
  const asked = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !asked.has(at); ) {
    const name: string = at;
    const found = present.find((entry) => entry.id === name);
    if (found !== undefined) return found;
    asked.add(name);
    at = former.find((entry) => entry.id === name)?.successor;
  }
  return undefined;
};

/** The unit that has the matters of a unit now: itself, or its successor; `undefined` when the directory names neither. */
export const unitNow = ({ units, former }: Directory, id: UnitId): Unit | undefined => heirOf(units, former.units, id);

/** The category that the matters of a category belong to now; `undefined` when the directory names none. */
export const categoryNow = ({ categories, former }: Directory, id: CategoryId): Category | undefined =>
  heirOf(categories, former.categories, id);

/** Whether a unit is one of some, or has taken over the matters of one. */
export const isAmongThem = (directory: Directory, units: readonly UnitId[], id: UnitId): boolean =>
  units.some((one) => one === id || unitNow(directory, one)?.id === id);
