import type { deliveryActs } from "#case/acts/delivery.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import type { deliveryFacts } from "#case/state/facts/delivery.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, lengthWords } from "#words/dates.ts";
import { deliveryNames } from "#words/delivery-names.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { remedyAfter } from "#words/remedy-words.ts";
import { staffName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 送达: what was done, in a word or two. */
export const deliveryDeeds = {
  delivered: { zh: "答复送达", en: "answer delivered" },
  toldByPhone: { zh: "电话告知", en: "told by telephone" },
  deliveryAsked: { zh: "请办理单位送达", en: "delivery asked for" },
  deliveryOverdue: { zh: "答复未按时送达", en: "answer not delivered in time" },
} satisfies Deeds<typeof deliveryFacts>;

/** 送达: its acts, as staff choose them. */
export const deliveryActWords = {
  recordDelivery: {
    button: { zh: "登记送达", en: "Record delivery" },
    effect: {
      zh: ({ petition, directory }) =>
        `当面送交或者邮寄以后登记，信访人会在进度页看到送达方式和日期。${remedyAfter(petition.track, directory.policy).zh}`,
      en: ({ petition, directory }) =>
        `Once it was handed over, or has arrived by post; the petitioner sees how and when on the progress page. ${remedyAfter(petition.track, directory.policy).en}`,
    },
  },
  recordPhoneCall: {
    button: { zh: "登记电话告知", en: "Record a telephone call" },
    effect: {
      zh: () => "电话里告知了答复内容。书面答复仍要送达，申请复查的期限从收到书面答复时起算。",
      en: () =>
        "The answer was read out on the telephone. The letter is still to be delivered: the time for review runs from the written answer.",
    },
  },
  recordNotice: {
    button: { zh: "登记公告送达", en: "Record a public notice" },
    effect: {
      zh: ({ directory }) =>
        `其他方式都无法送达时才用。公告满 ${lengthWords(directory.policy.clocks.notice, "zh")}视为送达，申请复查的期限从那时起算。公告上只写编号和领取办法，不写姓名和内容。`,
      en: ({ directory }) =>
        `Only when nothing else has reached the petitioner. After ${lengthWords(directory.policy.clocks.notice, "en")} the notice counts as delivery, and the time for review runs from then. It gives the number and where to collect the letter, no name and nothing of what it says.`,
    },
  },
} satisfies ActsOf<typeof deliveryActs>;

/** How the office delivered it, in a clause. */
const howWords = ({ how, tracking }: FactOf<"delivered">): Bilingual =>
  tracking === undefined
    ? deliveryNames[how]
    : { zh: `${deliveryNames[how].zh}，邮件号 ${tracking}`, en: `${deliveryNames[how].en}, number ${tracking}` };

const asked = {
  notMailed: {
    zh: "没有可以通知您的邮箱，已请办理单位把书面答复送给您。您也可以在本页打开。",
    en: "There is no confirmed address to write to, so the unit was asked to bring you the written answer. You can also open it on this page.",
  },
  unopened: {
    zh: "您还没有打开书面答复，已请办理单位送达。您也可以在本页打开。",
    en: "You have not opened the written answer yet, so the unit was asked to deliver it. You can also open it on this page.",
  },
} satisfies Record<FactOf<"deliveryAsked">["why"], Bilingual>;

const whyAsked = {
  notMailed: { zh: "没有可以通知信访人的邮箱", en: "no email tells the petitioner" },
  unopened: { zh: "信访人还没有打开答复", en: "the petitioner has not opened it" },
} satisfies Record<FactOf<"deliveryAsked">["why"], Bilingual>;

/** 送达: what petitioners read about each fact. */
export const deliveryToPetitioners = {
  delivered: {
    zh: ({ fact, today, ...told }) => {
      const day = dateWords(fact.on, "zh", today);
      if (fact.how === "opened") return `${you(told, "zh")}打开了书面答复，送达日期为${day}。`;
      if (fact.postedOn !== undefined) {
        return `书面答复用其他方式没有送达，已于${dateWords(fact.postedOn, "zh", today)}公告，${day}视为送达：${withoutStop(fact.posted ?? "")}。`;
      }
      return `办理单位登记：书面答复已于${day}送达您（${howWords(fact).zh}）。`;
    },
    en: ({ fact, today, ...told }) => {
      const day = dateWords(fact.on, "en", today);
      if (fact.how === "opened")
        return `${you(told, "en")} opened the written answer; it counts as delivered on ${day}.`;
      if (fact.postedOn !== undefined) {
        return `The written answer could not be delivered in any other way. A public notice of it was put up on ${dateWords(fact.postedOn, "en", today)}; it counts as delivered on ${day}: ${withoutStop(fact.posted ?? "")}.`;
      }
      return `The unit recorded that the answer reached you on ${day} (${howWords(fact).en}).`;
    },
  },
  toldByPhone: {
    zh: ({ fact, today }) =>
      `办理单位登记：${dateWords(fact.on, "zh", today)}在电话里向您告知了答复：${withoutStop(fact.readOut)}。书面答复还要送达您，申请复查的期限从收到书面答复时起算。`,
    en: ({ fact, today }) =>
      `The unit recorded that it told you the answer on the telephone on ${dateWords(fact.on, "en", today)}: ${withoutStop(fact.readOut)}. The letter is still to reach you; the time for review runs from then.`,
  },
  deliveryAsked: { zh: ({ fact }) => asked[fact.why].zh, en: ({ fact }) => asked[fact.why].en },
  deliveryOverdue: {
    zh: ({ fact, today }) => `书面答复到${dateWords(fact.lastDay, "zh", today)}还没有送达您，已要求答复单位尽快送达。`,
    en: ({ fact, today }) =>
      `The written answer had not reached you by ${dateWords(fact.lastDay, "en", today)}; the unit was told to deliver it.`,
  },
} satisfies Sentences<typeof deliveryFacts>;

/** 送达: what the office reads about each fact. */
export const deliveryToOffice = {
  delivered: {
    zh: (told) => {
      const { fact, today } = told;
      const day = dateWords(fact.on, "zh", today);
      if (fact.how === "opened") return `${doer(told, "zh")}${deliveryNames.opened.zh}答复，${day}送达。`;
      if (fact.postedOn !== undefined) {
        return `${doer(told, "zh")}登记公告送达：${dateWords(fact.postedOn, "zh", today)}公告，${day}视为送达。${withoutStop(fact.posted ?? "")}。`;
      }
      return `${doer(told, "zh")}登记送达：${day}，${howWords(fact).zh}。`;
    },
    en: (told) => {
      const { fact, today } = told;
      const day = dateWords(fact.on, "en", today);
      if (fact.how === "opened") {
        return capitalised(`${doer(told, "en")} opened the answer with the query code; delivered on ${day}.`);
      }
      if (fact.postedOn !== undefined) {
        return capitalised(
          `${doer(told, "en")} recorded a public notice, put up on ${dateWords(fact.postedOn, "en", today)}; it counts as delivery on ${day}. ${withoutStop(fact.posted ?? "")}.`,
        );
      }
      return capitalised(`${doer(told, "en")} recorded delivery on ${day}: ${howWords(fact).en}.`);
    },
  },
  toldByPhone: {
    zh: (told) =>
      `${doer(told, "zh")}登记电话告知：${dateWords(told.fact.on, "zh", told.today)}，告知内容：${withoutStop(told.fact.readOut)}。书面答复仍要送达。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} recorded a telephone call on ${dateWords(told.fact.on, "en", told.today)}. Read out: ${withoutStop(told.fact.readOut)}. The letter is still to be delivered.`,
      ),
  },
  deliveryAsked: {
    zh: ({ fact, directory, today }) =>
      `请${staffName(directory, fact.to, "zh")}送达书面答复，最迟${dateWords(fact.lastDay, "zh", today)}：${whyAsked[fact.why].zh}。`,
    en: ({ fact, directory, today }) =>
      `${staffName(directory, fact.to, "en")} was asked to deliver the answer by ${dateWords(fact.lastDay, "en", today)}: ${whyAsked[fact.why].en}.`,
  },
  deliveryOverdue: {
    zh: ({ fact, today }) => `答复到${dateWords(fact.lastDay, "zh", today)}还没有送达，已催办。`,
    en: ({ fact, today }) =>
      `The answer was not delivered by ${dateWords(fact.lastDay, "en", today)}; whoever has to was reminded.`,
  },
} satisfies Sentences<typeof deliveryFacts>;

