import type { ClockName } from "#clock/clock.ts";
import type { Lang } from "./lang.ts";
import { clockNames } from "./words.ts";

/** One clock of a case, as lists and sentences call it: its name, and which of its kind it is. */
export const clockTitle = ({ kind, n }: ClockName, lang: Lang): string => {
  const name = kind === "transit" ? { zh: "转办监测", en: "Watch between two steps" } : clockNames[kind];
  return { zh: `${name.zh}（第 ${n} 个）`, en: `${name.en} (no. ${n})` }[lang];
};
