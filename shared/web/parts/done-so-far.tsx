import type { CaseEvent } from "#case/state/event.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { momentWords } from "#words/dates.ts";
import { deedNames } from "#words/deeds.ts";
import { toldTo } from "#words/told-to.ts";

const title = { zh: "办理明细", en: "What happened" };

/**
 * What happened, newest first, in a word or two each: for whoever may know how far a case is, and not what was said, agreed
 * or decided. What the unit in charge has told the petitioner of its progress stands as it was written.
 */
export const DoneSoFar = ({ events, now, lang }: { events: readonly CaseEvent[]; now: Instant; lang: Lang }) => (
  <section class="panel" aria-labelledby="done-title">
    <h2 id="done-title">{title[lang]}</h2>
    <ol class="timeline" reversed>
      {toldTo("petitioner", events)
        .toReversed()
        .map(({ event: { seq, at, fact } }) => (
          <li key={seq}>
            <time dateTime={at}>{momentWords(at, lang, districtDate(now))}</time>
            <p>{deedNames[fact.type][lang]}</p>
            {fact.type === "progressTold" && <blockquote class="own-words">{fact.note}</blockquote>}
          </li>
        ))}
    </ol>
  </section>
);
