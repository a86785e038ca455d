import type { Assist, Contribution } from "#case/state/facts/assistance.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords } from "#words/dates.ts";
import { staffName, unitName } from "#words/words.ts";

const say = {
  title: { zh: "协办", en: "Assistance" },
  answers: { zh: "协办单位的答复，可以引用", en: "What other units have answered, to quote from" },
  until: { zh: "期限：", en: "Due: " },
  given: { zh: "已答复：", en: "Answered:" },
  declined: { zh: "不能协办，理由见办理明细", en: "cannot assist, see “What has happened so far”" },
  ended: { zh: "已经结束", en: "over" },
  charged: { zh: "会商决定的事", en: "What a meeting decided" },
  done: { zh: "已报告办好：", en: "Reported as done:" },
  notDone: { zh: "办不到，理由见办理明细", en: "cannot be done, see “What has happened so far”" },
} satisfies Record<string, Record<Lang, string>>;

type Assists = {
  assists: readonly Assist[];
  /** What has been answered on the case so far, to whichever questions. */
  contributions?: readonly Contribution[] | undefined;
  directory: Directory;
  lang: Lang;
  now: Instant;
};

/** What came of it. */
const overWords = ({ as, over }: Assist): keyof typeof say | undefined => {
  if (as === undefined || over === undefined || over === "ended") return over;
  return over === "given" ? "done" : "notDone";
};

/** 协办: who was asked what, or has something to do since a meeting, by when, and what came of it. */
export const AssistsPanel = ({ assists, contributions = [], directory, lang, now }: Assists) => (
  <section class="panel asked" aria-labelledby="assists-title">
    <h2 id="assists-title">{say[assists.every(({ as }) => as === "charged") ? "charged" : "title"][lang]}</h2>
    <dl class="facts stacked">
      {assists
        .map((assist) => ({ ...assist, came: overWords(assist) }))
        .map(({ n, unit, question, wantedBy, holder, over, came }) => (
          <div key={n}>
            <dt>
              {unitName(directory, unit, lang)}
              {came === undefined && `${{ zh: "，", en: ", " }[lang]}${staffName(directory, holder.staff, lang)}`}
            </dt>
            <dd>
              <span class="own-words">{question}</span>
              <br />
              <small class="quiet">
                {came === undefined
                  ? `${say.until[lang]}${dateWords(wantedBy, lang, districtDate(now))} · ${leftWords(wantedBy, now, lang)}`
                  : say[came][lang]}
              </small>
              {over === "given" &&
                contributions
                  .filter((one) => one.unit === unit && one.question === question)
                  .map(({ contribution }) => (
                    <blockquote class="own-words" key={contribution}>
                      {contribution}
                    </blockquote>
                  ))}
            </dd>
          </div>
        ))}
    </dl>
  </section>
);

type Answers = { contributions: readonly Contribution[]; directory: Directory; lang: Lang };

/** 协办答复: what other units have answered, beside the letter that may quote it. */
export const Contributions = ({ contributions, directory, lang }: Answers) => (
  <details class="contributions">
    <summary>{say.answers[lang]}</summary>
    <dl class="facts stacked">
      {contributions.map(({ unit, question, contribution }) => (
        <div key={contribution}>
          <dt>
            {unitName(directory, unit, lang)}
            {{ zh: "：", en: ": " }[lang]}
            {question}
          </dt>
          <dd class="own-words">{contribution}</dd>
        </div>
      ))}
    </dl>
  </details>
);
