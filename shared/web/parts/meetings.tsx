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
  const isAhead = minutes === undefined && on >= today;
  const state = calledOff ? [say.calledOff[lang]] : isAhead ? [leftWords(on, now, lang)] : [];
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

/** 会商: who was called about what, for which day, and the minutes of what has met, as a paper to read and to print. */
export const Meetings = ({ meetings, site, ...scene }: MeetingsShown) => {
  const { lang } = scene;
  return (
    <section class="panel asked notices" aria-labelledby="meetings-title">
      <h2 id="meetings-title">{say.title[lang]}</h2>
      <dl class="facts stacked">
        {meetings.map((meeting) => (
          <Called key={meeting.n} meeting={meeting} {...scene} />
        ))}
      </dl>
      {meetings.map(({ n, minutes }) => {
        if (minutes === undefined) return null;
        const id = `minutes-${n}`;
        return (
          <details class="paper" key={n}>
            <summary>
              <span>
                {letterNames.minutes[lang]}{" "}
                <small class="quiet">
                  {`${minutes.number} · `}
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
