import { noTexts } from "#access/texts.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { type ClockName, sameClock } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import type { DueRow } from "#clock/store.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { numberOf } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { clockTitle } from "#words/clock-title.ts";
import { momentWords } from "#words/dates.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { said } from "#words/said.ts";
import { toOffice } from "#words/to-office.ts";
import type { Foreseen } from "./preview-sweep.ts";

/** `now` is when it is read: days of another year are said with their year. */
type Reading = { directory: Directory; lang: Lang; now: Instant };

/** Names a clock: its case by both numbers, then its kind. */
const head = (caseId: string, clock: ClockName, { directory, lang }: Reading): string =>
  `${caseNumber(caseId, directory)} (${numberOf(caseId)}) · ${clockTitle(clock, lang)}`;

const dueSince = (since: Instant, { lang, now }: Reading): string => {
  const at = momentWords(since, lang, districtDate(now));
  return { zh: ` · ${at} 到期`, en: ` · due since ${at}` }[lang];
};

/** Events as indented lines of plain sentences. */
const eventLines = (events: readonly CaseEvent[], { directory, lang, now }: Reading): string[] =>
  events.map(
    (event) =>
      `    → ${eventSentence(said(event, noTexts, lang), { directory, petition: undefined }, lang, toOffice, districtDate(now))}`,
  );

const endsOnly: Record<Lang, string> = {
  zh: "    → 事项已不再适用这个期限：只结束它，不产生记录。",
  en: "    → The case no longer has this deadline: it is only ended, without an event.",
};

const rangBefore: Record<Lang, string> = {
  zh: "    → 另一次到期检查已先处理，结果见事项记录。",
  en: "    → Another sweep saw to it first; what came of it is on the case's record.",
};

const fails = ({ key, error }: Extract<Foreseen, { kind: "fails" }>, lang: Lang): string[] => [
  `${key.pk} / ${key.sk}`,
  { zh: `    → 无法处理，将记一次失败：${error.message}`, en: `    → Fails, and would be counted: ${error.message}` }[
    lang
  ],
];

/** Quarantined clocks as lines for a terminal: each with when it was quarantined, after how many failures, and why. */
export const quarantineWords = (rows: readonly DueRow[], reading: Reading): string[] => {
  const { lang, now } = reading;
  const blocks = rows.flatMap((found) => {
    if ("unreadable" in found) return [`${found.key.pk} / ${found.key.sk}`, `    ${found.unreadable.message}`];
    const { caseId, clock, failures, quarantined } = found.row;
    const since = quarantined === undefined ? "" : momentWords(quarantined.at, lang, districtDate(now));
    const attempts = {
      zh: `${since} 隔离，失败 ${failures} 次`,
      en: `quarantined ${since}, after ${failures} failures`,
    };
    return [
      `${head(caseId, clock, reading)} · ${attempts[lang]}`,
      `    ${quarantined?.error ?? ""}`,
      `    npm run clocks:release -- ${numberOf(caseId)} ${clock.kind} ${clock.n}`,
    ];
  });
  const count = { zh: `隔离中的期限：${rows.length} 个。`, en: `${rows.length} in quarantine.` }[lang];
  return [...blocks, count];
};

/** What a sweep would do now, as lines for a terminal: each due clock, what would come of it, and the counts. */
export const previewWords = (foreseen: readonly Foreseen[], reading: Reading): string[] => {
  const { lang } = reading;
  const rings = foreseen.filter((one) => one.kind === "rings");
  const eventful = rings.filter(({ events }) => events.length > 0).length;
  const [ending, failing] = [rings.length - eventful, foreseen.length - rings.length];
  const blocks = foreseen.flatMap((one) => {
    if (one.kind === "fails") return fails(one, lang);
    const came = one.events.length > 0 ? eventLines(one.events, reading) : [endsOnly[lang]];
    return [`${head(one.caseId, one.clock, reading)}${dueSince(one.since, reading)}`, ...came];
  });
  const counts = {
    zh: `到期 ${foreseen.length} 个：产生记录 ${eventful} 个，只结束 ${ending} 个，无法处理 ${failing} 个。以上仅为预览，没有写入任何内容。`,
    en: `${foreseen.length} due: ${eventful} would make events, ${ending} would only be ended, ${failing} would fail. This was a preview: nothing was written.`,
  }[lang];
  return [...blocks, counts];
};

/** A clock that a sweep rang: what came of it, in the words of the sweep function, and its case's history. */
type Came = { caseId: string; clock: ClockName; came: readonly string[]; history: readonly CaseEvent[] };

/** The events that came of a ring. Clocks of one case ring in one sweep, so types alone would mistake them. */
const eventsOf = ({ clock, came, history }: Came): CaseEvent[] =>
  history
    .filter(({ by, fact }) => by.kind === "clock" && sameClock(by.clock, clock) && came.includes(fact.type))
    .slice(-came.length);

const cameLines = (rang: Came, reading: Reading): string[] => {
  if (rang.came.includes("rang before")) return [rangBefore[reading.lang]];
  const events = eventsOf(rang);
  return events.length > 0 ? eventLines(events, reading) : [endsOnly[reading.lang]];
};

/** What a sweep did, as lines for a terminal: each clock that rang, what came of it, and the counts. */
export const sweptWords = (
  came: readonly Came[],
  { failed, quarantined }: { failed: number; quarantined: number },
  reading: Reading,
): string[] => {
  const { lang } = reading;
  const blocks = came.flatMap((rang) => [head(rang.caseId, rang.clock, reading), ...cameLines(rang, reading)]);
  const counts = {
    zh: `已处理 ${came.length} 个，失败 ${failed} 个，其中新隔离 ${quarantined} 个。`,
    en: `${came.length} seen to, ${failed} failed, ${quarantined} of them were quarantined.`,
  }[lang];
  return [...blocks, counts];
};
