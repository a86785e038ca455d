import type { Actor, Fact, FactOf } from "#case/event.ts";
import type { Bilingual } from "#clock/policy.ts";
import type { Directory } from "#directory/directory.ts";
import type { BilingualSentence, Lang } from "./lang.ts";
import { staffName } from "./words.ts";

/** What a sentence may speak of: the fact, who did it, and the names of the place. */
export type Told<T extends Fact["type"]> = { fact: FactOf<T>; by: Actor; number: string; directory: Directory };
/** One sentence for every type of fact, in both languages. */
export type Sentences = { readonly [T in Fact["type"]]: BilingualSentence<Told<T>> };

/** Who did it, by name: for staff only. */
export const doer = ({ by, directory }: Pick<Told<"registered">, "by" | "directory">, lang: Lang): string => {
  switch (by.kind) {
    case "staff":
      return staffName(directory, by.id, lang);
    case "petitioner":
      return { zh: "信访人", en: "the petitioner" }[lang];
    case "operator":
      return { zh: "系统管理员", en: "a system operator" }[lang];
    case "clock":
    case "policy":
    case "workflow":
      return { zh: "系统", en: "the system" }[lang];
  }
};

/** The legal ground of a refusal, as the policy words it. */
export const groundWords = ({ fact, directory }: Told<"notAccepted">, part: "text" | "article", lang: Lang): string =>
  directory.policy.grounds.find((ground) => ground.id === fact.ground)?.[part][lang] ??
  { zh: "法定不予受理情形", en: "a ground that the law names" }[lang];

export const deliveryNames: Record<FactOf<"delivered">["how"], Bilingual> = {
  opened: { zh: "凭查询码打开", en: "opened with the query code" },
  byHand: { zh: "当面送交", en: "handed over in person" },
  byPost: { zh: "邮寄", en: "sent by post" },
};

export const replacementReasons: Record<FactOf<"executionReplaced">["reason"], Bilingual> = {
  executionGone: { zh: "原流程已中断", en: "the earlier one was gone" },
  stuckInTransit: { zh: "转办停留过久", en: "the case had waited too long between two steps" },
};
