import type { Case } from "#case/state/case.ts";
import { guidingPeriods } from "#case/state/due.ts";
import { promiseKinds } from "#case/state/promise.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import type { Calendar } from "#clock/calendar.ts";
import { type PeriodClock, type PeriodKind, untilOf } from "#clock/clock.ts";
import { districtDate, waitsForNotice } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords, urgency } from "#words/dates.ts";
import { clockNames } from "#words/words.ts";

const say = {
  title: { zh: "期限", en: "Deadlines" },
  paused: {
    zh: "等补充材料，暂停计时；材料早到，日期提前。",
    en: "Waits for material; if it comes sooner, so does this day.",
  },
  provisional: { zh: "暂定", en: "provisional" },
  provisionalWhy: {
    zh: (year: number) => `${year}年放假安排尚未公布，公布后日期可能顺延。`,
    en: (year: number) => `The public holidays of ${year} are not announced yet; the date may move.`,
  },
};

/** The clocks by which nobody works now, though the petitioner has to know their days. */
const besides = ({ status }: Case): PeriodKind[] => {
  if (status === "handling") return ["material"];
  if (status === "performing") return ["handling", "review"];
  if (status === "withdrawing") return ["accept", "handling"];
  return status === "window" ? ["performance"] : [];
};

const isOfPromise = (kind: PeriodKind): boolean => promiseKinds.some((one) => one === kind);

/** The clocks that matter where the case stands, the most pressing first: a step ends before the law's time does. */
const clocksToShow = (petition: Case): PeriodClock[] => {
  const guiding = guidingPeriods(petition).toReversed();
  // While something is being done by its own day, others run beside it and are told all the same.
  const beside = besides(petition).filter((kind) => !guiding.includes(kind) && clockOf(petition, kind) !== undefined);
  // Each promise has a clock of its own, which stands with it.
  const kinds = [...guiding, ...beside].filter((kind) => petition.promised === undefined || !isOfPromise(kind));
  return kinds.map((kind) => periodClock(petition, kind));
};

type Clocks = { petition: Case; lang: Lang; now: Instant; calendar: Calendar };

/** 本环节期限 and 法定期限: each with its date, the days left in words, and the article in small type. */
export const Clocks = ({ petition, lang, now, calendar }: Clocks) => {
  const shown = clocksToShow(petition);
  if (shown.length === 0) return null;
  return (
    <section class="clocks" aria-labelledby="clocks-title">
      <h2 class="visually-hidden" id="clocks-title">
        {say.title[lang]}
      </h2>
      <ul>
        {shown.map((clock) => {
          const until = untilOf(clock);
          const year = waitsForNotice(clock, { calendar, now });
          return (
            <li class="clock" key={clock.kind}>
              <span class="label">{clockNames[clock.kind][lang]}</span>
              <strong class="date">{dateWords(until, lang, districtDate(now))}</strong>
              <span class={`left ${urgency(until, now)}`}>{leftWords(until, now, lang)}</span>
              {clock.paused !== undefined && now < clock.paused.until && <small>{say.paused[lang]}</small>}
              {year !== undefined && (
                <small>
                  <b>{say.provisional[lang]}</b> {say.provisionalWhy[lang](year)}
                </small>
              )}
              <small class="quiet">{clock.article[lang]}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
