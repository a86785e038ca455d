import type { Repeated } from "#case/account/repeats.ts";
import { traits } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { momentWords } from "./dates.ts";

/** How often a clock said the same again: nothing when it did not. */
export const againWords = ({ event, again, last }: Repeated, lang: Lang, today: DistrictDate): string => {
  if (again === 0) return "";
  const isReminder = traits[event.fact.type].reminds === true;
  const at = momentWords(last, lang, today);
  const times = again === 1 ? "once" : `${again} times`;
  return {
    zh: `此后又${isReminder ? "催办" : "记录"} ${again} 次，最近一次在${at}`,
    en: `${isReminder ? "reminded" : "noted"} again ${times}, last on ${at}`,
  }[lang];
};
