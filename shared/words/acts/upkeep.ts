import type { FactOf } from "#case/state/event.ts";
import type { upkeepFacts } from "#case/state/facts/upkeep.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { isOfReview } from "#ground/levels.ts";
import { clockTitle } from "#words/clock-title.ts";
import { dateWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { levelWords, type Whereabouts } from "#words/level-words.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { stationNames } from "#words/words.ts";
import type { ClockLines, Deeds, Sentences } from "./matter-words.ts";

const replacementReasons: Record<FactOf<"executionReplaced">["reason"], Bilingual> = {
  executionGone: { zh: "原流程已中断", en: "the earlier one was gone" },
  stuckInTransit: { zh: "转办停留过久", en: "the case had waited too long between two steps" },
};

/** Where a case goes on whose workflow was started again, by the name of the unit there as far as that is known. */
const startsAt = ({ startAt }: FactOf<"executionReplaced">, where: Whereabouts): Bilingual =>
  startAt === "window" || isOfReview(startAt) ? stationNames[startAt] : levelWords(where, startAt);

/** 期限重新计算与系统恢复: what was done, in a word or two. */
export const upkeepDeeds = {
  clockMoved: { zh: "期限重新计算", en: "counted anew by the calendar" },
  clockReleased: { zh: "恢复自动处理", en: "deadline put back to work" },
  executionReplaced: { zh: "流程恢复", en: "workflow restored" },
} satisfies Deeds<typeof upkeepFacts>;

/** 期限重新计算与系统恢复: what petitioners read about each fact. */
export const upkeepToPetitioners = {
  clockMoved: {
    zh: ({ fact, today }) =>
      fact.from === fact.to
        ? `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}仍为${dateWords(fact.to, "zh", today)}，不再是暂定。`
        : `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}由${dateWords(fact.from, "zh", today)}改为${dateWords(fact.to, "zh", fact.from)}，起算日期不变。`,
    en: ({ fact, today }) =>
      fact.from === fact.to
        ? `The time limit “${clockTitle(fact.clock, "en")}” stays at ${dateWords(fact.to, "en", today)} and is no longer provisional: ${withoutStop(fact.reason.en)}.`
        : `The time limit “${clockTitle(fact.clock, "en")}” moved from ${dateWords(fact.from, "en", today)} to ${dateWords(fact.to, "en", fact.from)}: ${withoutStop(fact.reason.en)}.`,
  },
  clockReleased: {
    zh: ({ fact }) => `${clockTitle(fact.clock, "zh")}的自动处理曾因故障中断，现已恢复，各项期限不变。`,
    en: ({ fact }) =>
      `A fault had kept a deadline from being acted on (${clockTitle(fact.clock, "en")}); that is mended. The time limits stay the same.`,
  },
  executionReplaced: {
    zh: () => "系统自检后恢复了办理流程，各项期限不变。",
    en: () => "After a check of its own, the system took the work up again. The time limits stay the same.",
  },
} satisfies Sentences<typeof upkeepFacts>;

/** 期限重新计算与系统恢复: what the office reads about each fact. */
export const upkeepToOffice = {
  clockMoved: {
    zh: ({ fact, today }) =>
      fact.from === fact.to
        ? `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}仍为${dateWords(fact.to, "zh", today)}，由暂定改为确定。`
        : `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}由${dateWords(fact.from, "zh", today)}改为${dateWords(fact.to, "zh", fact.from)}，起算日期不变。`,
    en: ({ fact, today }) =>
      fact.from === fact.to
        ? `No longer provisional: ${clockTitle(fact.clock, "en")}, ${dateWords(fact.to, "en", today)}. ${withoutStop(fact.reason.en)}.`
        : `Last day moved: ${clockTitle(fact.clock, "en")}, from ${dateWords(fact.from, "en", today)} to ${dateWords(fact.to, "en", fact.from)}, with the same start. ${withoutStop(fact.reason.en)}.`,
  },
  clockReleased: {
    zh: (told) => `${doer(told, "zh")}恢复了${clockTitle(told.fact.clock, "zh")}的自动处理，期限不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} put a deadline back to work: ${clockTitle(told.fact.clock, "en")}. Its end stays the same.`,
      ),
  },
  executionReplaced: {
    zh: ({ fact, ...where }) =>
      `办理流程重新启动（${replacementReasons[fact.reason].zh}），从${startsAt(fact, where).zh}继续，期限不变。`,
    en: ({ fact, ...where }) =>
      `The workflow was started again (${replacementReasons[fact.reason].en}) at: ${startsAt(fact, where).en}. Time limits unchanged.`,
  },
} satisfies Sentences<typeof upkeepFacts>;

/** 期限重新计算与系统恢复: what lists of clocks say of each fact. */
export const upkeepOnClocks = {
  clockMoved: {
    came: {
      zh: ({ fact, today }) =>
        fact.from === fact.to
          ? `放假安排公布，${dateWords(fact.to, "zh", today)}不再是暂定`
          : `重新计算，由${dateWords(fact.from, "zh", today)}改为${dateWords(fact.to, "zh", fact.from)}`,
      en: ({ fact, today }) =>
        fact.from === fact.to
          ? "the day is no longer provisional"
          : `counted anew, from ${dateWords(fact.from, "en", today)} to ${dateWords(fact.to, "en", fact.from)}`,
    },
    because: "told",
  },
  clockReleased: { came: "deed", because: "told" },
  executionReplaced: { came: "deed", because: "told" },
} satisfies ClockLines<typeof upkeepFacts>;
