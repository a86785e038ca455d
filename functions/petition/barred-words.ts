import type { World } from "#case/state/world.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { unprovenWaitWords, unprovenWords, waitWords, wrongKeyWords } from "#words/code-words.ts";
import type { Unproven } from "./petition-key.ts";
import type { Barred } from "./unlock.ts";

/** What is wrong with the whole number, in words. */
export const unprovenIn = (unproven: Unproven, here: World, lang: Lang): string =>
  unproven.unproven === "wait"
    ? unprovenWaitWords[lang]({ ...here, until: unproven.until })
    : unprovenWords[unproven.unproven][lang];

/** Why a key opens nothing, in words. */
export const barredWords = (barred: Exclude<Barred, { barred: "over" }>, here: World, lang: Lang): string =>
  barred.barred === "wait" ? waitWords[lang]({ ...here, until: barred.until }) : wrongKeyWords[lang];

/** Says to machines what the page says to people. */
export const retryHeader = (barred: Barred, now: Instant): Record<string, string> =>
  barred.barred === "wait"
    ? { "retry-after": String(Math.max(1, Math.ceil((Date.parse(barred.until) - Date.parse(now)) / 1000))) }
    : {};
