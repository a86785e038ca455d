import { beginsInCommunity } from "#directory/rules.ts";
import type { Case } from "./case.ts";
import type { World } from "./world.ts";

/** Whether it has to be found out first in which community a matter happened, since its way begins there. */
export const isPlaceless = (
  { community, category }: Pick<Case, "category"> & { community?: Case["community"] | undefined },
  { directory }: Pick<World, "directory">,
): boolean => community === undefined && beginsInCommunity(directory, category);
