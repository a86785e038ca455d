import { districtDate, inWorkingHours } from "#clock/period.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { reviewerFor } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { In } from "./case.ts";
import { isUnderReview } from "./review.ts";
import type { World } from "./world.ts";

/** Who may not be chosen besides those who had a part, whom no mail reaches, and whether the body's head has to decide. */
type ReviewerAsked = { but?: readonly StaffId[]; unreachable?: readonly StaffId[]; isLast?: boolean };

/** The unit of the district that reviews a case's answer here; none where the body is outside, or the answer has no review. */
export const reviewingUnit = ({ level, letter }: In<"window">, directory: Directory): UnitId | undefined => {
  if (level === "community" || letter.remedy.kind !== "review") return undefined;
  const { unit } = directory.district.reviewBodies[level].review;
  return unit === undefined ? undefined : unitNow(directory, unit)?.id;
};

/** Who had a part in a case besides reviewing its answer. Of a case from before that was kept nobody knows. */
const handsOf = (c: In<"window">): StaffId[] | undefined => {
  if (c.owners === undefined) return undefined;
  const all = c.hands ?? [];
  const examiners = isUnderReview(c) ? c.review.examiners : [];
  return all.filter((staff) => !examiners.includes(staff));
};

/** 复查人员: whoever would examine the answer today, computed from the record; `undefined` where nobody may, or it is not reviewed here. */
export const reviewerOf = (
  c: In<"window">,
  { directory, calendar, now }: World,
  { but = [], ...asked }: ReviewerAsked = {},
): Staff | undefined => {
  const body = reviewingUnit(c, directory);
  const hands = handsOf(c);
  if (body === undefined || hands === undefined) return undefined;
  return reviewerFor(
    directory,
    { body, answered: c.answeredBy.unit },
    { about: c.about, on: districtDate(inWorkingHours(calendar, now)), hands: [...hands, ...but], ...asked },
  );
};

/** Who else of the same office may examine it. */
export const otherReviewers = (c: In<"window">, { directory }: Pick<World, "directory">): Staff[] => {
  const hands = handsOf(c);
  if (!isUnderReview(c) || hands === undefined) return [];
  const { reviewer } = c.review;
  const barred = [...hands, ...c.about.staff, reviewer.staff];
  return directory.staff.filter(
    (person) =>
      person.unit === reviewer.unit && !barred.includes(person.id) && !isComplainedAbout(directory, c.about, person),
  );
};
