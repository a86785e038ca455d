import type { registrationFacts } from "#case/state/facts/registration.ts";
import { categoryName, communityName, staffName, unitName } from "#words/words.ts";
import type { ClockLines, Deeds, Sentences } from "./matter-words.ts";

/** 登记: what was done, in a word or two. */
export const registrationDeeds = {
  registered: { zh: "登记", en: "registered" },
} satisfies Deeds<typeof registrationFacts>;

/** 登记: what petitioners read about each fact. */
export const registrationToPetitioners = {
  registered: {
    zh: ({ fact, number, directory }) =>
      `您的诉求已登记，编号${number}。首先由${unitName(directory, fact.responsible.unit, "zh")}负责。`,
    en: ({ fact, number, directory }) =>
      `Your petition was registered as ${number}. ${unitName(directory, fact.responsible.unit, "en")} answers for it first.`,
  },
} satisfies Sentences<typeof registrationFacts>;

/** 登记: what the office reads about each fact. */
export const registrationToOffice = {
  registered: {
    zh: ({ fact, number, directory }) =>
      `登记为${number}，类别：${categoryName(directory, fact.category, "zh")}，所属：${communityName(directory, fact.community, "zh")}。首办责任人：${unitName(directory, fact.responsible.unit, "zh")}${staffName(directory, fact.responsible.staff, "zh")}。`,
    en: ({ fact, number, directory }) =>
      `Registered as ${number}: ${categoryName(directory, fact.category, "en")}, ${communityName(directory, fact.community, "en")}. First responsible: ${staffName(directory, fact.responsible.staff, "en")}, ${unitName(directory, fact.responsible.unit, "en")}.`,
  },
} satisfies Sentences<typeof registrationFacts>;

/** 登记: what lists of clocks say of each fact. */
export const registrationOnClocks = {
  registered: "never",
} satisfies ClockLines<typeof registrationFacts>;
