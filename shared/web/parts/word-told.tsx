import { lastDayOf } from "#case/state/running.ts";
import { wordTold } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { dateWords, leftWords, momentWords } from "#words/dates.ts";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "信访人反映：撤回不是自己的意思", en: "The petitioner says that they were pressed to withdraw" },
  word: { zh: "原话", en: "In their words" },
  at: { zh: "什么时候反映", en: "When" },
  by: { zh: "什么时候以前答复", en: "To be answered by" },
  keep: {
    zh: "只有您看得到。请不要转给承办单位，也不要让承办单位的人去核实。",
    en: "Nobody else sees it. Please do not pass it to the unit in charge, nor have anybody of that unit look into it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 撤回是否自愿: what the petitioner has told the bureau, for whoever of it has to answer. */
export const WordPanel = ({ petition, role, lang, now }: TaskReading) => {
  const told = role === "confidant" ? wordTold(petition) : undefined;
  if (told === undefined) return null;
  const { pressure, toldAt } = told;
  const [answerBy, today] = [lastDayOf(petition, "pressure"), districtDate(now)];
  return (
    <section class="panel asked" aria-labelledby="word-title">
      <h2 id="word-title">{say.title[lang]}</h2>
      <dl class="facts">
        <div>
          <dt>{say.word[lang]}</dt>
          <dd class="own-words">{pressure}</dd>
        </div>
        <div>
          <dt>{say.at[lang]}</dt>
          <dd>
            <time dateTime={toldAt}>{momentWords(toldAt, lang, today)}</time>
          </dd>
        </div>
        <div>
          <dt>{say.by[lang]}</dt>
          <dd>
            {dateWords(answerBy, lang, today)} <span class="quiet">{leftWords(answerBy, now, lang)}</span>
          </dd>
        </div>
      </dl>
      <p>{say.keep[lang]}</p>
    </section>
  );
};
