import type { Directory, Unit } from "#directory/directory.ts";
import { belowLeaders, StepLevel } from "#ground/levels.ts";

/** The fields that name a unit, and of which levels: where it happened, whom it complains about, who should have it or is asked. */
export const levelsOf = {
  community: ["community"],
  about: StepLevel.options,
  rightUnit: belowLeaders,
  assistUnit: belowLeaders,
} as const satisfies Record<string, readonly StepLevel[]>;
export type UnitField = keyof typeof levelsOf;
export const isUnitField = (name: string | undefined): name is UnitField =>
  name !== undefined && Object.hasOwn(levelsOf, name);

/** The fields of the office's forms among them. */
type SoughtField = Exclude<UnitField, "about">;
export const isSoughtField = (name: string): name is SoughtField => name !== "about" && isUnitField(name);

/** What is typed to find one for a field of the office's forms. */
export type UnitSought = `${SoughtField}Sought`;

/** So many units are listed without being asked for; of more, none before something is typed. */
const mostListed: Record<UnitField, number> = { community: 30, about: 60, rightUnit: 12, assistUnit: 12 };

/** The units that a field may name. */
export const unitsFor = ({ units }: Directory, field: UnitField): Unit[] =>
  units.filter(({ level }) => levelsOf[field].some((one) => one === level));

/** Whether a district has so few units for a field that they are listed. */
export const listsAll = (directory: Directory, field: UnitField): boolean =>
  unitsFor(directory, field).length <= mostListed[field];
