import { withoutRepeats } from "#case/account/repeats.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords } from "#words/dates.ts";
import { deedNames } from "#words/deeds.ts";
import { capitalised } from "#words/phrasing.ts";

/** What all that has happened to a case is called, here and on the page of its own. */
export const storyTitle = { zh: "办理明细", en: "What has happened so far" };

const say = {
  whole: {
    zh: (n: number) => `查看全部 ${n} 条`,
    en: (n: number) => (n === 1 ? "See it in full" : `See all ${n} entries`),
  },
  hint: {
    zh: "谁办的、理由和原话都在里面；打开就算查看，有记录，信访人看得到",
    en: "Who did it, why, and in whose words; to open it is a look, which is recorded, and the petitioner sees it",
  },
} satisfies Record<string, Record<Lang, string | ((n: number) => string)>>;

/** Where the whole story of a case is told: a page of its own, since its sentences are as many as all matters together have. */
export const caseStoryAddress = "/case-story";

/** How many of the latest entries a task shows itself. */
const latest = 3;

type ToStory = { events: readonly CaseEvent[]; now: Instant; token: string; lang: Lang };

/** What happened last, in a word or two each, and the way from the task to all of it. */
export const ToCaseStory = ({ events, now, token, lang }: ToStory) => {
  const entries = withoutRepeats(events);
  return (
    <section class="panel" aria-labelledby="story-title">
      <h2 id="story-title">{storyTitle[lang]}</h2>
      <ol class="timeline" reversed start={entries.length}>
        {entries
          .slice(-latest)
          .toReversed()
          .map(({ event: { seq, at, fact } }) => (
            <li key={seq}>
              <time dateTime={at}>{dateWords(districtDate(at), lang, districtDate(now))}</time>
              <p>{capitalised(deedNames[fact.type][lang])}</p>
            </li>
          ))}
      </ol>
      <p class="no-print">
        <a href={`${caseStoryAddress}#${token}`}>{say.whole[lang](entries.length)}</a>
        <br />
        <small class="quiet">{say.hint[lang]}</small>
      </p>
    </section>
  );
};