/** 送达: what lists of clocks say of each fact. */
export const deliveryOnClocks = {
  delivered: "never",
  toldByPhone: "never",
  deliveryAsked: {
    came: {
      zh: ({ fact, directory }) => `信访人还没有打开，请${staffName(directory, fact.to, "zh")}送达`,
      en: ({ fact, directory }) => `not opened so far: ${staffName(directory, fact.to, "en")} was asked to deliver it`,
    },
    because: "told",
  },
  deliveryOverdue: {
    came: { zh: () => "届满没有送达，催办", en: () => "ended without delivery: whoever has to was reminded" },
    because: () => ({ zh: "到期没有送达", en: "it ended without delivery" }),
  },
} satisfies ClockLines<typeof deliveryFacts>;

/** 送达: why something is refused. */
export const deliveryRefusals = {
  deliveryDateImpossible: {
    zh: "日期应在答复之日和今天之间，请改正",
    en: "The day lies between the day of the answer and today; please correct it",
  },
  noPostalAddress: {
    zh: "信访人没有留收信地址，不能登记邮寄送达；请当面送交，或者等信访人打开",
    en: "The petitioner left no postal address, so nothing can have been posted; please hand the letter over, or wait until it is opened",
  },
  noticeTooEarly: {
    zh: "送达期限还没有过。请先当面送交或者邮寄，到期仍无法送达的，再登记公告",
    en: "There is still time to deliver it. Please hand it over or post it first; a notice can be recorded once the last day has passed",
  },
} satisfies RefusalsOf;

/** 日期: the field for the day on which something was done. */
export const dayField = {
  on: { name: { zh: "日期", en: "The day" }, missing: { zh: "请填写日期", en: "Enter the day" } },
} satisfies FieldsOf<StaffField>;

/** 送达: the fields of the office's forms. */
export const deliveryFields = {
  how: {
    name: { zh: "送达方式", en: "The way of delivery" },
    missing: { zh: "请选择送达方式", en: "Choose how it was delivered" },
  },
  tracking: {
    name: { zh: "邮件号", en: "The tracking number" },
    missing: { zh: "邮寄的，请填写邮件号", en: "For post, enter the tracking number" },
  },
  readOut: {
    name: { zh: "告知内容", en: "What was read out" },
    missing: { zh: "请写明告知了什么", en: "Write what was read out" },
  },
  posted: {
    name: { zh: "公告说明", en: "The account of the notice" },
    missing: {
      zh: "请写明公告贴在哪里，此前试过哪些送达方式",
      en: "Write where the notice was put up, and which other ways were tried",
    },
  },
} satisfies FieldsOf<StaffField>;
