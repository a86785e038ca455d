import { type StaffField, staffForms } from "#case/acts/staff-acts.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { isSeen } from "#ground/seen-text.ts";
import { actFieldWords } from "./act-words.ts";
import { wordsFor } from "./field-words.ts";

/** What is wrong with each field of an act's form and how to put it right, in the reader's language. */
export const staffProblemsInWords = wordsFor<StaffField>(staffForms.fields, actFieldWords, proseLimits);

/** A text that somebody wrote, by what its field is called. */
export type UnsentText = { name: string; text: string };

/** The texts of a form of the office, as they were typed, in the order of the form. */
export const unsentIn = (typed: Readonly<Record<string, string>>, lang: Lang): UnsentText[] => {
  const fields = staffForms.isName(typed.command) ? staffForms.fieldsOf(typed.command) : [];
  return fields.flatMap((field) => {
    const text = Object.hasOwn(proseLimits, field) ? (typed[field] ?? "") : "";
    return isSeen(text) ? [{ name: actFieldWords[field].name[lang], text }] : [];
  });
};

/** Of a form that is not as our page sends it: changed since, cut short on its way, or made by somebody else. */
export const brokenFormWords = {
  typedIsKept: {
    zh: "表单与本页不一致，没有办理。您填写的内容都还在，请核对后重新提交",
    en: "The form was not as this page sends it, so nothing was done. What you typed is kept: please check it and send it again",
  },
  nothingSent: {
    zh: "您上次填写的内容没有提交，还没有办理。内容都还在，请核对后重新提交",
    en: "What you wrote before was not sent, and nothing was done. It is all here: please check it and send it again",
  },
  notIssued: {
    zh: "处理意见书还没有发出。您填写的内容都还在，改好以后再预览、发出",
    en: "The letter is not issued yet. What you wrote is here: change it, look at it once more and issue it",
  },
  nothingDone: {
    zh: "没有收到要办理的事项，没有办理。请在下面选择后重新提交",
    en: "The form did not say what to do, so nothing was done. Please choose below and send it again",
  },
} satisfies Record<string, Bilingual>;
