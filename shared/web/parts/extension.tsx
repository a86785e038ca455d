import { isAsking } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { daysWords, momentWords } from "#words/dates.ts";
import { staffOfUnit } from "#words/words.ts";
import type { TaskReading } from "./task-panel.ts";

const say = {
  extension: { zh: "延期申请", en: "The request for more time" },
  who: { zh: "经办人", en: "Handler" },
  days: { zh: "延长几天", en: "How many days" },
  reason: { zh: "原因", en: "Why" },
  asked: { zh: "什么时候申请", en: "When" },
} satisfies Record<string, Record<Lang, string>>;

/** 延期申请: how much more time somebody asks for and why, for whoever decides and for whoever has asked. */
export const ExtensionPanel = ({ petition, directory, lang, now }: TaskReading) => {
  if (!isAsking(petition)) return null;
  const { days, reason, askedAt } = petition.extension;
  return (
    <section class="panel asked" aria-labelledby="extension-title">
      <h2 id="extension-title">{say.extension[lang]}</h2>
      <dl class="facts">
        <div>
          <dt>{say.who[lang]}</dt>
          <dd>{staffOfUnit(directory, { staff: petition.owner, unit: petition.unit }, lang)}</dd>
        </div>
        <div>
          <dt>{say.days[lang]}</dt>
          <dd>{daysWords(days, lang)}</dd>
        </div>
        <div>
          <dt>{say.reason[lang]}</dt>
          <dd class="own-words">{reason}</dd>
        </div>
        <div>
          <dt>{say.asked[lang]}</dt>
          <dd>
            <time dateTime={askedAt}>{momentWords(askedAt, lang, districtDate(now))}</time>
          </dd>
        </div>
      </dl>
    </section>
  );
};
