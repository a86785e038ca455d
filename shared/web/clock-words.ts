import type { Case } from "#case/case.ts";
import type { ClockAccount, Coming } from "#case/clock-account.ts";
import { isBelow, levelAbove, liftedTo } from "#case/levels.ts";
import { actor } from "#case/staff-commands.ts";
import type { PeriodClock, PeriodKind } from "#clock/clock.ts";
import type { DistrictDate, Instant } from "#clock/instant.ts";
import { districtDate } from "#clock/period.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { Directory } from "#directory/directory.ts";
import { againWords } from "./again-words.ts";
import { clockTitle } from "./clock-title.ts";
import { dateWords, lengthWords, momentWords } from "./dates.ts";
import { deedNames } from "./deeds.ts";
import { remindingWays } from "./event-words.ts";
import type { Lang } from "./lang.ts";
import { ringWords } from "./ring-words.ts";
import { levelPhrases, staffName, stationNames } from "./words.ts";

/** A clock in words: what it is, how long it runs and by which rule, what it came to, and what comes next and when. */
export type ClockStory = {
  title: string;
  span: string;
  rule: string | undefined;
  came: { at: Instant; words: string }[];
  next: string | undefined;
};

type Telling = { kase: Case; directory: Directory; lang: Lang; now: Instant };

/** `15 日` or `5 个工作日`, with what an extension added. */
const wholeLength = (clock: PeriodClock, lang: Lang): string => {
  const length = lengthWords(clock, lang);
  return clock.extendedBy === undefined
    ? length
    : { zh: `${length}，延长 ${clock.extendedBy} 日`, en: `${length} and ${clock.extendedBy} more` }[lang];
};

/** `12月14日（周一）24:00`: the end of a last day. */
const endWords = (lastDay: DistrictDate, lang: Lang, today?: DistrictDate): string =>
  ({ zh: `${dateWords(lastDay, "zh", today)}24:00`, en: `${dateWords(lastDay, "en", today)}, 24:00` })[lang];

/** Since when a clock runs, and for how long: `11月20日（周五）10:10起算 7 日`. */
export const runWords = (clock: PeriodClock, lang: Lang, today?: DistrictDate): string => {
  const [from, length] = [momentWords(clock.start, lang, today), wholeLength(clock, lang)];
  return { zh: `${from}起算 ${length}`, en: `${length} from ${from}` }[lang];
};

/** From when to when a clock runs: `11月20日（周五）10:10起算 7 日，11月27日（周五）24:00届满`. */
export const spanWords = (clock: PeriodClock, lang: Lang, today?: DistrictDate): string => {
  const [run, end] = [runWords(clock, lang, today), endWords(clock.lastDay, lang, today)];
  return clock.provisional
    ? { zh: `${run}，暂定${end}届满`, en: `${run}, until ${end} (provisional)` }[lang]
    : { zh: `${run}，${end}届满`, en: `${run}, until ${end}` }[lang];
};

/** When a rule has somebody reminded: `过 50%、75% 时和届满时提醒`. */
const noticeWords = ({ notices }: ClockRule, lang: Lang): string => {
  const shares = notices.filter((percent) => percent < 100).map((percent) => `${percent}%`);
  const underway = { zh: `过 ${shares.join("、")} 时`, en: shares.join(", ") }[lang];
  const atEnd = { zh: "届满时", en: "the end" }[lang];
  const moments = [...(shares.length > 0 ? [underway] : []), ...(notices.includes(100) ? [atEnd] : [])];
  return { zh: `${moments.join("和")}提醒`, en: `reminders at ${moments.join(" and ")}` }[lang];
};

const ruleWords = (rule: ClockRule, { kase, lang }: Telling, kind: PeriodKind): string =>
  [
    rule.article[lang],
    ...(kase.urgent && kind === "step"
      ? [{ zh: "紧急事项按四分之一计", en: "a quarter of the usual time, as the case is urgent" }[lang]]
      : []),
    ...(rule.notices.length > 0 ? [noticeWords(rule, lang)] : []),
  ].join({ zh: "；", en: "; " }[lang]);

