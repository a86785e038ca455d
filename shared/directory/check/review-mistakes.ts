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

/** What is wrong with the unit whose people review answers here. */
const unitMistakes = ({ district: { reviewBodies }, units }: Directory): Mistake[] =>
  AnsweringLevel.options.flatMap((level): Mistake[] => {
    const { unit: id } = reviewBodies[level].review;
    if (id === undefined) return [];
    const found = units.find((unit) => unit.id === id);
    const where = placeAt(["district", "reviewBodies", level, "review", "unit"]);
    if (found === undefined) {
      return [
        {
          ...where,
          what: { zh: `单位“${id}”不存在`, en: `the unit "${id}" does not exist` },
          remedy: { zh: "请在 units 中加上，或检查拼写", en: "Add it to units, or check its spelling." },
        },
      ];
    }
    if (level === "leader") {
      // Told below where it is the township's body.
      if (isSame(reviewBodies.leader.review, reviewBodies.township.review)) return [];
      return [
        {
          ...where,
          what: { zh: "区领导的答复由区里的单位复查", en: "has a unit of the district review its own leaders" },
          remedy: { zh: "请删去 unit，由市一级复查", en: "Leave the unit out: the city reviews those." },
        },
      ];
    }
    return found.level === "department"
      ? []
      : [
          {
            ...where,
            what: {
              zh: `“${found.name.zh}”不是部门一级的单位`,
              en: `"${found.name.en}" is no unit of the department level`,
            },
            remedy: { zh: "请写区里专门复查的单位", en: "Name the unit of the district that reviews answers." },
          },
        ];
  });

/** Whether each review is asked of somebody above: of another body than the one before it, and a leader's never of the district's own. */
export const reviewMistakes = (directory: Directory): Mistake[] => [
  ...unitMistakes(directory),
  ...bodyMistakes(directory),
];

const bodyMistakes = ({ district: { reviewBodies } }: Directory): Mistake[] => [
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
