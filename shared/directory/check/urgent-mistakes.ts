import type { Directory } from "#directory/directory.ts";
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

/** 紧急: whether the district can deal with urgent matters as it promises. */
export const urgentMistakes = (directory: Directory): Mistake[] => [...noLine(directory), ...examinedFirst(directory)];
