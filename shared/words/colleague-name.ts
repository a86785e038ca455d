import type { Directory, Staff } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { StaffId } from "#ground/ids.ts";
import { staffName } from "./words.ts";

/** Whether somebody else of the same unit has the same name: the unit beside it tells nobody which of them it is. */
export const hasNamesake = ({ id, name, unit }: Staff, { staff }: Pick<Directory, "staff">): boolean =>
  staff.some((other) => other.id !== id && other.name === name && other.unit === unit);

/** Somebody's name where it stands beside that of their unit: with their post or their address, where two of it share it. */
export const colleagueName = (directory: Directory, id: StaffId, lang: Lang): string => {
  const name = staffName(directory, id, lang);
  const person = directory.staff.find((one) => one.id === id);
  if (person === undefined || !hasNamesake(person, directory)) return name;
  const isHead = directory.units.some(({ head }) => head === id);
  const post = isHead ? { zh: "负责人", en: "head of the unit" }[lang] : person.email;
  return { zh: `${name}（${post}）`, en: `${name} (${post})` }[lang];
};
