import type { Bilingual } from "#ground/bilingual.ts";
import type { FieldWords } from "./acts/matter-words.ts";
import type { FilingProblem } from "./field-words.ts";

/** What is wrong with a field where a petition is filed or entered, and how to put it right. */
export const filingProblems: Readonly<Record<FilingProblem, (field: FieldWords) => Bilingual>> = {
  inTheFuture: ({ name }) => ({ zh: `${name.zh}不能晚于今天`, en: `${name.en} cannot be later than today` }),
  tooLongAgo: ({ name }) => ({
    zh: `${name.zh}在一年以前，请核对；确实这么早的，请与信访局联系`,
    en: `${name.en} lies more than a year back; check the year, and if it is right ask the petition office`,
  }),
  notWithinAYear: ({ name }) => ({
    zh: `${name.zh}应在收到日期以后一年以内，也可以留空`,
    en: `${name.en} lies within a year of the day of receipt; you can also leave it empty`,
  }),
  sameAsPetitioners: ({ name }) => ({
    zh: `${name.zh}和信访人的号码不能相同：信访人没有自己的电话的，请另外自定一个号码，或者勾选“不留号码”`,
    en: `${name.en} is the petitioner’s too; if they have no phone of their own, choose another number for them, or say that they leave none`,
  }),
  namedByAgent: () => ({
    zh: "替别人提交的，要写明信访人的姓名，请不要勾选不留",
    en: "Whoever files for somebody says who that is; please give the petitioner’s name",
  }),
  unreachable: () => ({
    zh: "替别人提交的，请至少留下信访人的一种联系方式：电话、电子邮箱或者收信地址",
    en: "Say how the petitioner is reached: a phone number, an email address or a postal address",
  }),
};
