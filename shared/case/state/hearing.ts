import { tracks } from "#clock/track.ts";
import type { Case } from "./case.ts";

/** Tries after which somebody who cannot be reached is answered all the same: the district's own number. */
const triesEnough = 3;

/** Whether it was tried often enough. @param tries how often they could not be reached */
export const isTriedEnough = (tries: number | undefined): boolean => (tries ?? 0) >= triesEnough;

/** Whether a case is answered only once its petitioner was heard, and they were not yet (《信访工作条例》 Art. 31(6)). */
export const isUnheard = ({ track, heard }: Pick<Case, "track" | "heard">): boolean =>
  tracks[track].hears && heard === undefined;
