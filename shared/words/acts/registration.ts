import type { Brought, registrationFacts } from "#case/state/facts/registration.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { broughtWords } from "#words/channel-words.ts";
import { dateWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { categoryName, communityName, staffName, unitName } from "#words/words.ts";
import type { ClockLines, Deeds, Sentences } from "./matter-words.ts";

/** 登记: what was done, in a word or two. */
export const registrationDeeds = {
  registered: { zh: "登记", en: "registered" },
} satisfies Deeds<typeof registrationFacts>;

/** Who received it, and on which day. */
const receivedWords = (
  { unit, receivedOn }: Brought,
  { directory, today }: { directory: Directory; today: DistrictDate },
  lang: Lang,
): string =>
  ({
    zh: `${unitName(directory, unit, "zh")}${dateWords(receivedOn, "zh", today)}收到`,
    en: `${unitName(directory, unit, "en")} received it on ${dateWords(receivedOn, "en", today)}`,
  })[lang];

/** 登记: what petitioners read about each fact. */
export const registrationToPetitioners = {
  registered: {
    zh: (told) => {
      const { fact, number, directory } = told;
      const first = `首先由${unitName(directory, fact.responsible.unit, "zh")}负责。`;
      return fact.brought === undefined
        ? `您的诉求已登记，编号${number}。${first}`
        : `${receivedWords(fact.brought, told, "zh")}，代您登记，编号${number}（${broughtWords.zh(fact.brought)}）。各项期限从收到之日起算。${first}`;
    },
    en: (told) => {
      const { fact, number, directory } = told;
      const first = `${unitName(directory, fact.responsible.unit, "en")} answers for it first.`;
      return fact.brought === undefined
        ? `Your petition was registered as ${number}. ${first}`
        : `${receivedWords(fact.brought, told, "en")} and registered it for you as ${number} (${broughtWords.en(fact.brought)}). All time limits count from the day on which it was received. ${first}`;
    },
  },
} satisfies Sentences<typeof registrationFacts>;

/** 登记: what the office reads about each fact. */
export const registrationToOffice = {
  registered: {
    zh: ({ fact, number, directory, ...told }) =>
      `${fact.brought === undefined ? "" : `${doer({ ...told, directory }, "zh")}代登记：${receivedWords(fact.brought, { ...told, directory }, "zh")}（${broughtWords.zh(fact.brought)}）。`}登记为${number}，类别：${categoryName(directory, fact.category, "zh")}，所属：${communityName(directory, fact.community, "zh")}。首办责任人：${unitName(directory, fact.responsible.unit, "zh")}${staffName(directory, fact.responsible.staff, "zh")}。`,
    en: ({ fact, number, directory, ...told }) =>
      `${fact.brought === undefined ? "" : `Entered by ${doer({ ...told, directory }, "en")}: ${receivedWords(fact.brought, { ...told, directory }, "en")} (${broughtWords.en(fact.brought)}). `}Registered as ${number}: ${categoryName(directory, fact.category, "en")}, ${communityName(directory, fact.community, "en")}. First responsible: ${staffName(directory, fact.responsible.staff, "en")}, ${unitName(directory, fact.responsible.unit, "en")}.`,
  },
} satisfies Sentences<typeof registrationFacts>;

/** 登记: what lists of clocks say of each fact. */
export const registrationOnClocks = {
  registered: "never",
} satisfies ClockLines<typeof registrationFacts>;
