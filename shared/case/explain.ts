import { firstBrokenLink } from "#audit/chain.ts";
import { type ClockName, type ClockRow, type PeriodClock, sameClock } from "#clock/clock.ts";
import type { Instant } from "#clock/instant.ts";
import { daysLeft, districtDate } from "#clock/period.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { Directory } from "#directory/directory.ts";
import { dateWords, daysLeftWords, momentWords } from "#web/dates.ts";
import { eventSentence } from "#web/event-sentence.ts";
import type { Lang } from "#web/lang.ts";
import { whoseTurn } from "#web/whose-turn.ts";
import { caseNumber, categoryName, clockNames, staffName, unitName } from "#web/words.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { executionName } from "./execution-name.ts";
import { actor } from "./staff-commands.ts";

/** Everything on record about a case that an explanation draws on. */
export type Explained = {
  kase: Case;
  events: readonly CaseEvent[];
  clocks: readonly ClockRow[];
  directory: Directory;
  now: Instant;
  lang: Lang;
};

const heads = {
  now: { zh: "现在", en: "Now" },
  events: { zh: "经过", en: "What happened" },
  clocks: { zh: "期限", en: "Clocks" },
  record: { zh: "记录", en: "Record" },
} as const;

/**
 * Explains to a colleague where a case stands and why: what happened, by whom or by which clock, what each clock
 * came to, and what comes next and when. Plain text for a terminal; no identity, no story.
 */
export const explain = (about: Explained): string => {
  const { kase, directory, lang } = about;
  const title = [
    caseNumber(kase.id, directory),
    categoryName(directory, kase.category, lang),
    unitName(directory, kase.community, lang),
  ];
  const sections: [keyof typeof heads, string[]][] = [
    ["now", present(about)],
    ["events", about.events.map((event) => eventLine(event, about))],
    ["clocks", [...about.clocks].sort(byStart).flatMap((row) => clockLine(row, about))],
    ["record", recordLines(about)],
  ];
  return [
    title.join(" · "),
    ...sections.flatMap(([head, lines]) => ["", heads[head][lang], ...lines.map((line) => `  ${line}`)]),
    "",
  ].join("\n");
};

const present = ({ kase, directory, now, lang, clocks }: Explained): string[] => {
  const { says, who, until } = whoseTurn(kase, directory, lang, "staff");
  const waitsForPetitioner =
    (kase.status === "answered" && kase.delivery !== undefined) ||
    (kase.status === "handling" && kase.settlement !== undefined);
  const acting = waitsForPetitioner ? undefined : actor(kase);
  const person = acting && `${staffName(directory, acting.staff, lang)} <${acting.staff}>`;
  const holder = [who, person].filter((part) => part !== undefined).join(lang === "zh" ? " " : ", ");
  const lines = [says];
  if (holder !== "") lines.push({ zh: `责任：${holder}`, en: `Whose turn: ${holder}` }[lang]);
  if (until !== undefined) {
    const day = `${dateWords(until, lang, districtDate(now))}（${daysLeftWords(daysLeft(now, until), lang)}）`;
    lines.push({ zh: `期限：${day}`, en: `Until: ${day.replace("（", " (").replace("）", ")")}` }[lang]);
  }
  const next = clocks.flatMap(({ nextAt, clock }) => (nextAt === undefined ? [] : [{ nextAt, clock }])).sort(byNext)[0];
  if (next !== undefined) {
    const name = clockTitle(next.clock, lang);
    const at = momentWords(next.nextAt, lang, districtDate(now));
    lines.push({ zh: `下一次响铃：${at}，${name}`, en: `Next to ring: ${name}, ${at}` }[lang]);
  }
  return lines;
};

const byNext = (a: { nextAt: Instant }, b: { nextAt: Instant }): number => a.nextAt.localeCompare(b.nextAt);
const byStart = (a: ClockRow, b: ClockRow): number => a.clock.start.localeCompare(b.clock.start);

/** A clock as it is called in lists. */
export const clockTitle = ({ kind, n }: ClockName, lang: Lang): string => {
  if (kind === "transit")
    return { zh: `转办守望（第 ${n} 次）`, en: `watch over the way to the next step (no. ${n})` }[lang];
  return { zh: `${clockNames[kind].zh}（第 ${n} 个）`, en: `${clockNames[kind].en} (no. ${n})` }[lang];
};

const eventLine = (event: CaseEvent, { directory, lang, now, clocks }: Explained): string => {
  const sentence = eventSentence(event, directory, lang, "staff");
  const why = becauseOfClock(event, clocks, lang);
  const number = String(event.seq).padStart(2, " ");
  return `${number}  ${momentWords(event.at, lang, districtDate(now))}  ${sentence}${why}`;
};

