import type { Unit } from "#directory/directory.ts";
import type { Draft } from "./draft.ts";
import type { Mistake } from "./mistake.ts";
import { isUnknown, place, unitReference, unknown } from "./references.ts";

const parentMistakes = (draft: Draft, unit: { at: number; entry: Unit }): Mistake[] => {
  const { level, parent } = unit.entry;
  const where = place("units", unit);
  if (level === "community") {
    return parent === undefined
      ? [
          {
            ...where,
            what: { zh: "社区（村）没有所属乡镇（街道）", en: "the community has no township" },
            remedy: { zh: "请在 parent 中写明", en: "Name its township as parent." },
          },
        ]
      : unitReference(draft, where, { zh: "所属乡镇（街道）", en: "the township" }, parent, ["township"]);
  }
  return parent === undefined
    ? []
    : [
        {
          ...where,
          what: { zh: "只有社区（村）才写 parent", en: "only a community has a parent" },
          remedy: { zh: "请删去 parent", en: "Remove parent." },
        },
      ];
};

const coverMistakes = (draft: Draft, unit: { at: number; entry: Unit }): Mistake[] => {
  const { level, covers } = unit.entry;
  const where = place("units", unit);
  if (level !== "leader" && covers.length > 0) {
    return [
      {
        ...where,
        what: { zh: "只有区领导才写 covers", en: "only a leader's office covers other units" },
        remedy: { zh: "请删去 covers", en: "Remove covers." },
      },
    ];
  }
  const role = { zh: "联系的单位", en: "the covered unit" };
  return covers.flatMap((id) => unitReference(draft, where, role, id, ["township", "department"]));
};

/** Whether each unit has its place in the tree, and people who answer for it. */
export const unitMistakes = (draft: Draft): Mistake[] => {
  const { units, staff, duties } = draft;
  const covered = new Set(units.entries.flatMap(({ entry }) => (entry.level === "leader" ? entry.covers : [])));
  const served = new Set(duties.entries.flatMap(({ entry }) => (entry.category === undefined ? [entry.unit] : [])));
  return units.entries.flatMap((unit): Mistake[] => {
    const { id, level, head, pinyin } = unit.entry;
    const where = place("units", unit);
    const needsLeader = level === "township" || level === "department";
    return [
      ...(isUnknown(staff, head) ? [unknown(where, { zh: "负责人", en: "the head" }, head, "staff")] : []),
      ...parentMistakes(draft, unit),
      ...coverMistakes(draft, unit),
      ...(pinyin.length > 0
        ? [
            {
              ...where,
              what: { zh: "拼音由导入时自动生成", en: "pinyin is added by itself" },
              remedy: {
                zh: "请删去 pinyin；读音特别的，写进 search",
                en: "Remove pinyin; what sounds otherwise goes among its search words.",
              },
            },
          ]
        : []),
      ...(needsLeader && units.whole && !covered.has(id)
        ? [
            {
              ...where,
              what: { zh: "没有区领导联系", en: "no leader covers it" },
              remedy: { zh: "请写入一位区领导的 covers", en: "Add it to the covers of a leader's office." },
            },
          ]
        : []),
      ...(duties.whole && !served.has(id)
        ? [
            {
              ...where,
              what: { zh: "没有综合经办人", en: "nobody has its general duty" },
              remedy: { zh: "请在 duties 中加一条不写 category 的", en: "Add a duty for it without a category." },
            },
          ]
        : []),
    ];
  });
};
