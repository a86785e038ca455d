import type { StaffField } from "#case/acts/staff-acts.ts";
import { requestName } from "#words/requests.ts";
import type { FieldsOf } from "./matter-words.ts";

const decisionOn = (n: number) => {
  const { zh, en } = requestName(n);
  return {
    name: { zh: `对${zh}的答复意见`, en: `The decision on ${en.toLowerCase()}` },
    missing: { zh: `请写明对${zh}的答复意见`, en: `Write the decision on ${en.toLowerCase()}` },
  };
};
const outcomeOf = (n: number) => {
  const { zh, en } = requestName(n);
  return {
    name: { zh: `对${zh}的结论`, en: `The conclusion on ${en.toLowerCase()}` },
    missing: { zh: `请选择对${zh}的结论`, en: `Choose the conclusion on ${en.toLowerCase()}` },
  };
};

/** 答复: the fields of the office's forms. */
export const answerFields = {
  differs: {
    name: { zh: "与被撤销的答复有什么不同", en: "What is different from the revoked answer" },
    missing: { zh: "请写明有什么不同", en: "Write what is different" },
  },
  outcome: {
    name: { zh: "结论", en: "The conclusion" },
    missing: { zh: "请选择结论", en: "Choose the conclusion" },
  },
  decision2: decisionOn(2),
  outcome2: outcomeOf(2),
  decision3: decisionOn(3),
  outcome3: outcomeOf(3),
  decision4: decisionOn(4),
  outcome4: outcomeOf(4),
  decision5: decisionOn(5),
  outcome5: outcomeOf(5),
  facts: {
    name: { zh: "查明的事实", en: "The facts" },
    missing: { zh: "请写明查明的事实", en: "Write what was found" },
  },
  rule: {
    name: { zh: "依据", en: "The rule" },
    missing: { zh: "请写明适用的规定", en: "Name the rule that applies" },
  },
  decision: {
    name: { zh: "答复意见", en: "The decision" },
    missing: { zh: "请写明答复意见", en: "Write the decision" },
  },
} satisfies FieldsOf<StaffField>;
