import type { ClockAccount } from "#case/account/clock-account.ts";
import type { World } from "#case/state/world.ts";
import { type PeriodClock, untilOf } from "#clock/clock.ts";
import { districtDate, waitsForNotice } from "#clock/period.ts";
import type { Rule } from "#clock/policy.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { deedNames } from "#words/deeds.ts";
import { againWords } from "./again-words.ts";
import { clockTitle } from "./clock-title.ts";
import { nextWords, type Telling } from "./coming-words.ts";
import { endWords, lengthWords, momentWords } from "./dates.ts";
import { unitOfLevel } from "./level-words.ts";
import { ringWords } from "./ring-words.ts";
import { stationName } from "./station-names.ts";

/** A clock in words: what it is, how long it runs and by which rule, what it came to, and what comes next and when. */
export type ClockStory = {
  title: string;
  span: string;
  rule: string | undefined;
  came: { at: Instant; words: string }[];
  next: string | undefined;
};

/** `15 日` or `5 个工作日`, with what an extension added. */
const wholeLength = (clock: PeriodClock, lang: Lang): string => {
  const { hours, days, dayType } = clock;
  const length = lengthWords(hours === undefined ? { days, dayType } : { hours }, lang);
  return clock.extendedBy === undefined
    ? length
    : { zh: `${length}，延长 ${clock.extendedBy} 日`, en: `${length} and ${clock.extendedBy} more` }[lang];
};

/** Since when a clock runs, and for how long: `11月20日（周五）10:10起算 7 日`. */
export const runWords = (clock: PeriodClock, lang: Lang, today: DistrictDate): string => {
  const [from, length] = [momentWords(clock.start, lang, today), wholeLength(clock, lang)];
  return { zh: `${from}起算 ${length}`, en: `${length} from ${from}` }[lang];
};

/** Between which moments it did not count; nothing where it always did. */
const pauseWords = ({ paused }: PeriodClock, lang: Lang, today: DistrictDate): string => {
  if (paused === undefined) return "";
  const [from, until] = [momentWords(paused.from, lang, today), momentWords(paused.until, lang, today)];
  return { zh: `，${from}至${until}暂停`, en: `, paused from ${from} to ${until}` }[lang];
};

/** From when to when a clock runs: `11月20日（周五）10:10起算 7 日，11月27日（周五）24:00届满`. */
export const spanWords = (clock: PeriodClock, lang: Lang, when: Pick<World, "calendar" | "now">): string => {
  const today = districtDate(when.now);
  const run = `${runWords(clock, lang, today)}${pauseWords(clock, lang, today)}`;
  const end = endWords(untilOf(clock), lang, today);
  return waitsForNotice(clock, when) === undefined
    ? { zh: `${run}，${end}届满`, en: `${run}, until ${end}` }[lang]
    : { zh: `${run}，暂定${end}届满`, en: `${run}, until ${end} (provisional)` }[lang];
};

/** When a rule has somebody reminded: `过 50%、75% 时和届满时提醒`. */
const noticeWords = ({ notices }: Rule, lang: Lang): string => {
  const shares = notices.filter((percent) => percent < 100).map((percent) => `${percent}%`);
  const underway = { zh: `过 ${shares.join("、")} 时`, en: shares.join(", ") }[lang];
  const atEnd = { zh: "届满时", en: "the end" }[lang];
  const moments = [...(shares.length > 0 ? [underway] : []), ...(notices.includes(100) ? [atEnd] : [])];
  return { zh: `${moments.join("和")}提醒`, en: `reminders at ${moments.join(" and ")}` }[lang];
};

const ruleWords = (rule: Rule | undefined, clock: PeriodClock, { lang }: Telling): string => {
  if (rule === undefined) {
    return [
      clock.article[lang],
      {
        zh: `按政策版本 ${clock.policyVersion} 计算，现行政策已另有规定`,
        en: `counted by policy version ${clock.policyVersion}; the present policy has another rule`,
      }[lang],
    ].join({ zh: "；", en: "; " }[lang]);
  }
  return [
    clock.article[lang],
    ...(clock.hours === undefined
      ? []
      : [
          {
            zh: "紧急事项按小时计，夜里和节假日不停",
            en: "in hours, as the case is urgent: they run at night and on holidays too",
          }[lang],
        ]),
    ...(rule.notices.length > 0 ? [noticeWords(rule, lang)] : []),
  ].join({ zh: "；", en: "; " }[lang]);
};

const cameOf = (
  { row, course, stoppedBy }: ClockAccount,
  { directory, petition, lang, now }: Telling,
): ClockStory["came"] => {
  const today = districtDate(now);
  const { ended, quarantined, failures } = row;
  const rings = course.map((turn) => {
    const { event, wasOnItsWay } = turn;
    const words = [
      ringWords(event.fact, { directory, petition, lang, wasOnItsWay, today }),
      againWords(turn, lang, today),
    ];
    return { at: event.at, words: words.filter((part) => part !== "").join(lang === "zh" ? "；" : "; ") };
  });
  if (quarantined !== undefined && ended === undefined) {
    const words = {
      zh: `自动处理失败 ${failures} 次，已经隔离，并向系统管理员告警；期限照常计算`,
      en: `acting on it failed ${failures} times: quarantined, with an alarm to the operators; the time goes on running`,
    }[lang];
    return [...rings, { at: quarantined.at, words }];
  }
  if (ended === undefined || ended.why === "rang") return rings;
  const because = stoppedBy === undefined ? "" : deedNames[stoppedBy.fact.type][lang];
  const stopped = {
    zh: because === "" ? "不再适用，停止" : `停止：${because}`,
    en: because === "" ? "stopped: no longer needed" : `stopped: ${because}`,
  }[lang];
  return [...rings, { at: ended.at, words: stopped }];
};

const titleOf = ({ row, level }: ClockAccount, telling: Telling): string =>
  [
    clockTitle(row.clock, telling.lang),
    ...(level === undefined ? [] : [stationName(telling.directory, level, unitOfLevel(telling, level), telling.lang)]),
  ].join(telling.lang === "zh" ? "·" : " · ");

const spanOf = ({ clock }: ClockAccount["row"], telling: Telling): string => {
  const { lang, now } = telling;
  if (clock.family !== "watch") return spanWords(clock, lang, telling);
  const today = districtDate(now);
  const [from, until] = [momentWords(clock.start, lang, today), momentWords(clock.due, lang, today)];
  return { zh: `${from}起，到${until}`, en: `from ${from} until ${until}` }[lang];
};

/** Tells an account of a clock in words, for staff. */
export const clockStory = (account: ClockAccount, telling: Telling): ClockStory => {
  const { row, rule } = account;
  return {
    title: titleOf(account, telling),
    span: spanOf(row, telling),
    rule: row.clock.family === "watch" ? undefined : ruleWords(rule, row.clock, telling),
    came: cameOf(account, telling),
    next: nextWords(account, telling),
  };
};
