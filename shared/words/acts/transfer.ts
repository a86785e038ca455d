import type { StaffField } from "#case/acts/staff-acts.ts";
import type { transferActs } from "#case/acts/transfer.ts";
import type { FactOf } from "#case/state/event.ts";
import type { transferFacts } from "#case/state/facts/transfer.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, lengthWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { missedWords } from "#words/reminding-words.ts";
import { unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, EndingsOf, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 转送: what was done, in a word or two. */
export const transferDeeds = {
  transferred: { zh: "转送", en: "transferred" },
  transferReceived: { zh: "转送回执", en: "received by the other body" },
  transferSilent: { zh: "转送没有回执", en: "no word from the other body" },
} satisfies Deeds<typeof transferFacts>;

/** 转送: its acts, as staff choose them. */
export const transferActWords = {
  transfer: {
    button: { zh: "转送其他机关", en: "Transfer to another body" },
    effect: {
      zh: ({ directory }) =>
        `出具转送告知书，信访人会看到转到哪里、电话和接下来怎么办。在对方回执登记以前仍由您负责；${lengthWords(directory.policy.clocks.transfer, "zh")}内没有回执的，由您催问。材料由本局另行转送，不从本系统发出。`,
      en: ({ directory }) =>
        `The petitioner gets a notice with the body, its phone and what comes next. It stays yours until that body's receipt is recorded; without one after ${lengthWords(directory.policy.clocks.transfer, "en")}, you ask for it. The papers are sent by the office and not by this system.`,
    },
  },
  recordReceipt: {
    button: { zh: "登记对方回执", en: "Record the other body's receipt" },
    effect: {
      zh: () => "对方已经收到，此件在本系统办结。信访人会看到收到的日期和对方的编号，留了邮箱的会收到邮件。",
      en: () =>
        "They have it, and the case ends here. The petitioner sees the day and the reference, by email too if they left an address.",
    },
  },
} satisfies ActsOf<typeof transferActs>;

/** To which body it goes and why, to petitioners, after whoever sends it there. */
export const sentToPetitioners = ({ letter, explanation }: SentElsewhere): Bilingual => ({
  zh: `把您反映的事项转送${letter.body.name.zh}。${withoutStop(explanation)}。对方回执登记以前，仍由${letter.by.name.zh}负责。`,
  en: `transferred your matter to ${letter.body.name.en}. ${withoutStop(explanation)}. Until their receipt is recorded, ${letter.by.name.en} answers for it.`,
});

/** The same, to the office. */
export const sentToOffice = ({ letter, explanation }: SentElsewhere): Bilingual => ({
  zh: `转送${letter.body.name.zh}。说明：${withoutStop(explanation)}。`,
  en: `transferred it to ${letter.body.name.en}. Explanation: ${withoutStop(explanation)}.`,
});
type SentElsewhere = Pick<FactOf<"transferred">, "letter" | "explanation">;

/** 转送: what petitioners read about each fact. */
export const transferToPetitioners = {
  transferred: {
    zh: ({ fact, directory }) => `${unitName(directory, directory.district.bureau, "zh")}${sentToPetitioners(fact).zh}`,
    en: ({ fact, directory }) =>
      `${unitName(directory, directory.district.bureau, "en")} ${sentToPetitioners(fact).en}`,
  },
  transferReceived: {
    zh: ({ fact, today }) => `对方已于${dateWords(fact.on, "zh", today)}收到：${withoutStop(fact.reference)}。`,
    en: ({ fact, today }) =>
      `The other body received it on ${dateWords(fact.on, "en", today)}: ${withoutStop(fact.reference)}.`,
  },
  transferSilent: {
    zh: ({ fact, today }) => `到${dateWords(fact.lastDay, "zh", today)}还没有对方的回执，信访局正在催问。`,
    en: ({ fact, today }) =>
      `By ${dateWords(fact.lastDay, "en", today)} the other body had not said that it has it; the petition office is asking.`,
  },
} satisfies Sentences<typeof transferFacts>;

/** 转送: what the office reads about each fact. */
export const transferToOffice = {
  transferred: {
    zh: (told) => `${doer(told, "zh")}${sentToOffice(told.fact).zh}`,
    en: (told) => capitalised(`${doer(told, "en")} ${sentToOffice(told.fact).en}`),
  },
  transferReceived: {
    zh: (told) =>
      `${doer(told, "zh")}登记对方回执：${dateWords(told.fact.on, "zh", told.today)}收到，${withoutStop(told.fact.reference)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} recorded the receipt of ${dateWords(told.fact.on, "en", told.today)}: ${withoutStop(told.fact.reference)}.`,
      ),
  },
  transferSilent: {
    zh: ({ fact, today }) => `到${dateWords(fact.lastDay, "zh", today)}没有对方回执，请催问。`,
    en: ({ fact, today }) => `No receipt by ${dateWords(fact.lastDay, "en", today)}; please ask for it.`,
  },
} satisfies Sentences<typeof transferFacts>;

/** 转送: what lists of clocks say of each fact. */
export const transferOnClocks = {
  transferred: "never",
  transferReceived: "never",
  transferSilent: {
    came: "deed",
    also: missedWords,
    because: () => ({ zh: "没有对方回执", en: "no receipt had come" }),
  },
} satisfies ClockLines<typeof transferFacts>;

/** 转送: how a case ends by it. */
export const transferEndings = {
  transferred: {
    name: { zh: "已转送其他机关", en: "With another body" },
    says: ({ body }) => ({
      zh: `已由${body.name.zh}收到，今后由其办理。地址：${body.address.zh}，电话：${body.phone}。${body.next.zh}`,
      en: `${body.name.en} has it and deals with it from now on. Address: ${body.address.en}; phone: ${body.phone}. ${body.next.en}`,
    }),
  },
} satisfies EndingsOf;

/** 转送: why no body is meant. */
export const bodyRefusals = {
  unknownBody: { zh: "请从列表里选择转送的机关", en: "Please choose the body from the list" },
} satisfies RefusalsOf;

/** 转送: why something is refused. */
export const transferRefusals = {
  accusationElsewhere: {
    zh: "检举控告只能转送有权处理的机关，请另选",
    en: "A report of misconduct goes only to a body that may look into it; please choose another",
  },
  accusationStays: {
    zh: "检举控告应当转送有权处理的机关，不能受理、导入或者不予受理",
    en: "A report of misconduct is transferred to whoever may look into it, and decided here in no other way",
  },
  receiptDateImpossible: {
    zh: "收到的日期应在转送之日以后、今天以前（含当日），这次没有登记",
    en: "The day lies between the transfer and today, both included; nothing was recorded",
  },
} satisfies RefusalsOf;

/** 转送: the field for the body, whoever chooses it. */
export const bodyField = {
  body: {
    name: { zh: "转送的机关", en: "The body" },
    missing: { zh: "请选择转送的机关", en: "Choose the body that has it" },
  },
} satisfies FieldsOf<StaffField>;

/** 转送: the fields of the office's forms. */
export const transferFields = {
  reference: {
    name: { zh: "对方编号或者经办人", en: "Their reference" },
    missing: { zh: "请写明对方的编号，或者由谁确认", en: "Write their reference, or who confirmed it" },
  },
} satisfies FieldsOf<StaffField>;
