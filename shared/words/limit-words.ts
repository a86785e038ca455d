import type { OtherLimit } from "#clock/other-limit.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";

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
