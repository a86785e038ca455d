import type { DayType } from "#clock/clock.ts";
import { daysLeft, districtDate, isOver } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { type DistrictDate, type Instant, isMoment, secondsLater, type Until } from "#ground/instant.ts";

const weekdays = {
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;

const monthNames = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

const districtTime = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Asia/Shanghai",
});

/**
 * `3月6日（周五）` or `Fri 6 March`; with the year when it is another one than that of `today`, the reader's day; with the
 * time of day when it is a moment: `3月6日（周五）14:05`.
 */
export const dateWords = (date: Until, lang: Lang, today: DistrictDate): string => {
  if (isMoment(date)) return momentWords(date, lang, today);
  const day = new Date(`${date}T00:00:00Z`);
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : day.getUTCFullYear();
  const weekday = weekdays[lang][day.getUTCDay()] ?? "";
  return lang === "zh"
    ? `${year === undefined ? "" : `${year}年`}${day.getUTCMonth() + 1}月${day.getUTCDate()}日（${weekday}）`
    : `${weekday} ${day.getUTCDate()} ${monthNames.format(day)}${year === undefined ? "" : ` ${year}`}`;
};

/**
 * `最迟3月6日（周五，含当日）`: the last day of something, which in Chinese has to say that the day itself counts; `最迟3月6日（周五）18:30`
 * where hours are counted.
 */
export const latestWords = (lastDay: Until, today: DistrictDate): string => {
  const words = dateWords(lastDay, "zh", today);
  return `最迟${isMoment(lastDay) ? words : words.replace("）", "，含当日）")}`;
};

/** `2026年3月6日` or `6 March 2026`, as a letter is dated. */
export const letterDate = (date: DistrictDate, lang: Lang): string => {
  const day = new Date(`${date}T00:00:00Z`);
  return lang === "zh"
    ? `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
    : `${day.getUTCDate()} ${monthNames.format(day)} ${day.getUTCFullYear()}`;
};

/** `3月6日（周五）14:05` or `Fri 6 March, 14:05`, in the district's time. */
export const momentWords = (at: Instant, lang: Lang, today: DistrictDate): string =>
  `${dateWords(districtDate(at), lang, today)}${lang === "zh" ? "" : ", "}${districtTime.format(new Date(at))}`;

/** The full minute at which a wait is surely over. */
export const minuteOver = (until: Instant, now: Instant, lang: Lang): string =>
  momentWords(secondsLater(until, 59), lang, districtDate(now));

/** `12月14日（周一）24:00`: the end of a last day, or the last moment where hours are counted. */
export const endWords = (lastDay: Until, lang: Lang, today: DistrictDate): string =>
  isMoment(lastDay)
    ? momentWords(lastDay, lang, today)
    : { zh: `${dateWords(lastDay, "zh", today)}24:00`, en: `${dateWords(lastDay, "en", today)}, 24:00` }[lang];

/** A number of days: `15 日` or `15 days`. */
export const daysWords = (days: number, lang: Lang): string =>
  lang === "zh" ? `${days} 日` : days === 1 ? "1 day" : `${days} days`;

/** Days on top of a period, in English: `15 more days`. */
export const moreDays = (days: number): string => (days === 1 ? "1 more day" : `${days} more days`);

/** A number of hours: `2 小时` or `2 hours`. */
const hoursWords = (hours: number, lang: Lang): string =>
  lang === "zh" ? `${hours} 小时` : hours === 1 ? "1 hour" : `${hours} hours`;

/** How long something runs, in days or in hours. */
type Length = { days: number; dayType: DayType; hours?: undefined } | { hours: number };

/** How long a rule gives: `60 日`, `10 个工作日`, `24 小时`, `60 days`, `10 working days` or `24 hours`. */
export const lengthWords = (length: Length, lang: Lang): string => {
  if (length.hours !== undefined) return hoursWords(length.hours, lang);
  const { days, dayType } = length;
  if (dayType === "calendar") return daysWords(days, lang);
  return lang === "zh" ? `${days} 个工作日` : days === 1 ? "1 working day" : `${days} working days`;
};

/** What is left of a period, in words: `还剩 3 天`, `今天到期`, `已逾期 2 天`. Takes the days left, negative when past. */
export const daysLeftWords = (days: number, lang: Lang): string => {
  const count = Math.abs(days);
  const english = daysWords(count, "en");
  if (days === 0) return lang === "zh" ? "今天到期" : "due today";
  if (days > 0) return lang === "zh" ? `还剩 ${count} 天` : `${english} left`;
  return lang === "zh" ? `已逾期 ${count} 天` : `${english} overdue`;
};

/** Whole minutes between two moments, a begun one not counted. */
const minutesBetween = (from: Instant, until: Instant): number =>
  Math.floor((Date.parse(until) - Date.parse(from)) / 60_000);

/** `1 小时 50 分`, `50 分钟`, `1 hour 50 min`. */
const timeWords = (minutes: number, lang: Lang): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return lang === "zh" ? `${rest} 分钟` : `${rest} min`;
  if (rest === 0) return hoursWords(hours, lang);
  return `${hoursWords(hours, lang)} ${rest} ${lang === "zh" ? "分" : "min"}`;
};

/** What is left until a last day, or by the clock where hours are counted: `还剩 3 天`, `还剩 1 小时 50 分`, `已逾期 20 分钟`. */
export const leftWords = (until: Until, now: Instant, lang: Lang): string => {
  if (!isMoment(until)) return daysLeftWords(daysLeft(now, until), lang);
  const isLate = isOver(until, now);
  const time = timeWords(isLate ? minutesBetween(until, now) : minutesBetween(now, until), lang);
  return lang === "zh" ? `${isLate ? "已逾期" : "还剩"} ${time}` : `${time} ${isLate ? "overdue" : "left"}`;
};

/** How pressing a period is: colour may say it too, but never without the words. What goes by hours is never ample. */
export const urgency = (until: Until, now: Instant): "ample" | "soon" | "late" => {
  if (isOver(until, now)) return "late";
  return isMoment(until) || daysLeft(now, until) <= 3 ? "soon" : "ample";
};
