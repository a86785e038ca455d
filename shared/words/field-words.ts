import { type StaffField, staffFields } from "#case/acts/staff-acts.ts";
import type { FieldProblem } from "#case/forms/form-text.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import { fieldLimits, type PetitionField, petitionFields } from "#case/forms/petition-form.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { FieldWords } from "./acts/matter-words.ts";
import { actFieldWords } from "./matters.ts";

const petition: Record<PetitionField, FieldWords> = {
  story: {
    name: { zh: "事情经过", en: "What happened" },
    missing: { zh: "请写下发生了什么事", en: "Tell us what happened" },
  },
  category: {
    name: { zh: "事项类别", en: "The kind of matter" },
    missing: { zh: "请选择事情属于哪一类", en: "Choose what it is about" },
  },
  community: {
    name: { zh: "社区（村）", en: "The community or village" },
    missing: { zh: "请选择所在社区（村）", en: "Choose the community or village" },
  },
  place: {
    name: { zh: "具体地点", en: "The place" },
    missing: { zh: "请填写具体地点", en: "Enter the exact place" },
  },
  about: {
    name: { zh: "您反映的单位", en: "The unit that it is about" },
    missing: { zh: "请选择您反映的单位，或者留空", en: "Choose the unit that it is about, or leave this empty" },
  },
  ask: {
    name: { zh: "您的要求", en: "Your request" },
    missing: { zh: "请写下您希望怎么解决", en: "Write what you ask for" },
  },
  name: { name: { zh: "姓名", en: "Your name" }, missing: { zh: "请填写姓名", en: "Enter your name" } },
  phone: {
    name: { zh: "手机号", en: "The mobile number" },
    missing: { zh: "请填写手机号", en: "Enter your mobile number" },
  },
  email: {
    name: { zh: "电子邮箱", en: "The e-mail address" },
    missing: { zh: "请填写电子邮箱，或者留空", en: "Enter an e-mail address, or leave this empty" },
  },
};

const limits: Partial<Record<PetitionField | StaffField, number>> = { ...fieldLimits, ...proseLimits };
const inThousands = (n: number) => n.toLocaleString("en-GB");

const says = (problem: FieldProblem, { name, missing }: FieldWords, limit: number): Bilingual => {
  switch (problem) {
    case "missing":
      return missing;
    case "tooLong":
      return {
        zh: `${name.zh}最多 ${limit} 字，请删减后再提交`,
        en: `${name.en} can have at most ${inThousands(limit)} characters; please shorten it`,
      };
    case "controlCharacters":
      return {
        zh: `${name.zh}里有看不见的特殊字符，请删除后重新输入`,
        en: `${name.en} contains invisible special characters; please delete and retype it`,
      };
    case "markup":
      return {
        zh: `${name.zh}里不能有网页代码（尖括号里的内容），请用普通文字书写`,
        en: `${name.en} cannot contain web code (text in angle brackets); please use plain words`,
      };
    case "unknown":
      return { zh: `请从列表里选择${name.zh}`, en: `${name.en} is not in the list; please choose one from it` };
    case "notAPhone":
      return {
        zh: "手机号应为 11 位数字，以 1 开头",
        en: "A mobile number has 11 digits and begins with 1",
      };
    case "notAnEmail":
      return {
        zh: "电子邮箱的格式应像 name@example.cn，也可以留空",
        en: "An e-mail address looks like name@example.cn; you can also leave it empty",
      };
    case "notADate":
      return { zh: `${name.zh}应像 2026-03-06`, en: `${name.en} is written like 2026-03-06` };
    case "notANumber":
      return { zh: `${name.zh}应为整数，例如 15`, en: `${name.en} is a whole number, such as 15` };
  }
};

const wordsFor =
  <Field extends PetitionField | StaffField>(fields: readonly Field[], words: Record<Field, FieldWords>) =>
  (problems: Partial<Record<Field, FieldProblem>>, lang: Lang): Partial<Record<Field, string>> => {
    const said: Partial<Record<Field, string>> = {};
    for (const field of fields) {
      const problem = problems[field];
      if (problem !== undefined) said[field] = says(problem, words[field], limits[field] ?? 0)[lang];
    }
    return said;
  };

/** What is wrong with each field of the petition and how to put it right, in the reader's language. */
export const problemsInWords = wordsFor(petitionFields, petition);
/** What is wrong with each field of a command's form and how to put it right, in the reader's language. */
export const staffProblemsInWords = wordsFor(staffFields, actFieldWords);
