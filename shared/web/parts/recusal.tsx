import { lastDayOf } from "#case/state/running.ts";
import type { Recusing } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { recusalGrounds } from "#words/acts/recusal.ts";
import { dateWords, leftWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { staffName, staffOfUnit, unitName } from "#words/words.ts";

const say = {
  title: { zh: "信访人申请回避", en: "The petitioner asks that somebody step aside" },
  whom: { zh: "请谁回避", en: "Who" },
  why: { zh: "原因", en: "Why" },
  told: { zh: "信访人怎么说", en: "They say" },
  on: { zh: "哪天申请", en: "Asked on" },
  decides: { zh: "谁决定", en: "Who decides" },
  by: { zh: "什么时候以前", en: "By when" },
  waits: {
    zh: "决定以前，被申请回避的暂停办理，期限照常计算。",
    en: "Until it is decided, whoever is meant does nothing on the case, and every deadline runs.",
  },
} satisfies Record<string, Record<Lang, string>>;

type RecusalShown = { petition: Recusing; role: Role; directory: Directory; lang: Lang; now: Instant };

/** 申请回避: of whom and why, for whoever decides; for others who decides by when, and nothing that the petitioner wrote. */
export const RecusalPanel = ({ petition, role, directory, lang, now }: RecusalShown) => {
  const { whom, why, reason, askedOn, judge } = petition.recusal;
  const [decideBy, today] = [lastDayOf(petition, "recusalDecision"), districtDate(now)];
  return (
    <section class="panel asked" aria-labelledby="recusal-title">
      <h2 id="recusal-title">{say.title[lang]}</h2>
      <dl class="facts">
        <div>
          <dt>{say.whom[lang]}</dt>
          <dd>
            {whom.is === "handler" ? staffName(directory, whom.staff, lang) : unitName(directory, whom.unit, lang)}
          </dd>
        </div>
        <div>
          <dt>{say.why[lang]}</dt>
          <dd>{capitalised(recusalGrounds[why][lang])}</dd>
        </div>
        {role === "judge" && reason !== undefined && (
          <div>
            <dt>{say.told[lang]}</dt>
            <dd class="own-words">{reason}</dd>
          </div>
        )}
        <div>
          <dt>{say.on[lang]}</dt>
          <dd>{dateWords(askedOn, lang, today)}</dd>
        </div>
        <div>
          <dt>{say.decides[lang]}</dt>
          <dd>{staffOfUnit(directory, judge, lang)}</dd>
        </div>
        <div>
          <dt>{say.by[lang]}</dt>
          <dd>
            {dateWords(decideBy, lang, today)} <span class="quiet">{leftWords(decideBy, now, lang)}</span>
          </dd>
        </div>
      </dl>
      <p class="quiet">{say.waits[lang]}</p>
    </section>
  );
};
