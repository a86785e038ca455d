import type { CaseEvent } from "#case/state/event.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import type { Audience } from "#words/acts/matter-words.ts";
import { momentWords } from "#words/dates.ts";
import { entrySentence } from "#words/event-sentence.ts";
import type { Whereabouts } from "#words/level-words.ts";
import { toldTo } from "#words/told-to.ts";

const title = { zh: "办理明细", en: "What happened" };

type Timeline = Whereabouts & { events: readonly CaseEvent[]; lang: Lang; now: Instant; audience: Audience };

/** What happened, newest first, in its readers' words; `events` are in the order in which they happened. */
export const TimelineEntries = ({ events, lang, now, audience, ...where }: Timeline) => (
  <ol class="timeline" reversed>
    {toldTo(audience.reader, events)
      .toReversed()
      .map((entry) => (
        <li key={entry.event.seq}>
          <time dateTime={entry.event.at}>{momentWords(entry.event.at, lang, districtDate(now))}</time>
          <p>{entrySentence(entry, where, lang, audience, districtDate(now))}</p>
        </li>
      ))}
  </ol>
);

/** The same as a part of a page. */
export const Timeline = (shown: Timeline) => (
  <section class="panel" aria-labelledby="timeline-title">
    <h2 id="timeline-title">{title[shown.lang]}</h2>
    <TimelineEntries {...shown} />
  </section>
);
