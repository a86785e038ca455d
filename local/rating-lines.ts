import { leastToldApart, type RatingSum, ratesOf } from "#case/account/rating-sums.ts";
import type { Lang } from "#ground/bilingual.ts";
import { satisfactionNames } from "#words/acts/rating.ts";

/** One sum as a line: how many were asked and rated, and, where enough have rated, how, always with both rates. */
const sumWords = (sum: RatingSum, lang: Lang): string => {
  const { asked, rated, steps } = sum;
  const rates = ratesOf(sum);
  if (steps === undefined || rates === undefined) {
    return {
      zh: `应评 ${asked} 件，已评 ${rated} 件；已评不到 ${leastToldApart} 件的，只列件数`,
      en: `${asked} asked, ${rated} rated; of fewer than ${leastToldApart} ratings only their number is told`,
    }[lang];
  }
  const each = (["satisfied", "mostly", "notSatisfied"] as const).map((step) => {
    const name = satisfactionNames[step][lang];
    return { zh: `${name} ${steps[step]} 件`, en: `${steps[step]} ${name}` }[lang];
  });
  const { satisfaction, response } = rates;
  return {
    zh: `满意率 ${satisfaction}%（满意和基本满意，占已评 ${rated} 件），参评率 ${response}%（已评 ${rated} 件，应评 ${asked} 件）；${each.join("，")}`,
    en: `satisfied or mostly so: ${satisfaction}% of ${rated} rated; rated: ${response}% (${rated} of ${asked} asked); ${each.join(", ")}`,
  }[lang];
};

/** Whoever was rated, by name, and the sum. */
export type Rated = { name: string; sum: RatingSum };

/** 评价合计: the sums of a month as lines for a terminal, the petition office's first. Of a unit with which nothing ended nothing is said. */
export const ratingLines = (month: string, bureau: Rated, units: readonly Rated[], lang: Lang): string[] => {
  const head = {
    zh: `${month} 办结的事项，信访人的评价（评价时间已过，不再变动）`,
    en: `How petitioners rated what ended in ${month} (the time for rating is over; this does not change any more)`,
  }[lang];
  const of = ({ name, sum }: Rated) => `  ${name}${{ zh: "：", en: ": " }[lang]}${sumWords(sum, lang)}`;
  const none = { zh: "  没有办结的事项。", en: "  Nothing ended in it." }[lang];
  if (bureau.sum.asked === 0) return [head, none];
  return [head, ...[bureau, ...units.filter(({ sum }) => sum.asked > 0)].map(of)];
};
