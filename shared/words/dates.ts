import { districtDate } from "#clock/period.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { Lang } from "#ground/bilingual.ts";
import { type DistrictDate, type Instant, secondsLater } from "#ground/instant.ts";

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

/** `3月6日（周五）` or `Fri 6 March`; with the year when it is another one than that of `today`, the reader's day. */
export const dateWords = (date: DistrictDate, lang: Lang, today: DistrictDate): string => {
  const day = new Date(`${date}T00:00:00Z`);
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : day.getUTCFullYear();
  const weekday = weekdays[lang][day.getUTCDay()] ?? "";
  return lang === "zh"
    ? `${year === undefined ? "" : `${year}年`}${day.getUTCMonth() + 1}月${day.getUTCDate()}日（${weekday}）`
    : `${weekday} ${day.getUTCDate()} ${monthNames.format(day)}${year === undefined ? "" : ` ${year}`}`;
};

/** `最迟3月6日（周五，含当日）`: the last day of something, which in Chinese has to say that the day itself counts. */
export const latestWords = (lastDay: DistrictDate, today: DistrictDate): string =>
  `最迟${dateWords(lastDay, "zh", today).replace("）", "，含当日）")}`;

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

/** `12月14日（周一）24:00`: the end of a last day. */
export const endWords = (lastDay: DistrictDate, lang: Lang, today: DistrictDate): string =>
  ({ zh: `${dateWords(lastDay, "zh", today)}24:00`, en: `${dateWords(lastDay, "en", today)}, 24:00` })[lang];

/** A number of days: `15 日` or `15 days`. */
export const daysWords = (days: number, lang: Lang): string =>
  lang === "zh" ? `${days} 日` : days === 1 ? "1 day" : `${days} days`;

/** Days on top of a period, in English: `15 more days`. */
export const moreDays = (days: number): string => (days === 1 ? "1 more day" : `${days} more days`);

/** How long a rule gives: `60 日`, `10 个工作日`, `60 days` or `10 working days`. */
export const lengthWords = ({ days, dayType }: Pick<ClockRule, "days" | "dayType">, lang: Lang): string => {
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

/** How pressing a period is: colour may say it too, but never without the words. */
export const urgency = (days: number): "ample" | "soon" | "late" => (days < 0 ? "late" : days <= 3 ? "soon" : "ample");
