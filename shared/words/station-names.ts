import type { Directory } from "#directory/directory.ts";
import { unitNow } from "#directory/succession.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import type { StepLevel } from "#ground/levels.ts";
import { stationNames } from "./words.ts";

/** 街道、镇、乡，社区、村: what a township or a community is, as the Chinese name of its office ends by law. */
const kinds: readonly { says: RegExp; name: Bilingual }[] = [
  { says: /街道/, name: { zh: "街道", en: "Sub-district" } },
  { says: /镇(?:人民政府|政府)?$/, name: { zh: "镇", en: "Town" } },
  { says: /乡(?:人民政府|政府)?$/, name: { zh: "乡", en: "Township" } },
  { says: /社区/, name: { zh: "社区", en: "Community" } },
  { says: /村(?:民委员会|委会)?$/, name: { zh: "村", en: "Village" } },
];

/** Levels whose offices differ in kind; a department and a leader's office are called the same everywhere. */
const areOfKinds = new Set<StepLevel>(["community", "township"]);

/** What a station of the chain is called: by the kind of the unit there, where it is known and has one. */
export const stationName = (directory: Directory, level: StepLevel, unit: UnitId | undefined, lang: Lang): string => {
  const name = unit === undefined || !areOfKinds.has(level) ? undefined : unitNow(directory, unit)?.name.zh;
  const kind = name === undefined ? undefined : kinds.find(({ says }) => says.test(name));
  return (kind?.name ?? stationNames[level])[lang];
};