/** Which clock did it, when that clock had been started, and for how long it ran. */
const becauseOfClock = ({ by }: CaseEvent, clocks: readonly ClockRow[], lang: Lang): string => {
  if (by.kind !== "clock") return "";
  const row = clocks.find(({ clock }) => sameClock(clock, by.clock));
  if (row === undefined || row.clock.family === "watch") return "";
  const { clock } = row;
  const from = momentWords(clock.start, lang);
  const end = dateWords(clock.lastDay, lang);
  const longer = extensionOf(clock, lang);
  return {
    zh: `原因：${clockTitle(clock, lang)}自${from}起 ${clock.days} 日${longer}，到${end} 24:00 届满时没有办结。`,
    en: ` Because: ${clockTitle(clock, lang)}, ${clock.days} days${longer} from ${from}, ended at midnight after ${end} with nothing done.`,
  }[lang];
};

const extensionOf = ({ extendedBy }: PeriodClock, lang: Lang): string =>
  extendedBy === undefined ? "" : { zh: `，延长 ${extendedBy} 日`, en: ` and ${extendedBy} more` }[lang];

const ruleOf = ({ clock }: ClockRow, { directory, events }: Explained): ClockRule | undefined => {
  if (clock.family === "watch") return undefined;
  if (clock.kind !== "step") return directory.policy.clocks[clock.kind];
  const opened = events.find(({ clocks }) =>
    clocks.some((c) => c.change === "start" && c.clock.kind === "step" && c.clock.n === clock.n),
  );
  return opened?.fact.type === "stepOpened" && opened.fact.level !== "bureau"
    ? directory.policy.steps[opened.fact.level]
    : undefined;
};

const ends = {
  done: { zh: "按时办结，停止", en: "stopped: done in time" },
  rang: { zh: "到期响铃", en: "rang" },
  overtaken: { zh: "已不再适用，停止", en: "stopped: no longer needed" },
} as const;

const clockLine = (row: ClockRow, about: Explained): string[] => {
  const { clock, nextAt, ended, quarantined, failures } = row;
  const { lang, now } = about;
  const today = districtDate(now);
  // A watch that ended quietly has nothing to say.
  if (clock.family === "watch" && ended !== undefined && ended.why !== "rang") return [];

  const article = ruleOf(row, about)?.article[lang];
  const until =
    clock.family === "watch"
      ? momentWords(clock.due, lang, today)
      : `${dateWords(clock.lastDay, lang, today)} 24:00${clock.provisional ? { zh: "（暂定）", en: " (provisional)" }[lang] : ""}`;
  const span = {
    zh: `${momentWords(clock.start, lang, today)}起，至${until}`,
    en: `from ${momentWords(clock.start, lang, today)} until ${until}`,
  }[lang];
  const rule = article === undefined ? "" : { zh: `（${article}）`, en: ` (${article})` }[lang];
  const came = quarantined
    ? {
        zh: `已隔离：${momentWords(quarantined.at, lang, today)}，失败 ${failures} 次，${quarantined.error}`,
        en: `quarantined ${momentWords(quarantined.at, lang, today)} after ${failures} failures: ${quarantined.error}`,
      }[lang]
    : ended
      ? `${momentWords(ended.at, lang, today)} ${ends[ended.why][lang]}`
      : nextAt
        ? {
            zh: `正在走，${momentWords(nextAt, lang, today)}响铃`,
            en: `running, rings ${momentWords(nextAt, lang, today)}`,
          }[lang]
        : { zh: "没有下一次响铃", en: "does not ring again" }[lang];
  return [
    `${clockTitle(clock, lang)}${rule}${{ zh: "：", en: ": " }[lang]}${span}${{ zh: "；", en: "; " }[lang]}${came}`,
  ];
};

const recordLines = ({ kase, events, lang }: Explained): string[] => {
  const broken = firstBrokenLink(events);
  const chain =
    broken === undefined
      ? { zh: `${events.length} 条事件，链条完整`, en: `${events.length} events, their chain is whole` }
      : {
          zh: `事件链在第 ${broken + 1} 条断开：记录被改动过，请立即报告管理员`,
          en: `the chain of events breaks at number ${broken + 1}: the record was changed; tell the administrator at once`,
        };
  const execution = executionName(kase.id, kase.epoch);
  return [chain[lang], { zh: `流程执行：${execution}`, en: `Execution: ${execution}` }[lang]];
};
