import type { ComponentChildren } from "preact";
import type { Holder } from "#case/state/actor.ts";
import type { Case } from "#case/state/case.ts";
import { lastDayOf } from "#case/state/running.ts";
import type { PeriodKind } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords, momentWords } from "#words/dates.ts";
import { staffOfUnit } from "#words/words.ts";

const say = {
  decides: { zh: "谁决定", en: "Who decides" },
  by: { zh: "什么时候以前", en: "By when" },
} satisfies Record<string, Record<Lang, string>>;

/** One line of what is asked: how it is named, and what it says. */
export type AskedLine = readonly [name: Bilingual, shown: ComponentChildren];

/** Where it is shown: the case at which it waits, as somebody reads it now. */
export type AskedScene<Petition extends Case> = { petition: Petition; directory: Directory; lang: Lang; now: Instant };

type AskedShown = AskedScene<Case> & {
  /** What the panel is named by in the page. */
  id: string;
  title: Bilingual;
  lines: readonly AskedLine[];
  decider: Holder;
  /** What the decider is called, where somebody answers and does not decide. */
  decides?: Bilingual | undefined;
  /** That nobody above decides, where it is so. */
  last?: ComponentChildren;
  /** By which clock it is decided. */
  clock: PeriodKind;
  children?: ComponentChildren;
};

/** What somebody wrote, as they wrote it. */
export const OwnWords = ({ children }: { children: ComponentChildren }) => <span class="own-words">{children}</span>;

/** When something was asked. */
export const AskedAt = ({ at, lang, now }: { at: Instant; lang: Lang; now: Instant }) => (
  <time dateTime={at}>{momentWords(at, lang, districtDate(now))}</time>
);

/** What waits for a decision beside a step: what is asked, who decides, and by when. */
export const AskedPanel = ({
  id,
  title,
  lines,
  decider,
  decides = say.decides,
  last,
  clock,
  petition,
  directory,
  lang,
  now,
  children,
}: AskedShown) => {
  const decideBy = lastDayOf(petition, clock);
  const all: AskedLine[] = [
    ...lines,
    [
      decides,
      <>
        {staffOfUnit(directory, decider, lang)}
        {last}
      </>,
    ],
    [
      say.by,
      <>
        {dateWords(decideBy, lang, districtDate(now))} <span class="quiet">{leftWords(decideBy, now, lang)}</span>
      </>,
    ],
  ];
  return (
    <section class="panel asked" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title[lang]}</h2>
      <dl class="facts stacked">
        {all.map(([name, shown]) => (
          <div key={name.en}>
            <dt>{name[lang]}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
};
