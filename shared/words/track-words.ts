import type { AnsweredTrack, Track } from "#clock/track.ts";
import type { Bilingual } from "#ground/bilingual.ts";

/** 办理途径, as sentences name it. */
export const trackNames: Readonly<Record<Track, Bilingual>> = {
  petition: { zh: "信访程序", en: "the petition procedure" },
  simple: { zh: "简易办理", en: "the simple way" },
  duty: { zh: "履行法定职责", en: "a call on an office's duty" },
  procedure: { zh: "其他法定程序", en: "another procedure of the law" },
  judicial: { zh: "政法机关办理", en: "the courts, the procuratorate or the police" },
  accusation: { zh: "检举控告", en: "a report of misconduct" },
  suggestion: { zh: "意见建议", en: "a suggestion" },
};

/** What each track of those that are answered here is for, to whoever chooses one. */
export const trackMeanings: Readonly<Record<AnsweredTrack, Bilingual>> = {
  petition: {
    zh: "申诉求决，没有其他法定途径的；可以延期，对答复可以申请复查",
    en: "A request that no other procedure decides; its time can be extended, its answer reviewed",
  },
  simple: {
    zh: "事实清楚、责任明确、争议不大的初次信访",
    en: "Brought for the first time, clear and undisputed",
  },
  duty: {
    zh: "要求行政机关履行法定职责；对答复可以申请行政复议、提起诉讼",
    en: "An office is asked to do its duty; its answer can go to reconsideration or court",
  },
  suggestion: {
    zh: "提意见建议，不求解决自己的事；答复是否采纳和理由",
    en: "Asks nothing for oneself; the answer says whether it is taken up, and why",
  },
};
