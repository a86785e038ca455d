import type { Actor } from "#case/state/actor.ts";
import type { Fact, FactOf } from "#case/state/event.ts";
import type { ClockName } from "#clock/clock.ts";
import type { Directory } from "#directory/directory.ts";
import { PassedOver } from "#directory/routing.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { staffName } from "./words.ts";

/**
 * What a sentence may speak of: the fact, who did it, and the names of the place. Days of another year than `today`'s
 * are said with their year.
 */
export type Told<T extends Fact["type"]> = {
  fact: FactOf<T>;
  by: Actor;
  number: string;
  directory: Directory;
  today: DistrictDate;
};
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

/** The clock of which a share has passed. The fact names its kind only; the clock that rang is who did it. */
export const rung = ({ fact, by }: Pick<Told<"shareReached">, "fact" | "by">): ClockName =>
  by.kind === "clock" ? by.clock : { kind: fact.clock, n: 1 };

/** Whether the time set by law did it: the step may go on after that, or have been ended by it. */
export const isByLaw = ({ by }: { by: Actor }): boolean => by.kind === "clock" && by.clock.kind === "handling";

/** The legal ground of a refusal, as the policy words it. */
export const groundWords = ({ fact, directory }: Told<"notAccepted">, part: "text" | "article", lang: Lang): string =>
  directory.policy.grounds.find((ground) => ground.id === fact.ground)?.[part][lang] ??
  { zh: "法定不予受理情形", en: "a ground that the law names" }[lang];

export const deliveryNames: Record<FactOf<"delivered">["how"], Bilingual> = {
  opened: { zh: "凭查询码打开", en: "opened with the query code" },
  byHand: { zh: "当面送交", en: "handed over in person" },
  byPost: { zh: "邮寄", en: "sent by post" },
};

/** How a reminder reaches its reader. */
export const remindingWays: Record<FactOf<"reminded">["how"], Bilingual> = {
  digest: { zh: "列入下一封“今日待办”邮件", en: "in the next morning digest" },
  mail: { zh: "立即发邮件", en: "by mail at once" },
};

const passOverReasons: Record<PassedOver["why"], BilingualSentence<string>> = {
  away: { zh: (who) => `${who}不在岗`, en: (who) => `${who} away` },
  decidesExtension: {
    zh: (who) => `${who}负责审批延期，不能经办`,
    en: (who) => `${who} decides on the extension`,
  },
  complainedAbout: {
    zh: (who) => `${who}是被反映人，依规回避`,
    en: (who) => `${who} recused, as the petition is about them`,
  },
};

/** Who could not take a step before its owner, and why: a clause for each reason. */
export const passedOverPeople = (passedOver: readonly PassedOver[] = [], directory: Directory, lang: Lang): string[] =>
  PassedOver.shape.why.options.flatMap((why) => {
    const names = passedOver.flatMap((person) =>
      person.why === why ? [staffName(directory, person.staff, lang)] : [],
    );
    return names.length === 0 ? [] : [passOverReasons[why][lang](names.join({ zh: "、", en: ", " }[lang]))];
  });

/** Lower shares that had no notice of their own, as a clause; nothing when there were none. */
export const passedOverWords = (shares: readonly number[], lang: Lang): string => {
  if (shares.length === 0) return "";
  return {
    zh: `${sharesWords(shares, "zh")} 的提醒没有单独发出，并入这一次`,
    en:
      shares.length === 1
        ? `the notice at ${sharesWords(shares, "en")} was not sent on its own, and this one stands for it`
        : `the notices at ${sharesWords(shares, "en")} were not sent on their own, and this one stands for them`,
  }[lang];
};

/** Shares of whose notices nothing had come when a clock lifted its case or ended, as a clause. */
export const missedWords = (shares: readonly number[], lang: Lang): string => {
  if (shares.length === 0) return "";
  return {
    zh: `此前没有来得及发出 ${sharesWords(shares, "zh")} 的提醒`,
    en: `by then the reminder${shares.length === 1 ? "" : "s"} at ${sharesWords(shares, "en")} had not gone out`,
  }[lang];
};

/** `50%、75%`. */
const sharesWords = (shares: readonly number[], lang: Lang): string =>
  shares.map((share) => `${share}%`).join({ zh: "、", en: " and " }[lang]);

/** Why a clock rang before its end and nothing came of it. */
export const quietReasons: Record<NonNullable<FactOf<"shareReached">["lift"]> | "onItsWay" | "nobody", Bilingual> = {
  notNeeded: { zh: "所在层级不用上提", en: "the case is high enough in the chain" },
  waits: {
    zh: "正在转办，到下一环节再定是否上提",
    en: "the case is between two steps, and may move up once it has arrived",
  },
  onItsWay: { zh: "正在转办，没有提醒任何人", en: "the case was on its way, so nobody was reminded" },
  nobody: { zh: "没有提醒任何人", en: "nobody was reminded" },
};

export const replacementReasons: Record<FactOf<"executionReplaced">["reason"], Bilingual> = {
  executionGone: { zh: "原流程已中断", en: "the earlier one was gone" },
  stuckInTransit: { zh: "转办停留过久", en: "the case had waited too long between two steps" },
};
