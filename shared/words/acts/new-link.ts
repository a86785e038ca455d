import type { newLinkFacts } from "#case/state/facts/new-link.ts";
import { staffName } from "#words/words.ts";
import type { ClockLines, Deeds, RefusalsOf, Sentences } from "./matter-words.ts";

/** 重寄链接: what was done, in a word or two. */
export const newLinkDeeds = {
  linkRenewed: { zh: "重寄链接", en: "link emailed again" },
} satisfies Deeds<typeof newLinkFacts>;

/** 重寄链接: what petitioners read about each fact. */
export const newLinkToPetitioners = {
  linkRenewed: { zh: () => "办理链接已重寄。", en: () => "The link to the task was emailed again." },
} satisfies Sentences<typeof newLinkFacts>;

/** 重寄链接: what the office reads about each fact. */
export const newLinkToOffice = {
  linkRenewed: {
    zh: ({ fact, directory }) =>
      `有人凭办理链接要求重寄，新链接已寄到${staffName(directory, fact.staff, "zh")}在名录中的邮箱。`,
    en: ({ fact, directory }) =>
      `Whoever held the task link asked for a new one; it went to the address of ${staffName(directory, fact.staff, "en")} in the directory.`,
  },
} satisfies Sentences<typeof newLinkFacts>;

/** 重寄链接: what lists of clocks say of each fact. */
export const newLinkOnClocks = {
  linkRenewed: "never",
} satisfies ClockLines<typeof newLinkFacts>;

/** 重寄链接: why something is refused. */
export const newLinkRefusals = {
  mailedLately: {
    zh: "新链接刚刚寄过，请先查收；十分钟内只寄一次，一天最多五次",
    en: "A new link was emailed only just now: please look for it first. It is emailed once in ten minutes and five times a day at most",
  },
} satisfies RefusalsOf;
