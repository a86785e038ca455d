import type { Meeting } from "#case/state/facts/meeting.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords, letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { unitName } from "#words/words.ts";
import { Minutes } from "./letters/minutes.tsx";
import { PrintLetter } from "./print-letter.tsx";

const say = {
  title: { zh: "会商", en: "Meetings" },
  on: { zh: "日期：", en: "On " },
  calledOff: { zh: "已经取消", en: "called off" },
  today: { zh: "今天", en: "today" },
} satisfies Record<string, Record<Lang, string>>;

export type MeetingsShown = {
  meetings: readonly Meeting[];
  directory: Directory;
  lang: Lang;
  now: Instant;
  site?: string | undefined;
};

const Called = ({ meeting, directory, lang, now }: Omit<MeetingsShown, "meetings"> & { meeting: Meeting }) => {
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
const CalledMeetings = ({ meetings, ...scene }: MeetingsShown) => (
  <section class="panel asked" aria-labelledby="meetings-title">
    <h2 id="meetings-title">{say.title[scene.lang]}</h2>
    <dl class="facts stacked">
      {meetings.map((meeting) => (
        <Called key={meeting.n} meeting={meeting} {...scene} />
      ))}
    </dl>
  </section>
);

/** 会商纪要: the minutes of what has met, each as a paper to read and to print. */
const MinutesOfMeetings = ({ meetings, lang, site }: MeetingsShown) => {
  const recorded = meetings.flatMap(({ n, minutes }) => (minutes === undefined ? [] : [{ n, minutes }]));
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

/** How meetings are drawn: beside the matter what was called, and with it what came of that. */
export const meetingsDrawn = { Called: CalledMeetings, Minutes: MinutesOfMeetings };
