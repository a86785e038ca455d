import { attachedTo } from "#case/state/attaching.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Assist, Contribution } from "#case/state/facts/assistance.ts";
import { openAssists } from "#case/state/side-matters.ts";
import type { Role } from "#case/state/turn.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords } from "#words/dates.ts";
import { staffName, unitName } from "#words/words.ts";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "协办", en: "Assistance" },
  answers: { zh: "协办单位的答复，可以引用", en: "What other units have answered, to quote from" },
  until: { zh: "期限：", en: "Due: " },
  given: { zh: "已答复：", en: "Answered:" },
  declined: { zh: "不能协办，理由见办理明细", en: "cannot assist, see “What has happened so far”" },
  ended: { zh: "已经结束", en: "over" },
  charged: { zh: "会商决定的事", en: "What a meeting decided" },
  done: { zh: "已报告办好：", en: "Reported as done:" },
  attached: { zh: "附件：", en: "Attachments: " },
  notDone: { zh: "办不到，理由见办理明细", en: "cannot be done, see “What has happened so far”" },
} satisfies Record<string, Record<Lang, string>>;

type Assists = {
  petition: Case;
  assists: readonly Assist[];
  /** What has been answered on the case so far, to whichever questions. */
  contributions?: readonly Contribution[] | undefined;
  directory: Directory;
  lang: Lang;
  now: Instant;
};

/** What came of it. */
const overWords = ({ as, over }: Assist): "given" | "declined" | "ended" | "done" | "notDone" | undefined => {
  if (as === undefined || over === undefined || over === "ended") return over;
  return over === "given" ? "done" : "notDone";
};

/** Whether somebody has come because their unit is asked something beside the step. */
const isAsked = (role: Role): boolean => role === "assistant" || role === "invited" || role === "charged";

/** What other units were asked: all of it to its owner, and to whoever answers what they are asked. Meetings are shown as such. */
const assistsShown = ({ petition, role, person: { id } }: TaskReading): Assist[] => {
  if (petition.status !== "handling" || petition.assists === undefined) return [];
  return (
    isAsked(role) ? openAssists(petition.assists).filter(({ holder }) => holder.staff === id) : petition.assists
  ).filter(({ as }) => as !== "invited");
};

/** 协办: who was asked what, or has something to do since a meeting, by when, and what came of it. */
const AssistsListed = ({ petition, assists, contributions = [], directory, lang, now }: Assists) => (
  <section class="panel asked" aria-labelledby="assists-title">
    <h2 id="assists-title">{say[assists.every(({ as }) => as === "charged") ? "charged" : "title"][lang]}</h2>
    <dl class="facts stacked">
      {assists
        .map((assist) => ({
          ...{ ...assist, came: overWords(assist) },
          attached: attachedTo(petition, { stepNo: petition.stepNo, n: assist.n }).length,
        }))
        .map(({ n, attached, unit, question, wantedBy, holder, over, came }) => (
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
              {attached > 0 && <p class="quiet">{`${say.attached[lang]}${attached}`}</p>}
            </dd>
          </div>
        ))}
    </dl>
  </section>
);

/** 协办: what other units were asked at the step, as far as the reader is shown it. */
export const AssistsPanel = (reading: TaskReading) => {
  const { petition } = reading;
  const assists = assistsShown(reading);
  return assists.length === 0 ? null : (
    <AssistsListed
      {...reading}
      assists={assists}
      contributions={petition.status === "handling" ? petition.contributions : []}
    />
  );
};

export type AskedByShown = { did: CaseEvent; petition: Case; directory: Directory; lang: Lang; now: Instant };

/** What another unit was asked by a deed: whom and until when is told nowhere else on the page of what was done. */
export const AssistAsked = ({ did: { fact }, ...scene }: AskedByShown) => {
  const { petition } = scene;
  if (fact.type !== "assistanceAsked" || petition.status !== "handling") return null;
  const asked = (petition.assists ?? []).filter(({ n }) => n === fact.n);
  return asked.length === 0 ? null : <AssistsListed {...scene} assists={asked} />;
};

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
