import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant, Until } from "#ground/instant.ts";
import { dateWords, leftWords, urgency } from "#words/dates.ts";
import { unbroken } from "#words/phrasing.ts";
import type { SheetPart } from "./part.ts";

/** Who writes a mail: the system, and the district. */
export const whoWrites = ({ district }: Directory, lang: Lang): string[] => [
  { zh: "回音", en: "Huiyin" }[lang],
  district.name[lang],
];

/** The first line of every mail about one case: who writes, and about which. */
export const numberPart = (id: string, directory: Directory, lang: Lang): SheetPart => ({
  is: "number",
  text: [...whoWrites(directory, lang), caseNumber(id, directory)].join(" · "),
});

/** The first line of a mail about several: who writes, and on which day. */
export const dayPart = (directory: Directory, now: Instant, lang: Lang): SheetPart => {
  const today = districtDate(now);
  return { is: "number", text: [...whoWrites(directory, lang), dateWords(today, lang, today)].join(" · ") };
};

/** `3 件`. */
export const casesWords = (count: number, lang: Lang): string =>
  ({ zh: `${count} 件`, en: `${count} case${count === 1 ? "" : "s"}` })[lang];

/** In a mail with several links. */
export const oneCodeADay: Bilingual = {
  zh: "在一台设备上，每天输入一个验证码就够了。链接和验证码只供您本人使用，请不要转发。",
  en: "One code a day is enough on each device. Links and codes are for you alone; please do not forward them.",
};

/** Bytes of a mail's text and HTML: in base64, as it leaves, they stay below 100 KB. */
export const bytesAtMost = 70_000;

/** A last day with what is left of it. */
export const untilPart = (label: Bilingual, lastDay: Until, now: Instant, lang: Lang): SheetPart => {
  const day = dateWords(lastDay, lang, districtDate(now));
  return {
    is: "until",
    label: label[lang],
    text: `${day}${lang === "zh" ? "，" : ", "}${leftWords(lastDay, now, lang)}`,
    tone: urgency(lastDay, now),
  };
};

/** Somebody to ask, with the office number kept on one line. */
export const contact = (name: string, phone: string | undefined): string =>
  phone === undefined ? name : `${name} ${unbroken(phone)}`;
