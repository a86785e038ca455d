import type { Directory } from "#directory/directory.ts";
import { type FilePlace, type Mistake, placeAt } from "./mistake.ts";

const lists = ["grounds", "routes", "bodies", "limits"] as const;

const repeated = ({ policy }: Directory): Mistake[] =>
  lists.flatMap((list) => {
    const ids = policy[list].map(({ id }) => id);
    return ids.flatMap((id, at): Mistake[] =>
      ids.indexOf(id) === at
        ? []
        : [
            {
              ...placeAt(["policy", list, at], id),
              what: { zh: `编号“${id}”重复`, en: `the id "${id}" is used twice` },
              remedy: { zh: "请换一个编号", en: "Give one of the two another id." },
            },
          ],
    );
  });

/** The time limits that something names, each with its place. */
const named = ({ policy, categories }: Directory): (FilePlace & { id: string; isTwice: boolean })[] =>
  [
    ...categories.map(({ id, limits }, at) => ({ path: ["categories", at] as const, id, limits })),
    ...policy.routes.map(({ id, limits }, at) => ({ path: ["policy", "routes", at] as const, id, limits })),
  ]
    .map(({ path, ...by }) => ({ ...by, path: [...path, "limits"] }))
    .concat({ path: ["policy", "dutyRemedies"], id: "", limits: policy.dutyRemedies })
    .flatMap(({ path, id: by, limits }) =>
      limits.map((id, at) => ({
        ...(by === "" ? placeAt([...path, at]) : placeAt([...path, at], by)),
        id,
        isTwice: limits.indexOf(id) < at,
      })),
    );

const limitMistakes = (directory: Directory): Mistake[] => {
  const known = new Set(directory.policy.limits.map(({ id }) => id));
  return named(directory).flatMap(({ id, isTwice, ...where }): Mistake[] => {
    if (!known.has(id)) {
      return [
        {
          ...where,
          what: { zh: `期限“${id}”不存在`, en: `the time limit "${id}" does not exist` },
          remedy: {
            zh: "请在 policy.limits 中加上，或检查拼写",
            en: "Add it to policy.limits, or check its spelling.",
          },
        },
      ];
    }
    if (!isTwice) return [];
    return [
      {
        ...where,
        what: { zh: `期限“${id}”写了两次`, en: `the time limit "${id}" is named twice` },
        remedy: { zh: "请只写一次", en: "Name it once." },
      },
    ];
  });
};

/** Whether grounds, procedures and time limits of other bodies have ids of their own, and lead to each other. */
export const legalMistakes = (directory: Directory): Mistake[] => [...repeated(directory), ...limitMistakes(directory)];
