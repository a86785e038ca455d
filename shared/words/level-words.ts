import type { Case } from "#case/state/case.ts";
import type { Directory } from "#directory/directory.ts";
import { unitNow } from "#directory/succession.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { UnitId } from "#ground/ids.ts";
import type { StepLevel } from "#ground/levels.ts";
import type { AgentNames } from "./doer.ts";
import { levelPhrases, unitName } from "./words.ts";

/** Where a matter is: the district, and the community, as far as it is known. Without a petition nothing of it is. */
export type Whereabouts = {
  directory: Directory;
  petition: { community?: Case["community"] | undefined } | undefined;
  /** Who acts for the petitioner, by name: told to the petitioner alone. */
  agents?: AgentNames | undefined;
};

/** The unit that a level is for a matter of some place, where that is told by the place. */
export const unitOfLevel = ({ directory, petition }: Whereabouts, level: StepLevel): UnitId | undefined => {
  const community = petition?.community;
  if (community === undefined || (level !== "community" && level !== "township")) return undefined;
  return level === "community" ? community : unitNow(directory, community)?.parent;
};

/**
 * A level inside a sentence about a case: by the name of the unit that it is for this case, which is a town's for one and a
 * sub-district's for another; and by what all of them are called only while it is not known where the matter happened.
 */
export const levelWords = (where: Whereabouts, level: StepLevel): Bilingual => {
  const unit = unitOfLevel(where, level);
  const named = (lang: Lang): string =>
    unit === undefined ? levelPhrases[level][lang] : unitName(where.directory, unit, lang);
  return { zh: named("zh"), en: named("en") };
};
