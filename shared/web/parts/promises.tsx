import type { PromiseLine } from "#case/state/facts/promise.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { dateWords, leftWords } from "#words/dates.ts";
import { unitName } from "#words/words.ts";

const say = {
  title: { zh: "承诺的事", en: "What was promised" },
  by: { zh: "最迟", en: "By " },
  postponed: { zh: "已延期一次", en: "put off once" },
  reported: { zh: "报告已经办到，等信访人确认", en: "reported as done, waits for the petitioner's word" },
  broken: { zh: "没有兑现，信访局督办中", en: "not kept: the petition office sees to it" },
  demanded: { zh: "曾没有兑现，信访局已要求限期办到", en: "was not kept; the petition office wants it by this day" },
  kept: { zh: "已经办到，信访人已确认", en: "kept, says the petitioner" },
  unconfirmed: { zh: "报告已经办到，信访人没有答复", en: "reported as done, and not confirmed" },
} satisfies Record<string, Record<Lang, string>>;

/** What became of a promise, besides its day. */
const stateOf = ({ over, performed, overseer, broken }: PromiseLine): keyof typeof say | undefined => {
  if (over !== undefined) return over;
  if (performed !== undefined) return "reported";
  if (overseer !== undefined) return "broken";
  return broken === undefined ? undefined : "demanded";
};

export type PromisesShown = { lines: readonly PromiseLine[]; directory: Directory; lang: Lang; now: Instant };

const DatedPromise = ({ line, directory, lang, now }: Omit<PromisesShown, "lines"> & { line: PromiseLine }) => {
  const { unit, promise, until, postponed, performed } = line;
  const state = stateOf(line);
  const told = [
    `${say.by[lang]}${dateWords(until, lang, districtDate(now))}`,
    ...(postponed ? [say.postponed[lang]] : []),
    state === undefined ? leftWords(until, now, lang) : say[state][lang],
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
