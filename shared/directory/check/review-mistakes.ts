import type { Directory } from "#directory/directory.ts";
import { AnsweringLevel, type ReviewBody } from "#directory/review-bodies.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { type Mistake, placeAt } from "./mistake.ts";

const isSame = (one: ReviewBody, other: ReviewBody): boolean =>
  one.name.zh === other.name.zh || one.name.en === other.name.en;

const mistake = (level: AnsweringLevel, field: "review" | "reReview", what: Bilingual, remedy: Bilingual): Mistake => ({
  ...placeAt(["district", "reviewBodies", level, field, "name"]),
  what,
  remedy,
});

/** Whether each review is asked of somebody above: of another body than the one before it, and a leader's never of the district's own. */
export const reviewMistakes = ({ district: { reviewBodies } }: Directory): Mistake[] => [
  ...AnsweringLevel.options.flatMap((level): Mistake[] => {
    const { review, reReview } = reviewBodies[level];
    return isSame(review, reReview)
      ? [
          mistake(
            level,
            "reReview",
            { zh: "复核机关就是复查机关", en: "is the body that has reviewed it already" },
            { zh: "请写复查机关的上一级", en: "Name the body one level above the review." },
          ),
        ]
      : [];
  }),
  ...(["review", "reReview"] as const)
    .filter((field) => isSame(reviewBodies.leader[field], reviewBodies.township.review))
    .map((field) =>
      mistake(
        "leader",
        field,
        { zh: "区领导的答复由区里自己复查", en: "lets the district review its own leaders" },
        { zh: "请写市一级的机关", en: "Name a body of the city." },
      ),
    ),
];
