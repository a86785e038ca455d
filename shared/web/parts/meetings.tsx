import type { Meeting } from "#case/state/facts/meeting.ts";
import { openAssists } from "#case/state/side-matters.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { dateWords, leftWords, letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { unitName } from "#words/words.ts";
import { Minutes } from "./letters/minutes.tsx";
import { PrintLetter } from "./print-letter.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "会商", en: "Meetings" },
  on: { zh: "日期：", en: "On " },
  calledOff: { zh: "已经取消", en: "called off" },
  today: { zh: "今天", en: "today" },
} satisfies Record<string, Record<Lang, string>>;

/** The meetings that were called at the step: all of them to its owner and to the bureau, and to whoever comes for a unit those of that unit. */
const meetingsShown = ({ petition, role, person: { id } }: TaskReading): Meeting[] => {
  if (petition.status !== "handling" || petition.meetings === undefined) return [];
  if (role === "owner" || role === "convener") return petition.meetings;
  const theirs = openAssists(petition.assists).filter(({ as, holder }) => as !== undefined && holder.staff === id);
  return petition.meetings.filter(({ units }) => theirs.some(({ unit }) => units.includes(unit)));
};

const Called = ({ meeting, directory, lang, now }: TaskReading & { meeting: Meeting }) => {
  const { on, question, units, minutes, calledOff } = meeting;
  const today = districtDate(now);
  const ahead = on === today ? [say.today[lang]] : on > today ? [leftWords(on, now, lang)] : [];
  const state = calledOff ? [say.calledOff[lang]] : minutes === undefined ? ahead : [];
  return (
    <div>
      <dt>{units.map((unit) => unitName(directory, unit, lang)).join({ zh: "、", en: ", " }[lang])}</dt>
      <dd>
        <span class="own-words">{question}</span>
        <br />
        <small class="quiet">
          {say.on[lang]}
          {[dateWords(on, lang, today), ...state].join(" · ")}
        </small>
      </dd>
    </div>
  );
};

/** 会商: who was called about what, and for which day. */
export const MeetingsPanel = (reading: TaskReading) => {
  const meetings = meetingsShown(reading);
  return meetings.length === 0 ? null : (
    <section class="panel asked" aria-labelledby="meetings-title">
      <h2 id="meetings-title">{say.title[reading.lang]}</h2>
      <dl class="facts stacked">
        {meetings.map((meeting) => (
          <Called key={meeting.n} meeting={meeting} {...reading} />
        ))}
      </dl>
    </section>
  );
};

/** 会商纪要: the minutes of what has met, each as a paper to read and to print. */
export const MinutesOfMeetings = (reading: TaskReading) => {
  const { lang, site } = reading;
  const recorded = meetingsShown(reading).flatMap(({ n, minutes }) => (minutes === undefined ? [] : [{ n, minutes }]));
  return recorded.length === 0 ? null : (
    <section class="panel notices" aria-labelledby="minutes-title">
      <h2 id="minutes-title">{letterNames.minutes[lang]}</h2>
      {recorded.map(({ n, minutes }) => {
        const id = `minutes-${n}`;
        return (
          <details class="paper" open={recorded.length === 1} key={n}>
            <summary>
              <span>
                {minutes.number}{" "}
                <small class="quiet">
                  <time dateTime={minutes.on}>{letterDate(minutes.on, lang)}</time>
                </small>
              </span>
            </summary>
            <Minutes letter={minutes} id={id} lang={lang} site={site} />
            <PrintLetter id={id} lang={lang} />
          </details>
        );
      })}
    </section>
  );
};
