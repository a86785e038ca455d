import type { FactOf } from "#case/state/event.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";

/** How a reminder reaches its reader. */
export const remindingWays: Record<FactOf<"reminded">["how"], Bilingual> = {
  digest: { zh: "列入下一封“今日待办”邮件", en: "in the next morning digest" },
  mail: { zh: "立即发邮件", en: "by email at once" },
};

/** `50%、75%`. */
const sharesWords = (shares: readonly number[], lang: Lang): string =>
  shares.map((share) => `${share}%`).join({ zh: "、", en: " and " }[lang]);

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

/** Why a clock rang before its end and nothing came of it. */
export const quietReasons: Record<NonNullable<FactOf<"shareReached">["lift"]> | "onItsWay" | "nobody", Bilingual> = {
  notNeeded: { zh: "所在层级已经够高，不用提级办理", en: "the case is high enough in the chain" },
  waits: {
    zh: "正在转办，到下一环节再定是否提级办理",
    en: "the case is between two steps, and may move up once it has arrived",
  },
  onItsWay: { zh: "正在转办，没有提醒任何人", en: "the case was on its way, so nobody was reminded" },
  nobody: { zh: "没有提醒任何人", en: "nobody was reminded" },
};
