import type { Brought, Channel, HowChecked, WhyLate } from "#case/state/facts/registration.ts";
import type { Bilingual, BilingualSentence } from "#ground/bilingual.ts";

/** 来件渠道: how a petition came, as it is chosen from a list. */
export const channelNames: Readonly<Record<Channel, Bilingual>> = {
  window: { zh: "窗口", en: "At a window" },
  visit: { zh: "来访、接访", en: "At a visit or a reception" },
  telephone: { zh: "电话", en: "By telephone" },
  letter: { zh: "来信", en: "By letter" },
  mailbox: { zh: "领导信箱", en: "To a leader’s mailbox" },
  hotline: { zh: "12345 工单", en: "A sheet of the 12345 hotline" },
  higherBody: { zh: "上级交办、转送", en: "From a higher body" },
};

/** The same as a part of a sentence: what was received. */
export const channelPhrases: Readonly<Record<Channel, Bilingual>> = {
  window: { zh: "窗口口述", en: "what was said at the window" },
  visit: { zh: "来访反映", en: "what was said at a visit" },
  telephone: { zh: "电话反映", en: "what was said on the telephone" },
  letter: { zh: "来信", en: "a letter" },
  mailbox: { zh: "领导信箱来信", en: "a letter to a leader’s mailbox" },
  hotline: { zh: "12345 工单", en: "a sheet of the 12345 hotline" },
  higherBody: { zh: "上级转来的事项", en: "what a higher body passed on" },
};

/** 核对: how it was made sure, as it is chosen. */
export const checkedNames: Readonly<Record<HowChecked, Bilingual>> = {
  readBack: { zh: "已向本人宣读，本人确认无误", en: "Read back to whoever brought it, who confirmed it" },
  originalKept: { zh: "已与来信、来件原件逐项核对，原件已存", en: "Compared with the original, which is kept" },
};

/** The same as a part of a sentence. */
export const checkedPhrases: Readonly<Record<HowChecked, Bilingual>> = {
  readBack: { zh: "已向本人宣读核对", en: "read back and confirmed" },
  originalKept: { zh: "已与原件核对，原件已存", en: "compared with the original, which is kept" },
};

/** Why something was entered long after it was received. */
export const lateReasons: Readonly<Record<WhyLate, Bilingual>> = {
  underWay: { zh: "邮路、交换延误", en: "it was long under way" },
  passedOn: { zh: "先由其他单位收到，后转来", en: "another office received it first and passed it on" },
  systemDown: { zh: "系统故障期间收到，补登", en: "it came while the system was down" },
  overlooked: { zh: "收到后没有及时登记", en: "it was not entered in time" },
};

/** How a petition came, in a clause: its number elsewhere, how it was checked, and why so late. */
export const broughtWords: BilingualSentence<Brought> = {
  zh: ({ number, checked, late }) =>
    [
      ...(number === undefined ? [] : [`原编号 ${number}`]),
      checkedPhrases[checked].zh,
      ...(late === undefined ? [] : [`登记较晚：${lateReasons[late].zh}`]),
    ].join("，"),
  en: ({ number, checked, late }) =>
    [
      ...(number === undefined ? [] : [`number ${number} there`]),
      checkedPhrases[checked].en,
      ...(late === undefined ? [] : [`entered late as ${lateReasons[late].en}`]),
    ].join(", "),
};