const cameOf = ({ row, course, stoppedBy }: ClockAccount, { directory, lang, now }: Telling): ClockStory["came"] => {
  const today = districtDate(now);
  const { ended, quarantined, failures } = row;
  const rings = course.map((turn) => {
    const words = [
      ringWords(turn.event.fact, { directory, lang, wasOnItsWay: false, today }),
      againWords(turn, lang, today),
    ];
    return { at: turn.event.at, words: words.filter((part) => part !== "").join(lang === "zh" ? "；" : "; ") };
  });
  if (quarantined !== undefined) {
    const words = {
      zh: `自动处理失败 ${failures} 次，已经隔离，并向系统管理员告警；期限照常计算`,
      en: `failed to ring ${failures} times: quarantined, with an alarm to the operators; the time goes on running`,
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

/** What the end of a clock will do to the case as it stands now. */
const atTheEnd = (kind: PeriodKind, { kase, directory, lang }: Telling): string => {
  const above = kase.status === "handling" ? levelAbove(kase.level) : undefined;
  switch (kind) {
    case "step":
      return above === undefined
        ? {
            zh: "没有办结的，列入督办，每个工作日催办",
            en: "unfinished, the case comes under supervision, with a reminder every working day",
          }[lang]
        : {
            zh: `没有办结的，上提到${levelPhrases[above].zh}`,
            en: `unfinished, the case moves up to ${levelPhrases[above].en}`,
          }[lang];
    case "accept":
      return {
        zh: "没有决定是否受理的，列入督办，每个工作日催办",
        en: "undecided, the case comes under supervision, with a reminder every working day",
      }[lang];
    case "handling":
      return {
        zh: "没有答复的，记为法定期限逾期，继续办理",
        en: "unanswered, the lateness goes on record and work goes on",
      }[lang];
    case "delivery": {
      const { days } = directory.policy.clocks.delivery;
      return {
        zh: `没有送达的，催办答复人，${days} 日后再催`,
        en: `undelivered, its author is reminded, and again ${days} days later`,
      }[lang];
    }
    case "review":
      return { zh: "没有申请复查的，办结", en: "without a request for review, the case is over" }[lang];
    default:
      return { zh: "没有办结的，记为逾期", en: "unfinished, the lateness goes on record" }[lang];
  }
};

/** What the share will do at which a low case moves up. */
const atTheLift = ({ kase, lang }: Telling): string => {
  const level = kase.status === "handling" ? kase.level : kase.status === "accepted" ? kase.goingTo : undefined;
  if (level === undefined || !isBelow(level, liftedTo)) {
    return { zh: "所在层级不用上提，只作记录", en: "the case is high enough, which is noted" }[lang];
  }
  return {
    zh: `还在${levelPhrases[level].zh}的，直接上提到${levelPhrases[liftedTo].zh}`,
    en: `still at ${levelPhrases[level].en}, the case moves up to ${levelPhrases[liftedTo].en} at once`,
  }[lang];
};

const atTheNotice = ({ kase, directory, lang }: Telling): string => {
  const person = actor(kase)?.staff;
  const who = person === undefined ? { zh: "经办人", en: "the handler" }[lang] : staffName(directory, person, lang);
  const way = remindingWays[kase.urgent ? "mail" : "digest"];
  return { zh: `提醒${who}，${way.zh}`, en: `${who} is reminded, ${way.en}` }[lang];
};

/** What comes next and when: `12月7日（周一）08:30，时间过 50%，提醒林佳怡`. */
const comingWords = (clock: ClockAccount["row"]["clock"], coming: Coming, telling: Telling): string => {
  const { lang, now } = telling;
  const today = districtDate(now);
  const at = momentWords(coming.at, lang, today);
  const share = (does: string, percent: number) =>
    ({ zh: `${at}，时间过 ${percent}%，${does}`, en: `${at}, at ${percent}%: ${does}` })[lang];
  switch (coming.what) {
    case "notice":
      return share(atTheNotice(telling), coming.percent);
    case "lift":
      return share(atTheLift(telling), coming.percent);
    case "again":
      return { zh: `${at}，再次催办`, en: `${at}: another reminder` }[lang];
    case "look":
      return { zh: `${at}，再看有没有要办的`, en: `${at}: a look whether anything has to be done` }[lang];
    case "end": {
      if (clock.family === "watch") {
        return {
          zh: `到${at}还没有转到的，重新启动办理流程`,
          en: `${at}: if the case has not arrived, the workflow is started again`,
        }[lang];
      }
      const end = endWords(clock.lastDay, lang, today);
      const does = atTheEnd(clock.kind, telling);
      return { zh: `${end}届满，${does}`, en: `${end}: ${does}` }[lang];
    }
  }
};

/** What comes next; for a ring whose moment has passed, that the sweep has yet to come by. */
const nextOf = ({ row, next }: ClockAccount, telling: Telling): string | undefined => {
  if (next === undefined) return undefined;
  const words = comingWords(row.clock, next, telling);
  if (next.at > telling.now) return words;
  return { zh: `${words}（时间已到，等待处理）`, en: `${words} (due now)` }[telling.lang];
};

const titleOf = ({ row, level }: ClockAccount, lang: Lang): string =>
  [clockTitle(row.clock, lang), ...(level === undefined ? [] : [stationNames[level][lang]])].join(
    lang === "zh" ? "·" : " · ",
  );

const spanOf = ({ clock }: ClockAccount["row"], { lang, now }: Telling): string => {
  const today = districtDate(now);
  if (clock.family !== "watch") return spanWords(clock, lang, today);
  const [from, until] = [momentWords(clock.start, lang, today), momentWords(clock.due, lang, today)];
  return { zh: `${from}起，到${until}`, en: `from ${from} until ${until}` }[lang];
};

/** Tells an account of a clock in words, for staff. */
export const clockStory = (account: ClockAccount, telling: Telling): ClockStory => {
  const { row, rule } = account;
  return {
    title: titleOf(account, telling.lang),
    span: spanOf(row, telling),
    rule: rule && row.clock.family !== "watch" ? ruleWords(rule, telling, row.clock.kind) : undefined,
    came: cameOf(account, telling),
    next: nextOf(account, telling),
  };
};
