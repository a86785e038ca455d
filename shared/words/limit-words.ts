import type { CountedLimit } from "#clock/counted-limit.ts";
import type { OtherLimit } from "#clock/other-limit.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { letterDate } from "./dates.ts";

const units: Record<OtherLimit["length"]["unit"], { zh: string; en: string }> = {
  day: { zh: "日", en: "day" },
  month: { zh: "个月", en: "month" },
  year: { zh: "年", en: "year" },
};

const lengthOf = ({ count, unit }: OtherLimit["length"], lang: Lang): string => {
  const name = units[unit][lang];
  return { zh: `${count} ${name}`, en: `${count} ${name}${count === 1 ? "" : "s"}` }[lang];
};

/** 其他期限: that a petition extends none of them; and what the list says that follows, if there is one. */
export const limitsSay = (limits: readonly OtherLimit[]): Bilingual =>
  limits.length === 0
    ? {
        zh: "提出信访不延长其他法定途径的期限。想走复议、诉讼、仲裁等途径的，请留意各自的期限。",
        en: "Filing a petition does not extend the time limits of other bodies. If you mean to go to court, to arbitration or to a reconsideration body as well, mind the limit that each has.",
      }
    : {
        zh: "提出信访不延长其他法定途径的期限。下列期限可能与您的事项有关，请不要错过：",
        en: "Filing a petition does not extend the time limits of other bodies. These may concern your matter; please do not miss them:",
      };

/** `申请行政复议：60 日，自知道该行政行为之日起（《行政复议法》第二十条）`. */
export const limitLine = ({ name, length, from, article }: OtherLimit, lang: Lang): string =>
  ({
    zh: `${name.zh}：${lengthOf(length, "zh")}，${from.zh}（${article.zh}）`,
    en: `${name.en}: ${lengthOf(length, "en")} ${from.en} (${article.en})`,
  })[lang];

/**
 * The last day of a limit, with how it was counted, so that anybody can count it again; where it is over, whom to ask whether
 * that is the last word. Nothing where nobody said when it began.
 * @param on the day on which it is told
 */
export const countedLine = ({ name, length, counted }: CountedLimit, lang: Lang, on: DistrictDate): string => {
  if (counted === "notKnown") return "";
  const { from, end, lastDay, provisional } = counted;
  const isOver = lastDay < on;
  const day = (date: DistrictDate) => letterDate(date, lang);
  const moved = {
    zh: end === lastDay ? "" : `，当天是休息日，顺延到${day(lastDay)}`,
    en: end === lastDay ? "" : `, a rest day, so that it moves to ${day(lastDay)}`,
  }[lang];
  const zh = isOver
    ? "按这个日期，期限已经届满。有没有中止、中断或者可以延长的情形，由受理的机关、法院依法认定，请尽快向它们或者 12348 咨询。"
    : `请最迟在${day(lastDay)}（含当日）提出。${provisional ? `${lastDay.slice(0, 4)}年放假安排尚未公布，最后一天可能变动，请尽早提出。` : ""}`;
  const en = isOver
    ? "Counted so, it is over. Whether it was suspended, began anew or can be extended is for the body or court to say; please ask there, or call 12348, as soon as you can."
    : `Please apply by ${day(lastDay)}, that day included.${provisional ? " The holidays of that year have not been announced yet and may change the day; please do not wait for it." : ""}`;
  return {
    zh: `${name.zh}：从${day(from)}起算，当日不计入，${lengthOf(length, "zh")}的最后一天是${day(end)}${moved}。${zh}`,
    en: `${name.en}: counted from ${day(from)}, that day left out, the last day of the ${lengthOf(length, "en")} is ${day(end)}${moved}. ${en}`,
  }[lang];
};
