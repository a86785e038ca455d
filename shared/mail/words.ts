import { districtDate } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant, Until } from "#ground/instant.ts";
import { dateWords, leftWords, urgency } from "#words/dates.ts";
import { unbroken } from "#words/phrasing.ts";
import type { SheetPart } from "./part.ts";

/** The first line of every mail: who writes, and about which case. */
export const numberPart = (id: string, directory: Directory, lang: Lang): SheetPart => ({
  is: "number",
  text: [{ zh: "回音", en: "Huiyin" }[lang], directory.district.name[lang], caseNumber(id, directory)].join(" · "),
});

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
