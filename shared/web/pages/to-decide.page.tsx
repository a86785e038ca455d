import type { Lang } from "#ground/bilingual.ts";
import { type BesideProgress, besideProgress } from "#web/parts/beside-progress.tsx";
import { decidingDoor as door } from "#web/parts/to-decide.ts";

const say = {
  title: { zh: "请您决定", en: "Yours to decide" },
  nothing: { zh: "现在没有要您决定的。", en: "There is nothing for you to decide now." },
} satisfies Record<string, Record<Lang, string>>;

/**
 * What a petitioner decides on the office's work, where it could not be done as it was sent: what was typed, and what is wrong
 * with it. The page of the progress offers it, and tells what came of it.
 */
export const toDecidePage = (decided: BesideProgress): string => besideProgress(decided, { door, ...say });
