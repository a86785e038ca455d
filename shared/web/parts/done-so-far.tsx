import type { ComponentChildren } from "preact";
import type { CaseEvent, Fact } from "#case/state/event.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { momentWords } from "#words/dates.ts";
import { deedNames } from "#words/deeds.ts";
import { capitalised } from "#words/phrasing.ts";
import { toldTo } from "#words/told-to.ts";

/** What the unit in charge has told of its progress, which whoever follows a case may read. */
export const toldOfProgress = (fact: Fact): string | undefined =>
  fact.type === "progressTold" ? fact.note : undefined;

const title = { zh: "办理明细", en: "What happened" };

type Done = {
  events: readonly CaseEvent[];
  now: Instant;
  lang: Lang;
  /** What is quoted of an entry: what was written to be read by whoever reads this. */
  quoted: (fact: Fact) => string | undefined;
  /** How many of the latest are shown; all, unless told. */
  latest?: number;
  /** The way to more of it. */
  children?: ComponentChildren;
};

/**
 * What happened, newest first, in a word or two each: for whoever may know how far a case is, and not what was said, agreed
 * or decided.
 */
export const DoneSoFar = ({ events, now, lang, quoted, latest, children }: Done) => {
  const entries = toldTo("petitioner", events);
  return (
    <section class="panel" aria-labelledby="done-title">
      <h2 id="done-title">{title[lang]}</h2>
      <ol class="timeline" reversed start={entries.length}>
        {entries
          .slice(latest === undefined ? 0 : -latest)
          .toReversed()
          .map(({ event: { seq, at, fact } }) => ({ seq, at, did: deedNames[fact.type][lang], words: quoted(fact) }))
          .map(({ seq, at, did, words }) => (
            <li key={seq}>
              <time dateTime={at}>{momentWords(at, lang, districtDate(now))}</time>
              <p>{capitalised(did)}</p>
              {words !== undefined && <blockquote class="own-words">{words}</blockquote>}
            </li>
          ))}
      </ol>
      {children}
    </section>
  );
};
