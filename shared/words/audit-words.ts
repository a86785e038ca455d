import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { numberOf } from "#ground/ids.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import type { EntryKind, Finding, Wrong } from "#record/finding.ts";
import { momentWords } from "./dates.ts";

const entries: Record<EntryKind, (number: number | undefined) => Bilingual> = {
  event: (n) => (n === undefined ? { zh: "事件", en: "an event" } : { zh: `第 ${n} 条事件`, en: `event ${n}` }),
  look: (n) => (n === undefined ? { zh: "身份查看记录", en: "a look" } : { zh: `第 ${n} 次身份查看`, en: `look ${n}` }),
  state: () => ({ zh: "事项状态", en: "the state of the case" }),
  looks: () => ({ zh: "身份查看的计数", en: "the count of the looks" }),
  text: () => ({ zh: "办理中写下的一段文字", en: "a text written on the case" }),
  filing: () => ({ zh: "信访人提交的内容", en: "what the petitioner filed" }),
  anchor: (n) => ({ zh: `第 ${n} 份存证`, en: `anchor ${n}` }),
};

const wrongs: Record<Wrong, Bilingual> = {
  missing: { zh: "缺失", en: "is missing" },
  surplus: { zh: "是多出来的，记录中没有它的位置", en: "is one too many: nothing in the record accounts for it" },
  misplaced: { zh: "不在原位，这里放着另一条的内容", en: "has been replaced by the content of another" },
  changed: { zh: "被改动过，内容与其哈希不符", en: "was changed: its content does not match its hash" },
  unchained: {
    zh: "与前一条不衔接，两条之中有一条被改动过",
    en: "does not follow from the one before it: one of the two was changed",
  },
  early: { zh: "的时间早于前一条", en: "is dated before the one that it follows" },
  unreadable: { zh: "格式不符，无法读取", en: "does not have the form in which it is stored" },
  otherNumber: { zh: "所记的条数与实有的不符", en: "counts fewer entries than there are" },
  otherHash: { zh: "所记的哈希与最新一条不符", en: "names another hash than the newest entry has" },
  differs: { zh: "与逐条事件推算的结果不一致", en: "is not what the events come to" },
  notAsAnchored: { zh: "在存证之后被改动过", en: "was changed after it was anchored" },
  unanchored: {
    zh: "早于最近的存证，却不在任何一份存证中，可能是事后补入的",
    en: "is older than the newest anchor and in none: it may have been added afterwards",
  },
};

/** Names the first bad entry: which case, what of it, under which key, and what is wrong with it. */
export const findingWords = ({ of, entry, number, key, wrong, field, anchor }: Finding, lang: Lang): string => {
  const what = entries[entry](number)[lang];
  const place = `${key.pk} / ${key.sk}`;
  const more = [
    ...(field === undefined ? [] : [{ zh: `字段 ${field}`, en: `field ${field}` }[lang]]),
    ...(anchor === undefined ? [] : [{ zh: `依据第 ${anchor} 份存证`, en: `by anchor ${anchor}` }[lang]]),
  ];
  const whose = of === undefined || of === "" ? "" : { zh: `${numberOf(of)}：`, en: `${numberOf(of)}: ` }[lang];
  const said = {
    zh: `${whose}${what}${wrongs[wrong].zh}${more.length > 0 ? `（${more.join("，")}）` : ""}。`,
    en: `${whose}${what} ${wrongs[wrong].en}${more.length > 0 ? ` (${more.join(", ")})` : ""}.`,
  }[lang];
  return `${said} [${place}]`;
};

/** Says by which anchors a record was proved. */
export const anchorsWords = (
  newest: { n: number; at: Instant } | undefined,
  lang: Lang,
  today: DistrictDate,
): string => {
  if (newest === undefined) {
    return {
      zh: "还没有存证：只核对了记录本身，整条改写或者整段删除无法发现。",
      en: "There is no anchor yet: the record was compared with itself only, and a chain written anew would not show.",
    }[lang];
  }
  const at = momentWords(newest.at, lang, today);
  return {
    zh: `存证 ${newest.n} 份，最近一份：${at}。`,
    en: `${newest.n} ${newest.n === 1 ? "anchor" : "anchors"}, the newest of ${at}.`,
  }[lang];
};

/** What an audit went through, and how many of it were not as they were written. */
export type Audited = { cases: number; events: number; looks: number; texts: number; later: number; found: number };

/** Sums an audit up: what was checked, and what was found. */
export const auditedWords = ({ cases, events, looks, texts, later, found }: Audited, lang: Lang): string =>
  ({
    zh: `已核对 ${cases} 件事项：${events} 条事件（哈希、次序、编号、时间、推算出的状态）、${looks} 次身份查看、${texts} 段文字是否齐全；其中 ${later} 条事件晚于最近一次存证。${found === 0 ? "没有发现问题。" : `发现问题 ${found} 处，每件只列第一处。`}`,
    en: `Checked ${cases} ${cases === 1 ? "case" : "cases"}: ${events} events (hash, order, number, date, the state that they come to), ${looks} looks, and that ${texts} texts are there; ${later} events are newer than the last anchor of their case. ${found === 0 ? "Nothing is wrong." : `Found ${found}; of each case the first is named.`}`,
  })[lang];
