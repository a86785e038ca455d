import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FieldsOf } from "./matter-words.ts";

const unit = {
  name: { zh: "办理承诺的单位", en: "The unit of a promise" },
  missing: { zh: "请写单位全称", en: "Write its whole name" },
};
const row = (n: number) => {
  const [zh, en] = [`第${n}件承诺的事`, `promise ${n}`];
  return {
    what: { name: { zh, en: `Promise ${n}` }, missing: { zh: `请写明${zh}`, en: `Write what ${en} is` } },
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
  promiseUnit: unit,
  promiseBy: first.by,
  promise2: second.what,
  promiseUnit2: unit,
  promiseBy2: second.by,
  promise3: third.what,
  promiseUnit3: unit,
  promiseBy3: third.by,
  promise4: fourth.what,
  promiseUnit4: unit,
  promiseBy4: fourth.by,
  promise5: fifth.what,
  promiseUnit5: unit,
  promiseBy5: fifth.by,
} satisfies FieldsOf<StaffField>;
