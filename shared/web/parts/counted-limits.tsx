import type { CountedLimit } from "#clock/counted-limit.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { countedLine } from "#words/limit-words.ts";
import { OtherLimits } from "./other-limits.tsx";

const say = {
  uncounted: {
    zh: "起算的日期没有登记，所以没有算出最后一天。请用您知道的日期按上面的期限计算，拿不准的向受理的机关或者 12348 核对。",
    en: "Nobody has said from which day, so no last day was counted. Please count from the day that you know of, and ask that body or 12348 if in doubt.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 期限和届满日: the limits of the procedure and others, and the last day of each of which it is known when it began. */
export const CountedLimits = ({
  limits,
  on,
  lang,
}: {
  limits: readonly CountedLimit[];
  on: DistrictDate;
  lang: Lang;
}) => {
  const counted = limits.filter((limit) => limit.counted !== "notKnown");
  return (
    <>
      <OtherLimits limits={limits} lang={lang} />
      {counted.map((limit) => (
        <p key={limit.id}>{countedLine(limit, lang, on)}</p>
      ))}
      {limits.length > 0 && counted.length === 0 && <p>{say.uncounted[lang]}</p>}
    </>
  );
};
