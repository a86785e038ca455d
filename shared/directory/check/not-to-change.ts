import type { Directory } from "#directory/directory.ts";
import { unitNow } from "#directory/succession.ts";
import { type Mistake, placeAt } from "./mistake.ts";
import { levelNames } from "./references.ts";

const firmly = (path: readonly string[], before: string, why: { zh: string; en: string }): Mistake => ({
  ...placeAt(["district", ...path]),
  what: { zh: `不能再改：${why.zh}`, en: `cannot change any more: ${why.en}` },
  remedy: { zh: `请写回 ${before}`, en: `Write ${before} again.` },
});

/** What stands in the number of every case, on receipts and letters that people have in hand. */
const numbering = (before: Directory["district"], after: Directory["district"]): Mistake[] =>
  (["id", "numberPrefix"] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) =>
      firmly([field], before[field], {
        zh: "已经发出的编号以它开头",
        en: "the numbers that people hold begin with it",
      }),
    );

/**
 * What a directory that follows another one has changed though open cases rest on it, and nothing could follow: the
 * beginning of numbers, the level of a unit or of its successor, and a bureau that nobody succeeds.
 */
export const notToChange = (before: Directory, after: Directory): Mistake[] => [
  ...numbering(before.district, after.district),
  ...before.units.flatMap(({ id, level }): Mistake[] => {
    const now = unitNow(after, id);
    if (now === undefined || now.level === level) return [];
    const at = after.units.indexOf(now);
    return [
      {
        ...placeAt(["units", at], now.id),
        what: {
          zh: `“${id}”原来是${levelNames[level].zh}，不能由${levelNames[now.level].zh}承接`,
          en: `"${id}" was a ${levelNames[level].en}, which a ${levelNames[now.level].en} cannot follow`,
        },
        remedy: {
          zh: "单位换了层级的，请用新的编号，原编号写入 former 并由同级单位承接",
          en: "Give a unit of another level another id, and name a successor of its old level in former.",
        },
      },
    ];
  }),
  ...(unitNow(after, before.district.bureau)?.id === after.district.bureau
    ? []
    : [
        {
          ...placeAt(["district", "bureau"]),
          what: {
            zh: `原信访局“${before.district.bureau}”没有由新的信访局承接`,
            en: `the bureau "${before.district.bureau}" is not followed by the new one`,
          },
          remedy: {
            zh: "请在 former.units 中写明由新的信访局承接",
            en: "Name the new bureau as its successor in former.units.",
          },
        },
      ]),
];
