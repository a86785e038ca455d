import type { Directory } from "#directory/directory.ts";
import { Level } from "#ground/levels.ts";
import { type Mistake, placeAt } from "./mistake.ts";
import { place } from "./references.ts";

/** Whoever files an urgent matter is told whom to call, the gas company too. */
const noLine = ({ district, categories }: Directory): Mistake[] =>
  district.emergencyLines.length > 0 || categories.every(({ urgent }) => !urgent)
    ? []
    : [
        {
          ...placeAt(["district", "emergencyLines"]),
          what: { zh: "有紧急类别，却没有紧急电话", en: "names no line, although a category is urgent" },
          remedy: {
            zh: "请写明燃气抢修等本区的紧急电话",
            en: "Name the district's own lines for danger, such as the gas company's.",
          },
        },
      ];

/** Danger does not wait for somebody to examine whether it is accepted. */
const examinedFirst = ({ categories }: Directory): Mistake[] =>
  categories.flatMap((entry, at) =>
    entry.urgent && !entry.acceptAtOnce
      ? [
          {
            ...place("categories", { at, entry }, "acceptAtOnce"),
            what: { zh: "紧急类别要先审查是否受理", en: "an urgent category is examined first" },
            remedy: { zh: "请改为 true", en: "Write true." },
          },
        ]
      : [],
  );

/** Who has not acknowledged a step by its end has had no time of their own for it. */
const acknowledgedTooLate = ({ policy: { urgent } }: Directory): Mistake[] =>
  Level.options.some((level) => urgent.steps[level].hours <= urgent.acknowledgement.hours)
    ? [
        {
          ...placeAt(["policy", "urgent", "acknowledgement", "hours"]),
          what: { zh: "签收期限不短于办理期限", en: "is no shorter than a step that is to be acknowledged" },
          remedy: { zh: "请改短", en: "Make it shorter." },
        },
      ]
    : [];

/** The steps of an urgent category go by hours, whatever days are written for it. */
const stepsInDays = ({ categories }: Directory): Mistake[] =>
  categories.flatMap((entry, at) =>
    entry.urgent && Object.keys(entry.steps).length > 0
      ? [
          {
            ...place("categories", { at, entry }, "steps"),
            what: {
              zh: "紧急类别按小时办理，不按 steps 中的天数",
              en: "an urgent category goes by hours, not by these days",
            },
            remedy: {
              zh: "请删去 steps，小时写在 policy.urgent.steps",
              en: "Remove steps; its hours are in policy.urgent.steps.",
            },
          },
        ]
      : [],
  );

/** 紧急: whether the district can deal with urgent matters as it promises. */
export const urgentMistakes = (directory: Directory): Mistake[] => [
  ...noLine(directory),
  ...examinedFirst(directory),
  ...stepsInDays(directory),
  ...acknowledgedTooLate(directory),
];
