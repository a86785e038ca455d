import { lastDayOf } from "#case/state/running.ts";
import type { Hurrying } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { urgentGrounds } from "#words/acts/urgency.ts";
import { dateWords, leftWords, momentWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { staffOfUnit } from "#words/words.ts";

const say = {
  title: { zh: "信访人申请标为紧急", en: "The petitioner asks that it be marked urgent" },
  why: { zh: "原因", en: "Why" },
  told: { zh: "信访人怎么说", en: "They say" },
  at: { zh: "什么时候申请", en: "Asked" },
  decides: { zh: "谁决定", en: "Who decides" },
  by: { zh: "什么时候以前", en: "By when" },
} satisfies Record<string, Record<Lang, string>>;

type HurryShown = { petition: Hurrying; directory: Directory; lang: Lang; now: Instant };

/** 申请紧急: why, in the petitioner's words, for whoever decides and for whoever has the case. */
export const HurryPanel = ({ petition, directory, lang, now }: HurryShown) => {
  const { why, reason, askedAt, triage } = petition.hurry;
  const [decideBy, today] = [lastDayOf(petition, "urgencyDecision"), districtDate(now)];
  return (
    <section class="panel asked" aria-labelledby="hurry-title">
      <h2 id="hurry-title">{say.title[lang]}</h2>
      <dl class="facts">
        <div>
          <dt>{say.why[lang]}</dt>
          <dd>{capitalised(urgentGrounds[why][lang])}</dd>
        </div>
        <div>
          <dt>{say.told[lang]}</dt>
          <dd class="own-words">{reason}</dd>
        </div>
        <div>
          <dt>{say.at[lang]}</dt>
          <dd>
            <time dateTime={askedAt}>{momentWords(askedAt, lang, today)}</time>
          </dd>
        </div>
        <div>
          <dt>{say.decides[lang]}</dt>
          <dd>{staffOfUnit(directory, triage, lang)}</dd>
        </div>
        <div>
          <dt>{say.by[lang]}</dt>
          <dd>
            {dateWords(decideBy, lang, today)} <span class="quiet">{leftWords(decideBy, now, lang)}</span>
          </dd>
        </div>
      </dl>
    </section>
  );
};
