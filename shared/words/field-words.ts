import { type FieldProblem, leastReasoned } from "#case/forms/form-text.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { ownNumberDigits } from "#ground/phone.ts";
import type { FieldWords } from "./acts/matter-words.ts";

const inThousands = (n: number) => n.toLocaleString("en-GB");

/** What can be wrong only with what a petition comes by: what its form asks, and what a counter enters of it. */
export type FilingProblem = Extract<
  FieldProblem,
  "inTheFuture" | "tooLongAgo" | "notWithinAYear" | "sameAsPetitioners" | "namedByAgent" | "unreachable"
>;

/** What is said of each of them: words that no form carries but those by which petitions come. */
type FilingWords = Readonly<Record<FilingProblem, (field: FieldWords) => Bilingual>>;

/** @throws for what nobody can get wrong who files nothing */
const says = (problem: FieldProblem, field: FieldWords, limit: number, filing: FilingWords | undefined): Bilingual => {
  const { name, missing } = field;
  switch (problem) {
    case "missing":
      return missing;
    case "tooLong":
      return {
        zh: `${name.zh}最多 ${limit} 字，请删减后再提交`,
        en: `${name.en} can have at most ${inThousands(limit)} characters; please shorten it`,
      };
    case "tooShort":
      return {
        zh: `${name.zh}至少写 ${leastReasoned} 字，请把依据写清楚`,
        en: `${name.en} has at least ${leastReasoned} characters; please say what it rests on`,
      };
    case "heapedMarks":
      return {
        zh: `${name.zh}里有一个字叠了太多附加符号，请删去后再提交`,
        en: `${name.en} has too many accents heaped on one letter; please delete them`,
      };
    case "unknown":
      return { zh: `请从列表里选择${name.zh}`, en: `${name.en} is not in the list; please choose one from it` };
    case "notAPhone":
      return {
        zh: "没有认出电话号码。请只填一个：手机号是 11 位；固定电话请加区号，如 0571-88001234；境外号码请加国家或地区代码，如 +852 9123 4567",
        en: "This was not read as a phone number. Please enter one only: a mobile number has 11 digits, a landline needs its area code, as in 0571-88001234, and a number abroad its country code, as in +852 9123 4567",
      };
    case "notOnesOwnNumber":
      return {
        zh: `${name.zh}应为 ${ownNumberDigits.least} 到 ${ownNumberDigits.most} 位数字`,
        en: `${name.en} has ${ownNumberDigits.least} to ${ownNumberDigits.most} digits`,
      };
    case "easilyGuessed":
      return {
        zh: `${name.zh}太容易被猜到，请不要用生日、连号或同一个数字`,
        en: `${name.en} is too easily guessed; please use no birthday, no digits in a row and not one digit only`,
      };
    case "notAnEmail":
      return {
        zh: "电子邮箱的格式应像 name@example.cn，也可以留空",
        en: "An email address looks like name@example.cn; you can also leave it empty",
      };
    case "notADate":
      return { zh: `${name.zh}应像 2026-03-06`, en: `${name.en} is written like 2026-03-06` };
    case "namesAPerson":
      return {
        zh: `${name.zh}里不能有手机号、身份证号，只写机关、单位和日期`,
        en: `${name.en} may hold no phone number and no identity number; name the body and the day only`,
      };
    case "notBoth":
      return {
        zh: `填了${name.zh}，就请不要勾选不留；两样只能选一样`,
        en: `Either fill this in or say that you leave none, not both`,
      };
    case "blanksLeft":
      return {
        zh: `${name.zh}里还有没填的空（＿＿），请填好或者删去`,
        en: `${name.en} still has a blank (＿＿) in it; please fill it in or delete it`,
      };
    case "notANumber":
      return { zh: `${name.zh}应为整数，例如 15`, en: `${name.en} is a whole number, such as 15` };
    default:
      if (filing === undefined) throw new Error(`There are no words for ${problem} where no petition is filed`);
      return filing[problem](field);
  }
};

/**
 * What is wrong with each field of a form and how to put it right, in the reader's language.
 * @param limits characters that a field may have, where it is limited
 * @param filing what is said of the problems that only whoever files a petition has
 */
export const wordsFor =
  <Field extends string>(
    fields: readonly Field[],
    wordsOf: (field: Field) => FieldWords,
    limits: Readonly<Partial<Record<Field, number>>>,
    filing?: FilingWords,
  ) =>
  (problems: Partial<Record<Field, FieldProblem>>, lang: Lang): Partial<Record<Field, string>> => {
    const said: Partial<Record<Field, string>> = {};
    for (const field of fields) {
      const problem = problems[field];
      if (problem !== undefined) said[field] = says(problem, wordsOf(field), limits[field] ?? 0, filing)[lang];
    }
    return said;
  };
