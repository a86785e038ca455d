import type { Directory, Unit } from "#directory/directory.ts";
import { StepLevel } from "#ground/levels.ts";

/** The fields of a petition that name a unit, and of which levels. */
export const levelsOf = { community: ["community"], about: StepLevel.options } as const satisfies Record<
  string,
  readonly StepLevel[]
>;
export type UnitField = keyof typeof levelsOf;
export const isUnitField = (name: string | undefined): name is UnitField => name === "community" || name === "about";

/** So many units are listed without being asked for; of more, none before something is typed. */
const mostListed: Record<UnitField, number> = { community: 30, about: 60 };

/** The units that a field may name. */
export const unitsFor = ({ units }: Directory, field: UnitField): Unit[] =>
  units.filter(({ level }) => levelsOf[field].some((one) => one === level));

/** Whether a district has so few units for a field that they are listed. */
export const listsAll = (directory: Directory, field: UnitField): boolean =>
  unitsFor(directory, field).length <= mostListed[field];
