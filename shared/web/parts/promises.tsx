import type { PromiseLine } from "#case/state/facts/promise.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords } from "#words/dates.ts";
import { promiseState } from "#words/promise-state.ts";
import { unitName } from "#words/words.ts";

const say = {
  title: { zh: "承诺的事", en: "What was promised" },
  by: { zh: "最迟", en: "By " },
} satisfies Record<string, Record<Lang, string>>;

export type PromisesShown = { lines: readonly PromiseLine[]; directory: Directory; lang: Lang; now: Instant };

const DatedPromise = ({ line, directory, lang, now }: Omit<PromisesShown, "lines"> & { line: PromiseLine }) => {
  const { unit, promise, until, performed } = line;
  const state = promiseState(line, lang);
  const told = [
    `${say.by[lang]}${dateWords(until, lang, districtDate(now))}`,
    ...(state.length > 0 ? state : [leftWords(until, now, lang)]),
  ];
  return (
    <div>
      <dt>{unitName(directory, unit, lang)}</dt>
      <dd>
        <span class="own-words">{promise}</span>
        <br />
        <small class="quiet">{told.join(" · ")}</small>
        {performed !== undefined && <blockquote class="own-words">{performed}</blockquote>}
      </dd>
    </div>
  );
};

/** 承诺事项: what a letter has promised, by which unit, until when, and what became of each. */
export const PromiseLines = ({ lines, ...scene }: PromisesShown) => (
  <dl class="facts stacked">
    {lines.map((line) => (
      <DatedPromise key={line.n} line={line} {...scene} />
    ))}
  </dl>
);

/** The same with its heading; nothing where a letter has promised nothing. */
export const PromisesPanel = ({ lines, ...scene }: PromisesShown) =>
  lines.length === 0 ? null : (
    <section class="panel" id="promises" aria-labelledby="promises-title">
      <h2 id="promises-title">{say.title[scene.lang]}</h2>
      <PromiseLines lines={lines} {...scene} />
    </section>
  );
