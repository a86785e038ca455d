import type { OtherLimit } from "#clock/other-limit.ts";
import type { Lang } from "#ground/bilingual.ts";
import { limitLine, limitsSay } from "#words/limit-words.ts";

const say = {
  title: { zh: "其他途径的期限照常计算", en: "Other time limits run on" },
} satisfies Record<string, Record<Lang, string>>;

type Limits = { limits: readonly OtherLimit[]; lang: Lang };

/** 其他法定期限: that a petition extends none, and those that may concern the matter. */
export const OtherLimits = ({ limits, lang }: Limits) => (
  <>
    <p>{limitsSay(limits)[lang]}</p>
    {limits.length > 0 && (
      <ul>
        {limits.map((limit) => (
          <li key={limit.id}>{limitLine(limit, lang)}</li>
        ))}
      </ul>
    )}
  </>
);

/** The same as a part of a page. */
export const OtherLimitsPanel = (shown: Limits) => (
  <section class="panel" id="other-limits" aria-labelledby="other-limits-title">
    <h2 id="other-limits-title">{say.title[shown.lang]}</h2>
    <OtherLimits {...shown} />
  </section>
);
