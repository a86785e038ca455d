import { type JoinField, joinFields, mostOfSignatoryName } from "#case/forms/join-form.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual, BilingualSentence } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { jointRefusals, signatoryRefusals } from "./acts/joint.ts";
import type { FieldWords } from "./acts/matter-words.ts";
import { minuteOver } from "./dates.ts";
import { everyonesRefusals } from "./everyones-refusals.ts";
import { wordsFor } from "./field-words.ts";

/** Why a code for joining opens nothing. */
export const wrongJoinCodeWords: Bilingual = {
  zh: "联名码不对，请向提交诉求的人核对。查询码不能用来联名",
  en: "This is not a code for joining; please check it with whoever filed the petition. A query code is another thing",
};

/** Why a code for joining is not tried now. */
export const joinWaitWords: BilingualSentence<{ until: Instant; now: Instant }> = {
  zh: ({ until, now }) => `尝试次数过多，请在${minuteOver(until, now, "zh")}以后再试`,
  en: ({ until, now }) => `There were too many tries; please try again after ${minuteOver(until, now, "en")}`,
};

/** Why nobody joins now: many have from the same network. */
export const joiningWaitWords: BilingualSentence<{ until: Instant; now: Instant }> = {
  zh: ({ until, now }) =>
    `刚才从同一个网络联名的人太多。您填写的内容都在，请在${minuteOver(until, now, "zh")}以后再点“联名”`,
  en: ({ until, now }) =>
    `Many people joined from the same network just now. What you typed is kept; please press “Join” again after ${minuteOver(until, now, "en")}`,
};

/** Why a code opens nothing any more whose owner has left. */
export const leftWords: Bilingual = {
  zh: "您已经退出联名，这个查询码随即作废。诉求仍由其他人继续反映",
  en: "You have left this petition, and your code opens nothing any more. The petition goes on without you",
};

/** What comes of the word of somebody who has joined on being a contact person. */
export const stoodWords: Record<"ready" | "not" | "takesOver", Bilingual> = {
  takesOver: {
    zh: "已经记下。提交人看得到您愿意接手，由其决定是否移交；移交以后，请用您现在的查询码和号码，在“查询进度”页办理",
    en: "This is recorded. Whoever filed the petition sees that you would take it over, and decides; once it is yours, use the code and the number that you have on “Follow a petition”",
  },
  ready: {
    zh: "已经记下。提交人会看到您的姓名和电话，由他决定请谁当联系人；您随时可以改主意",
    en: "This is recorded. Whoever filed the petition sees who you are, and decides whom to take; you can change your mind at any time",
  },
  not: {
    zh: "已经记下，马上生效：您不当联系人，提交人和承办人员不再看到您的姓名和电话。您仍然是联名人",
    en: "This is recorded and counts at once: you are no contact person, and nobody sees your name and number any more. You are in the petition as before",
  },
};

/** Why the code for joining is asked for again. */
export const joiningForgottenWords: Bilingual = {
  zh: "这一页在这台设备上已经不再保留，请重新输入联名码。",
  en: "This page is no longer kept on this device; please enter the code for joining again.",
};

const refusals = { ...everyonesRefusals, ...jointRefusals, ...signatoryRefusals };
const isKnown = (refusal: Refusal): refusal is keyof typeof refusals => Object.hasOwn(refusals, refusal);

/** Why nobody could join, or leave, in words. */
export const refusedSignatory = (refusal: Refusal): Bilingual =>
  refusals[isKnown(refusal) ? refusal : "notAtThisLevel"];

const fieldWords: Record<JoinField, FieldWords> = {
  name: { name: { zh: "姓名", en: "Your name" }, missing: { zh: "请填写您的姓名", en: "Enter your name" } },
  phone: {
    name: { zh: "电话号码", en: "Your phone number" },
    missing: { zh: "请填写电话号码，也可以留空", en: "Enter your phone number, or leave it empty" },
  },
};

/** What is wrong with the fields of whoever joins, in the reader's language. */
export const joinProblemsInWords = wordsFor<JoinField>(joinFields, (field) => fieldWords[field], {
  name: mostOfSignatoryName,
});
