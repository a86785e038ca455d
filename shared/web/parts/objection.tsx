import { lastDayOf } from "#case/state/running.ts";
import type { Objecting } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords, momentWords } from "#words/dates.ts";
import { staffOfUnit, unitName } from "#words/words.ts";

const say = {
  title: { zh: "管辖异议", en: "The objection" },
  who: { zh: "谁提出的", en: "By whom" },
  names: { zh: "认为应当由谁办理", en: "Whose it should be" },
  reason: { zh: "理由", en: "Why" },
  at: { zh: "什么时候提出", en: "When" },
  decides: { zh: "谁决定", en: "Who decides" },
  last: { zh: "（最后的决定）", en: " (final)" },
  by: { zh: "什么时候以前", en: "By when" },
} satisfies Record<string, Record<Lang, string>>;

type Objection = { petition: Objecting; directory: Directory; lang: Lang; now: Instant };

/** 异议: what the unit says, for whoever decides on it and for whoever has the case meanwhile. */
export const ObjectionPanel = ({ petition, directory, lang, now }: Objection) => {
  const { names, reason, objectedAt, sender, isLast } = petition.objection;
  const [decideBy, today] = [lastDayOf(petition, "objectionDecision"), districtDate(now)];
  return (
    <section class="panel asked" aria-labelledby="objection-title">
      <h2 id="objection-title">{say.title[lang]}</h2>
      <dl class="facts">
        <div>
          <dt>{say.who[lang]}</dt>
          <dd>{staffOfUnit(directory, { staff: petition.owner, unit: petition.unit }, lang)}</dd>
        </div>
        <div>
          <dt>{say.names[lang]}</dt>
          <dd>{unitName(directory, names, lang)}</dd>
        </div>
        <div>
          <dt>{say.reason[lang]}</dt>
          <dd class="own-words">{reason}</dd>
        </div>
        <div>
          <dt>{say.at[lang]}</dt>
          <dd>
            <time dateTime={objectedAt}>{momentWords(objectedAt, lang, today)}</time>
          </dd>
        </div>
        <div>
          <dt>{say.decides[lang]}</dt>
          <dd>
            {staffOfUnit(directory, sender, lang)}
            {isLast && say.last[lang]}
          </dd>
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
