import { digest } from "#access/digest.ts";
import type { GivenActs } from "#case/acts/given-acts.ts";
import { letterBrought } from "#case/acts/letter-brought.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import type { Letter } from "#case/state/facts/answer.ts";
import { districtDate } from "#clock/period.ts";
import type { Reached } from "./task.ts";

/** A letter as it would be issued now, and the mark of just this letter on this day, on what its petitioner was told by now. */
export type PreviewedLetter = { letter: Letter; mark: string };

/** 预览: the letter that an act would issue; nothing for any other act, or where it would be refused. */
export const previewOf = (
  given: GivenActs,
  { link, petition, world }: Reached,
  act: StaffCommand,
): PreviewedLetter | undefined => {
  const letter = letterBrought(given, petition, link.for, act, world);
  if (letter === undefined) return undefined;
  return { letter, mark: digest(JSON.stringify([petition.id, petition.told, districtDate(world.now), letter])) };
};
