import type { Directory } from "#directory/directory.ts";
import { categoryNow, unitNow } from "#directory/succession.ts";
import { type Mistake, placeAt } from "./mistake.ts";

type Kept = "units" | "categories";

/** Whether each former unit and category is gone, stands there once, and leads to one that is there. */
export const formerMistakes = (directory: Directory): Mistake[] =>
  (["units", "categories"] as const satisfies readonly Kept[]).flatMap((list) => {
    const present = new Set<string>(directory[list].map(({ id }) => id));
    const leads = (id: string) =>
      (list === "units" ? unitNow(directory, id) : categoryNow(directory, id)) !== undefined;
    return directory.former[list].flatMap(({ id, successor }, at): Mistake[] => {
      const where = placeAt(["former", list, at], id);
      if (present.has(id)) {
        return [
          {
            ...where,
            what: { zh: `“${id}”仍在 ${list} 中`, en: `"${id}" is still in ${list}` },
            remedy: { zh: "请只留一处", en: "Keep it in one of the two." },
          },
        ];
      }
      if (directory.former[list].findIndex((other) => other.id === id) < at) {
        return [
          {
            ...where,
            what: { zh: `编号“${id}”重复`, en: `the id "${id}" is used twice` },
            remedy: { zh: "请只留一条", en: "Keep one of the two." },
          },
        ];
      }
      return leads(id)
        ? []
        : [
            {
              ...where,
              what: { zh: `承接者“${successor}”不存在`, en: `the successor "${successor}" does not exist` },
              remedy: { zh: `请写 ${list} 中现有的一个`, en: `Name one that is in ${list}.` },
            },
          ];
    });
  });
