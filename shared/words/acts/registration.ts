import type { registrationFacts } from "#case/state/facts/registration.ts";
import { categoryName, staffName, unitName } from "#words/words.ts";
import type { Deeds, MatterWords } from "./matter-words.ts";

/** 登记: what was done, in a word or two. */
export const registrationDeeds = {
  registered: { zh: "登记", en: "registered" },
} satisfies Deeds<typeof registrationFacts>;

/** 登记: what is said about it. */
export const registrationWords = {
  acts: {},
  facts: {
    registered: {
      petitioner: {
        zh: ({ fact, number, directory }) =>
          `您的诉求已登记，编号 ${number}。首先由${unitName(directory, fact.responsible.unit, "zh")}负责。`,
        en: ({ fact, number, directory }) =>
          `Your petition was registered as ${number}. ${unitName(directory, fact.responsible.unit, "en")} answers for it first.`,
      },
      office: {
        zh: ({ fact, number, directory }) =>
          `登记为 ${number}，类别：${categoryName(directory, fact.category, "zh")}，所属：${unitName(directory, fact.community, "zh")}。首办责任人：${unitName(directory, fact.responsible.unit, "zh")} ${staffName(directory, fact.responsible.staff, "zh")}。`,
        en: ({ fact, number, directory }) =>
          `Registered as ${number}: ${categoryName(directory, fact.category, "en")}, ${unitName(directory, fact.community, "en")}. First responsible: ${staffName(directory, fact.responsible.staff, "en")}, ${unitName(directory, fact.responsible.unit, "en")}.`,
      },
      clock: "never",
    },
  },
} satisfies MatterWords<typeof registrationFacts>;
