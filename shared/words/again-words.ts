import type { Repeated } from "#case/account/repeats.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { momentWords } from "./dates.ts";
import { factWords } from "./matters.ts";

/** How often a clock said the same again: nothing when it did not. */
export const againWords = ({ event, again, last }: Repeated, lang: Lang, today: DistrictDate): string => {
  if (again === 0) return "";
  const { clock } = factWords[event.fact.type];
  const isReminder = clock !== "never" && clock.again === "reminded";
  const at = momentWords(last, lang, today);
  const times = again === 1 ? "once" : `${again} times`;
  return {
    zh: `此后又${isReminder ? "催办" : "记录"} ${again} 次，最近一次在 ${at}`,
    en: `${isReminder ? "reminded" : "noted"} again ${times}, last on ${at}`,
  }[lang];
};
