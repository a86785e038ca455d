import type { PromiseLine } from "#case/state/facts/promise.ts";
import type { Lang } from "#ground/bilingual.ts";

const say = {
  postponed: { zh: "已延期一次", en: "put off once" },
  reported: { zh: "报告已经办到，等信访人确认", en: "reported as done, waits for the petitioner's word" },
  broken: { zh: "没有兑现，信访局督办中", en: "not kept: the petition office sees to it" },
  demanded: { zh: "曾没有兑现，信访局已要求限期办到", en: "was not kept; the petition office wants it by this day" },
  kept: { zh: "已经办到，信访人已确认", en: "kept, says the petitioner" },
  unconfirmed: { zh: "报告已经办到，信访人没有答复", en: "reported as done, and not confirmed" },
} satisfies Record<string, Record<Lang, string>>;

/** What became of a promise, besides its day; nothing of one that waits for that. */
export const promiseState = ({ over, performed, overseer, broken, postponed }: PromiseLine, lang: Lang): string[] => {
  const was = postponed ? [say.postponed[lang]] : [];
  if (over !== undefined) return [...was, say[over][lang]];
  if (performed !== undefined) return [...was, say.reported[lang]];
  if (overseer !== undefined) return [...was, say.broken[lang]];
  return broken === undefined ? was : [...was, say.demanded[lang]];
};
