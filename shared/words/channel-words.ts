import type { Brought, Channel, CheckedHow, WhyLate } from "#case/state/facts/registration.ts";
import type { Bilingual, BilingualSentence } from "#ground/bilingual.ts";
import { letterDate } from "./dates.ts";

/** 来件渠道: how a petition came. */
export const channelNames: Readonly<Record<Channel, Bilingual>> = {
  window: { zh: "窗口", en: "at a window" },
  visit: { zh: "来访、接访", en: "at a visit or a reception" },
  telephone: { zh: "电话", en: "by telephone" },
  letter: { zh: "来信", en: "by letter" },
  mailbox: { zh: "领导信箱", en: "to a leader’s mailbox" },
  hotline: { zh: "12345 工单", en: "by a sheet of the 12345 hotline" },
  higherBody: { zh: "上级交办、转送", en: "from a higher body" },
};

/** 核对: how it was made sure, as it is chosen. */
export const checkedNames: Readonly<Record<CheckedHow["how"], Bilingual>> = {
  readBack: { zh: "已向本人宣读，本人确认无误", en: "Read back to whoever brought it, who confirmed it" },
  scanned: {
    zh: "已与来信、来件原件逐项核对，原件已扫描存档",
    en: "Compared with the original, which is scanned and kept",
  },
};

/** The same as a part of a sentence, with the number of the scan. */
const checkedPhrases: BilingualSentence<CheckedHow> = {
  zh: ({ how, scan }) =>
    [
      { readBack: "已向本人宣读核对", scanned: "已与原件核对" }[how],
      ...(scan === undefined ? [] : [`扫描件编号 ${scan}`]),
    ].join("，"),
  en: ({ how, scan }) =>
    [
      { readBack: "read back and confirmed", scanned: "compared with the original" }[how],
      ...(scan === undefined ? [] : [`scan ${scan}`]),
    ].join(", "),
};

/** Why something was entered long after it was received. */
export const lateReasons: Readonly<Record<WhyLate, Bilingual>> = {
  underWay: { zh: "邮路、交换延误", en: "it was long under way" },
  passedOn: { zh: "先由其他单位收到，后转来", en: "another office received it first and passed it on" },
  systemDown: { zh: "系统故障期间收到，补登", en: "it came while the system was down" },
  overlooked: { zh: "收到后没有及时登记", en: "it was not entered in time" },
};

/** How a petition came, in a clause: the way, its number elsewhere, until when that body waits for a report, how it was checked, and why so late. */
export const broughtWords: BilingualSentence<Brought> = {
  zh: ({ channel, number, reportBy, checked, late }) =>
    [
      channelNames[channel].zh,
      ...(number === undefined ? [] : [`原编号 ${number}`]),
      ...(reportBy === undefined ? [] : [`对方要求反馈的最后一天是${letterDate(reportBy, "zh")}`]),
      checkedPhrases.zh(checked),
      ...(late === undefined ? [] : [`登记较晚：${lateReasons[late].zh}`]),
    ].join("，"),
  en: ({ channel, number, reportBy, checked, late }) =>
    [
      channelNames[channel].en,
      ...(number === undefined ? [] : [`number ${number} there`]),
      ...(reportBy === undefined ? [] : [`to be reported on there by ${letterDate(reportBy, "en")}`]),
      checkedPhrases.en(checked),
      ...(late === undefined ? [] : [`entered late as ${lateReasons[late].en}`]),
    ].join(", "),
};
