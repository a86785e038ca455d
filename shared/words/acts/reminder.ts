import type { FactOf } from "#case/state/event.ts";
import type { reminderFacts } from "#case/state/facts/reminder.ts";
import type { ClockName } from "#clock/clock.ts";
import type { Lang } from "#ground/bilingual.ts";
import { clockTitle } from "#words/clock-title.ts";
import { dateWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { passedOverWords, quietReasons, remindingWays } from "#words/reminding-words.ts";
import { staffName } from "#words/words.ts";
import type { ClockLines, Deeds, Sentences, Told } from "./matter-words.ts";

/** The clock of which a share has passed. The fact names its kind only; the clock that rang is who did it. */
const rung = ({ fact, by }: Pick<Told<"shareReached">, "fact" | "by">): ClockName =>
  by.kind === "clock" ? by.clock : { kind: fact.clock, n: 1 };

/** The lower shares that one reminder stands for, as a sentence of its own; none where there are none. */
const passedOver = ({ passedOver: shares }: FactOf<"reminded">, lang: Lang): string[] => {
  const clause = passedOverWords(shares, lang);
  return clause === "" ? [] : [{ zh: `${clause}。`, en: `${capitalised(clause)}.` }[lang]];
};

/** 提醒: what was done, in a word or two. */
export const reminderDeeds = {
  reminded: { zh: "提醒", en: "reminded" },
  shareReached: { zh: "期限过了一部分", en: "part of the time is gone" },
} satisfies Deeds<typeof reminderFacts>;

/** 提醒: what petitioners read about each fact. */
export const reminderToPetitioners = {
  reminded: {
    zh: ({ fact, today }) =>
      `${clockTitle(fact.clock, "zh")}到${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%，已提醒办理单位。`,
    en: ({ fact, today }) =>
      `The time limit “${clockTitle(fact.clock, "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed; the unit in charge was reminded.`,
  },
  shareReached: {
    zh: ({ fact, by, today }) =>
      `${clockTitle(rung({ fact, by }), "zh")}到${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%，仍在办理。`,
    en: ({ fact, by, today }) =>
      `The time limit “${clockTitle(rung({ fact, by }), "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed. Work goes on.`,
  },
} satisfies Sentences<typeof reminderFacts>;

/** 提醒: what the office reads about each fact. */
export const reminderToOffice = {
  reminded: {
    zh: ({ fact, directory, today }) =>
      [
        `提醒${staffName(directory, fact.to, "zh")}（${remindingWays[fact.how].zh}）：${clockTitle(fact.clock, "zh")}到${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%。`,
        ...passedOver(fact, "zh"),
      ].join(""),
    en: ({ fact, directory, today }) =>
      [
        `A reminder for ${staffName(directory, fact.to, "en")}, ${remindingWays[fact.how].en}. “${clockTitle(fact.clock, "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed.`,
        ...passedOver(fact, "en"),
      ].join(" "),
  },
  shareReached: {
    zh: ({ fact, by, today }) =>
      `${clockTitle(rung({ fact, by }), "zh")}到${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%，${quietReasons[fact.lift ?? "nobody"].zh}。`,
    en: ({ fact, by, today }) =>
      `The time limit “${clockTitle(rung({ fact, by }), "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed; ${quietReasons[fact.lift ?? "nobody"].en}.`,
  },
} satisfies Sentences<typeof reminderFacts>;

/** 提醒: what lists of clocks say of each fact. */
export const reminderOnClocks = {
  reminded: {
    came: {
      zh: ({ fact, directory }) =>
        `已过 ${fact.percent}%，提醒${staffName(directory, fact.to, "zh")}，${remindingWays[fact.how].zh}`,
      en: ({ fact, directory }) =>
        `${fact.percent}% of the time has passed: ${staffName(directory, fact.to, "en")} was reminded, ${remindingWays[fact.how].en}`,
    },
    also: passedOverWords,
    because: "share",
  },
  shareReached: {
    came: {
      zh: ({ fact, wasOnItsWay }) =>
        `已过 ${fact.percent}%，${quietReasons[fact.lift ?? (wasOnItsWay ? "onItsWay" : "nobody")].zh}`,
      en: ({ fact, wasOnItsWay }) =>
        `${fact.percent}% of the time has passed: ${quietReasons[fact.lift ?? (wasOnItsWay ? "onItsWay" : "nobody")].en}`,
    },
    because: "share",
  },
} satisfies ClockLines<typeof reminderFacts>;
