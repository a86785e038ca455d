import { noTexts } from "#access/texts.ts";
import { clockAccounts, type OnRecord, periodAt, wasOnItsWay } from "#case/account/clock-account.ts";
import type { Repeated } from "#case/account/repeats.ts";
import { decideBy } from "#case/acts/extension-decision.ts";
import { executionName } from "#case/outbox/execution-name.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent, Fact, FactOf } from "#case/state/event.ts";
import { isUnderReview } from "#case/state/review.ts";
import { lastDayOf } from "#case/state/running.ts";
import {
  type Asking,
  actor,
  type Hurrying,
  inTransit,
  isAsking,
  isHurrying,
  isObjecting,
  isProposing,
  isRecusing,
  type Objecting,
  type Proposing,
  type Recusing,
} from "#case/state/standing.ts";
import { type ClockRow, sameClock } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { numberOf, type StaffId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import type { Finding } from "#record/finding.ts";
import { otherWayWords } from "./acts/other-way.ts";
import { findingWords } from "./audit-words.ts";
import { clockTitle } from "./clock-title.ts";
import { clockStory, runWords, spanWords } from "./clock-words.ts";
import { dateWords, latestWords, leftWords, momentWords, moreDays } from "./dates.ts";
import { entrySentence } from "./event-sentence.ts";
import { levelWords } from "./level-words.ts";
import { onClocks } from "./on-clocks.ts";
import { promiseState } from "./promise-state.ts";
import { said } from "./said.ts";
import { toOffice } from "./to-office.ts";
import { toldTo } from "./told-to.ts";
import { turnToOffice } from "./turn-to-office.ts";
import { whoseTurn } from "./whose-turn.ts";
import { categoryName, communityName, staffName, unitName } from "./words.ts";

/** Everything that an explanation draws on. */
export type Explained = OnRecord & {
  /** The first thing in which what is stored does not agree with itself. */
  finding: Finding | undefined;
  now: Instant;
  lang: Lang;
};

const heads = {
  now: { zh: "现在", en: "Now" },
  events: { zh: "办理明细", en: "What happened" },
  clocks: { zh: "期限", en: "Deadlines" },
  record: { zh: "记录", en: "Record" },
} as const;

/**
 * Explains to a colleague where a case stands and why: what happened, by whom or by which clock, what each clock
 * came to, and what comes next and when. Lines for a terminal; no identity, no story.
 */
export const explain = (explained: Explained): string[] => {
  const { directory, lang } = explained;
  // What people wrote is for those who work on the case, and not for a terminal.
  const petition = said(explained.petition, noTexts, lang);
  const about = { ...explained, petition, events: explained.events.map((event) => said(event, noTexts, lang)) };
  const title = [
    caseNumber(petition.id, directory),
    categoryName(directory, petition.category, lang),
    communityName(directory, petition.community, lang),
  ];
  const sections: [keyof typeof heads, string[]][] = [
    ["now", present(about)],
    ["events", toldTo("staff", about.events).map((entry) => eventLine(entry, about))],
    ["clocks", clockLines(about)],
    ["record", recordLines(about)],
  ];
  return [
    title.join(" · "),
    ...sections.flatMap(([head, lines]) => ["", heads[head][lang], ...lines.map((line) => `  ${line}`)]),
    "",
  ];
};

/** 承诺事项: each promise of the letter, with its unit, its day and what became of it. */
const promiseWords = ({ petition, directory, now, lang }: Explained): string[] =>
  (petition.promised ?? []).map((line) => {
    const { n, unit, until } = line;
    const state = promiseState(line, lang);
    const told = [
      unitName(directory, unit, lang),
      dateWords(until, lang, districtDate(now)),
      ...(state.length > 0 ? state : [leftWords(until, now, lang)]),
    ].join(" · ");
    return { zh: `承诺的第${n}件事：${told}`, en: `Promise ${n}: ${told}` }[lang];
  });

const present = (about: Explained): string[] => {
  const { petition, now, lang } = about;
  const { says, who, until } = whoseTurn(petition, about, lang, turnToOffice);
  const staff = named(petition);
  const person = staff && personWords(staff, about);
  // On its way it is the unit before that answers for it.
  const unit = inTransit(petition) ? unitName(about.directory, petition.responsible.unit, lang) : who?.name;
  const holder = [unit, person].filter((part) => part !== undefined).join({ zh: " ", en: ", " }[lang]);
  const lines = [says];
  const label = (inTransit(petition) ? undefined : who?.label) ?? { zh: "责任", en: "Responsible" }[lang];
  if (holder !== "") lines.push(`${label}${{ zh: "：", en: ": " }[lang]}${holder}`);
  if (until !== undefined) {
    const day = `${dateWords(until, lang, districtDate(now))}（${leftWords(until, now, lang)}）`;
    lines.push({ zh: `期限：${day}`, en: `Due: ${day.replace("（", " (").replace("）", ")")}` }[lang]);
  }
  if (isAsking(petition)) lines.push(requestWords(petition, about));
  if (isObjecting(petition)) lines.push(objectionWords(petition, about));
  if (isProposing(petition)) lines.push(proposalWords(petition, about));
  if (isRecusing(petition)) lines.push(recusalWords(petition, about));
  if (isHurrying(petition)) lines.push(urgencyWords(petition, about));
  lines.push(...promiseWords(about));
  const accounts = clockAccounts(about);
  const [soonest] = accounts
    .flatMap((account) => (account.next === undefined ? [] : [{ account, at: account.next.at }]))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const next = soonest && clockStory(soonest.account, about);
  if (next?.next !== undefined) {
    lines.push({ zh: `接下来：${next.title}，${next.next}`, en: `Next: ${next.title}, ${next.next}` }[lang]);
  }
  const setAside = accounts.filter(({ row }) => row.quarantined !== undefined && row.ended === undefined);
  return [...lines, ...setAside.map((account) => warning(clockStory(account, about).title, lang))];
};

/** Who is asked, by name: the owner or author; between two steps, who answers until then. Nobody of the office while the petitioner is asked. */
const named = (petition: Case): StaffId | undefined => {
  if (inTransit(petition)) return petition.responsible.staff;
  if (isUnderReview(petition)) return petition.review.reviewer.staff;
  const waitsForPetitioner =
    petition.status === "window" ||
    (petition.status === "handling" && petition.settlement !== undefined) ||
    (petition.status === "performing" && petition.settlement.askedAt !== undefined);
  return waitsForPetitioner ? undefined : actor(petition)?.staff;
};

const personWords = (staff: StaffId, { directory, lang }: Explained): string =>
  `${staffName(directory, staff, lang)} <${staff}>`;

/** The request that waits for a head: how much, who decides, by when, and what comes of it undecided. */
const requestWords = (petition: Asking, about: Explained): string => {
  const { directory, lang, now } = about;
  const { days, head } = petition.extension;
  const [unit, person] = [unitName(directory, head.unit, lang), personWords(head.staff, about)];
  const [last, today] = [decideBy(petition, about), districtDate(now)];
  return {
    zh: `延期申请：申请延长 ${days} 日，由${unit}${person}决定，${latestWords(last, today)}；到期没有决定的，按不同意处理`,
    en: `Request: ${moreDays(days)}, for ${unit}, ${person}, to decide by ${dateWords(last, "en", today)}; undecided by then, it counts as refused`,
  }[lang];
};

/** The objection that waits for the bureau: whose it says the case is, who decides by when, and what comes of silence. */
const objectionWords = (petition: Objecting, about: Explained): string => {
  const { directory, lang, now } = about;
  const { names, decider, isLast } = petition.objection;
  const [right, unit] = [names, decider.unit].map((id) => unitName(directory, id, lang));
  const person = personWords(decider.staff, about);
  const [last, today] = [lastDayOf(petition, "objectionDecision"), districtDate(now)];
  const silence = isLast
    ? { zh: "这是最后的决定，没有决定的每个工作日催一次", en: "that is final, with a reminder on every working day" }
    : { zh: "到期没有决定的，转信访局负责人决定", en: "undecided by then, the bureau’s head decides" };
  return {
    zh: `管辖异议：承办单位认为应当由${right}办理，由${unit}${person}决定，${latestWords(last, today)}；${silence.zh}；决定以前承办单位照常办理`,
    en: `Objection: the unit says that it is ${right}’s, for ${unit}, ${person}, to decide by ${dateWords(last, "en", today)}; ${silence.en}; until then the unit goes on`,
  }[lang];
};

/** What the owner proposes and the bureau has to decide: where it would go, who decides by when, and what comes of silence. */
const proposalWords = (petition: Proposing, about: Explained): string => {
  const { directory, lang, now } = about;
  const { way, decider, isLast } = petition.otherWay;
  const unit = unitName(directory, decider.unit, lang);
  const person = personWords(decider.staff, about);
  const [last, today] = [lastDayOf(petition, "otherWayDecision"), districtDate(now)];
  const silence = isLast
    ? { zh: "没有决定的每个工作日催一次", en: "undecided, with a reminder on every working day" }
    : { zh: "到期没有决定的，转信访局负责人决定", en: "undecided by then, the bureau’s head decides" };
  return {
    zh: `提请：承办单位认为应当${otherWayWords(way).zh}，由${unit}${person}决定，${latestWords(last, today)}；${silence.zh}，不决定不等于同意；决定以前承办单位照常办理`,
    en: `Proposal of the unit: ${otherWayWords(way).en}, for ${unit}, ${person}, to decide by ${dateWords(last, "en", today)}; ${silence.en}, and silence is no consent; until then the unit goes on`,
  }[lang];
};

/** The request that somebody step aside, which waits for its decision: of whom, who decides by when, and what comes of silence. */
const recusalWords = (petition: Recusing, about: Explained): string => {
  const { directory, lang, now } = about;
  const { whom, decider, isLast } = petition.recusal;
  const meant = whom.is === "handler" ? personWords(whom.staff, about) : unitName(directory, whom.unit, lang);
  const [unit, person] = [unitName(directory, decider.unit, lang), personWords(decider.staff, about)];
  const [last, today] = [lastDayOf(petition, "recusalDecision"), districtDate(now)];
  const silence = isLast
    ? { zh: "没有决定的每个工作日催一次", en: "with a reminder on every working day" }
    : { zh: "到期没有决定的，转信访局负责人决定", en: "undecided by then, the bureau’s head decides" };
  return {
    zh: `回避申请：信访人请${meant}回避，由${unit}${person}决定，${latestWords(last, today)}；${silence.zh}；决定以前被申请回避的暂停办理，期限照常计算`,
    en: `Recusal: the petitioner asks that ${meant} step aside, for ${unit}, ${person}, to decide by ${dateWords(last, "en", today)}; ${silence.en}; until then whoever is meant does nothing on it, and every deadline runs`,
  }[lang];
};

/** The request to mark it urgent, which waits for its decision: who decides by when, and what comes of silence. */
const urgencyWords = (petition: Hurrying, about: Explained): string => {
  const { directory, lang, now } = about;
  const { decider, isLast } = petition.hurry;
  const [unit, person] = [unitName(directory, decider.unit, lang), personWords(decider.staff, about)];
  const [last, today] = [lastDayOf(petition, "urgencyDecision"), districtDate(now)];
  const silence = isLast
    ? { zh: "没有决定的每个工作日催一次", en: "with a reminder on every working day" }
    : { zh: "到期没有决定的，转信访局负责人决定", en: "undecided by then, the bureau’s head decides" };
  return {
    zh: `紧急申请：信访人申请标为紧急，由${unit}${person}决定，${latestWords(last, today)}；${silence.zh}；决定以前照常办理`,
    en: `Urgency: the petitioner asks that it be marked urgent, for ${unit}, ${person}, to decide by ${dateWords(last, "en", today)}; ${silence.en}; until then work goes on as before`,
  }[lang];
};

/** Nothing may stop in silence: a clock in quarantine is said at the top. */
const warning = (title: string, lang: Lang): string =>
  ({
    zh: `注意：${title}的自动处理多次失败，已经隔离；恢复以前，到期不会自动转上一级，也不会催办。`,
    en: `Note: acting on ${title} failed too often and it is quarantined; until it is put back it neither moves the case nor reminds anybody.`,
  })[lang];

const eventLine = (entry: Repeated, about: Explained): string => {
  const { directory, petition, lang, now } = about;
  const { event } = entry;
  const today = districtDate(now);
  const sentence = entrySentence(entry, { directory, petition }, lang, toOffice, today);
  const number = String(event.seq).padStart(2, " ");
  return `${number}  ${momentWords(event.at, lang, today)}  ${sentence}${becauseOfClock(event, about)}`;
};

/** Which clock did it, since when and for how long it had run, and how things stood at its end. */
const becauseOfClock = (event: CaseEvent, about: Explained): string => {
  const { events, lang, now } = about;
  const today = districtDate(now);
  const { by, fact, seq } = event;
  const clock = by.kind === "clock" ? periodAt(by.clock, events, seq) : undefined;
  const because = becauseOf(fact.type, fact);
  if (clock === undefined || because === "told") return "";
  const [title, run] = [clockTitle(clock, lang), runWords(clock, lang, today)];
  // A sentence about a share of the time names the clock and its end already.
  if (because === "share") {
    const isQuiet = fact.type === "shareReached" && fact.lift === undefined && wasOnItsWay(events, event);
    const quiet = isQuiet ? { zh: "当时正在转办。", en: " The case was on its way then." }[lang] : "";
    return `${quiet}${{ zh: `这一期限自${run}。`, en: ` It runs for ${run}.` }[lang]}`;
  }
  // What lapses with a lift is recorded just before it, although the clock goes on.
  const isWithIt = (next: CaseEvent) =>
    next.seq > seq && next.at === event.at && next.by.kind === "clock" && sameClock(next.by.clock, clock);
  const lift = events.find((next) => isWithIt(next) && next.fact.type === "lifted")?.fact;
  if (lift?.type === "lifted") {
    return {
      zh: `原因：${title}自${run}，已过 ${lift.percent}%，事项提级到${levelWords(about, lift.to).zh}办理。`,
      en: ` Because: ${title}: ${run}; at ${lift.percent}% of it the case was moved up to ${levelWords(about, lift.to).en}.`,
    }[lang];
  }
  const span = spanWords(clock, lang, about);
  return { zh: `原因：${title}自${span}，${because.zh}。`, en: ` Because: ${title}: ${span}; ${because.en}.` }[lang];
};

/** Why a clock did it, in the words of the fact's type; a union type would lose the tie between them. */
const becauseOf = <T extends Fact["type"]>(type: T, fact: FactOf<T>): "told" | "share" | Bilingual => {
  const clock = onClocks[type];
  if (clock === "never") return "told";
  const { because } = clock;
  return typeof because === "function" ? because(fact) : because;
};

const clockLines = (about: Explained): string[] =>
  clockAccounts(about).flatMap((account) => {
    const { lang, now } = about;
    const { title, span, rule, came, next } = clockStory(account, about);
    const { quarantined, ended } = account.row;
    return [
      title,
      `  ${span}`,
      ...(rule === undefined ? [] : [`  ${{ zh: "依据：", en: "Rule: " }[lang]}${rule}`]),
      ...came.map(({ at, words }) => `  ${momentWords(at, lang, districtDate(now))}  ${words}`),
      ...(quarantined === undefined || ended !== undefined
        ? []
        : [`  ${errorWords(quarantined.error, account.row, lang)}`]),
      ...(next === undefined ? [] : [`  ${{ zh: "接下来：", en: "Next: " }[lang]}${next}`]),
    ];
  });

const errorWords = (error: string, { caseId, clock }: ClockRow, lang: Lang): string => {
  const release = `npm run clocks:release -- ${numberOf(caseId)} ${clock.kind} ${clock.n}`;
  return {
    zh: `错误：${error}。修复后恢复：${release}`,
    en: `Error: ${error}. Once it is mended, put the deadline back: ${release}`,
  }[lang];
};

const recordLines = ({ petition, events, finding, lang }: Explained): string[] => {
  const whole = {
    zh: `${events.length} 条事件，链条完整；与存证比对：npm run audit -- ${numberOf(petition.id)}`,
    en: `${events.length} events, their chain is whole; to compare it with its anchors: npm run audit -- ${numberOf(petition.id)}`,
  };
  const tell = {
    zh: `记录被改动过，请立即报告管理员，并运行：npm run audit -- ${numberOf(petition.id)}`,
    en: `The record was changed; tell the administrator at once, and run: npm run audit -- ${numberOf(petition.id)}`,
  };
  const execution = executionName(petition.id, petition.epoch);
  return [
    ...(finding === undefined ? [whole[lang]] : [findingWords(finding, lang), tell[lang]]),
    { zh: `流程执行：${execution}`, en: `Execution: ${execution}` }[lang],
  ];
};
