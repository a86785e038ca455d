import { type ClockAccount, clockAccounts, type OnRecord } from "#case/account/clock-account.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { type ClockStory, clockStory } from "#words/clock-words.ts";
import { momentWords } from "#words/dates.ts";

const say = {
  rule: { zh: "依据：", en: "Rule: " },
  next: { zh: "接下来：", en: "Next: " },
};

type Course = { story: ClockStory; isRunning: boolean; lang: Lang; now: Instant };

const Clock = ({ story, isRunning, lang, now }: Course) => (
  <li class={isRunning ? "running" : undefined}>
    <h2>{story.title}</h2>
    <p>{story.span}</p>
    {story.rule !== undefined && (
      <p class="quiet">
        {say.rule[lang]}
        {story.rule}
      </p>
    )}
    {story.came.length > 0 && (
      <ul>
        {story.came.map(({ at, words }) => (
          <li key={`${at} ${words}`}>
            <time dateTime={at}>{momentWords(at, lang, districtDate(now))}</time> {words}
          </li>
        ))}
      </ul>
    )}
    {story.next !== undefined && (
      <p class="coming">
        <strong>{say.next[lang]}</strong>
        {story.next}
      </p>
    )}
  </li>
);

/**
 * 期限明细: for staff, each clock of the case with its rule, its start and end, when it rang and what came of it, and
 * what comes next and when; those that run come first.
 */
export const ClockCourse = ({ lang, now, ...record }: OnRecord & { lang: Lang; now: Instant }) => {
  const accounts = clockAccounts({ ...record, now });
  const isRunning = ({ row }: ClockAccount) => row.ended === undefined;
  const ordered = [...accounts.filter(isRunning), ...accounts.filter((account) => !isRunning(account))];
  return (
    <ol class="course">
      {ordered.map((account) => {
        const { kind, n } = account.row.clock;
        const story = clockStory(account, { ...record, lang, now });
        return <Clock story={story} isRunning={isRunning(account)} lang={lang} now={now} key={`${kind} ${n}`} />;
      })}
    </ol>
  );
};
