import type { Bilingual } from "#ground/bilingual.ts";
import type { StepLevel } from "#ground/levels.ts";
import type { Draft, EntryList } from "./draft.ts";
import { type FilePlace, type Mistake, type Path, placeAt } from "./mistake.ts";

type NamedEntry = { at: number; entry: { id: string } };

/** The levels as a directory file's mistakes name them. */
export const levelNames: Record<StepLevel, Bilingual> = {
  bureau: { zh: "信访局", en: "bureau" },
  community: { zh: "社区（村）", en: "community" },
  township: { zh: "乡镇（街道）", en: "township" },
  department: { zh: "部门", en: "department" },
  leader: { zh: "区领导", en: "leader's office" },
};

/** The place of a list's entry, or of a field of it: `units[3] (xihu-jiedao)`. */
export const place = (list: string, { at, entry }: NamedEntry, ...within: Path): FilePlace =>
  placeAt([list, at, ...within], entry.id);

/** Whether a list is there and has no such id. */
export const isUnknown = (list: EntryList<unknown>, id: string): boolean => list.ids !== undefined && !list.ids.has(id);

/** The mistake of naming what is not there. */
export const unknown = (place: FilePlace, role: Bilingual, id: string, list: string): Mistake => ({
  ...place,
  what: { zh: `${role.zh}“${id}”不存在`, en: `${role.en} "${id}" does not exist` },
  remedy: { zh: `请在 ${list} 中加上，或检查拼写`, en: `Add it to ${list}, or check its spelling.` },
});

/** A reference to a unit of a certain level: there, and of that level. */
export const unitReference = (
  { units }: Draft,
  place: FilePlace,
  role: Bilingual,
  id: string,
  levels: readonly StepLevel[],
): Mistake[] => {
  if (isUnknown(units, id)) return [unknown(place, role, id, "units")];
  const found = units.entries.find(({ entry }) => entry.id === id)?.entry;
  if (found === undefined || levels.includes(found.level)) return [];
  const wanted = levels.map((level) => levelNames[level]);
  return [
    {
      ...place,
      what: {
        zh: `${role.zh}“${id}”不是${wanted.map(({ zh }) => zh).join("或")}`,
        en: `${role.en} "${id}" is no ${wanted.map(({ en }) => en).join(" or ")}`,
      },
      remedy: { zh: "请改为该层级的单位", en: "Name a unit of that level." },
    },
  ];
};
