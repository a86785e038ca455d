import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FieldsOf } from "./matter-words.ts";

const row = (n: number) => {
  const [zh, en] = [`第${n}件承诺的事`, `promise ${n}`];
  return {
    what: { name: { zh, en: `Promise ${n}` }, missing: { zh: `请写明${zh}`, en: `Write what ${en} is` } },
    unit: {
      name: { zh: `${zh}由哪个单位办`, en: `The unit of ${en}` },
      missing: { zh: "请选择单位", en: "Choose the unit" },
    },
    by: {
      name: { zh: `${zh}最迟哪一天办到`, en: `The day of ${en}` },
      missing: { zh: `请填写${zh}最迟哪一天办到`, en: `Enter the day by which ${en} will be done` },
    },
  };
};
const [first, second, third, fourth, fifth] = [row(1), row(2), row(3), row(4), row(5)];

/** 承诺事项: the fields of a letter. */
export const promiseLetterFields = {
  promise: first.what,
  promiseUnit: first.unit,
  promiseBy: first.by,
  promise2: second.what,
  promiseUnit2: second.unit,
  promiseBy2: second.by,
  promise3: third.what,
  promiseUnit3: third.unit,
  promiseBy3: third.by,
  promise4: fourth.what,
  promiseUnit4: fourth.unit,
  promiseBy4: fourth.by,
  promise5: fifth.what,
  promiseUnit5: fifth.unit,
  promiseBy5: fifth.by,
} satisfies FieldsOf<StaffField>;
