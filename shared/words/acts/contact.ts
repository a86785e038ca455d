import type { contactCorrections } from "#case/acts/contact.ts";
import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { ContactPart, contactFacts } from "#case/state/facts/contact.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { ClockLines, Deeds, FieldsOf, Notices, Sentences } from "./matter-words.ts";

const parts: Record<ContactPart, Bilingual> = {
  phone: { zh: "电话", en: "phone number" },
  email: { zh: "电子邮箱", en: "email address" },
  address: { zh: "收信地址", en: "postal address" },
};
const partsSaid = (corrected: readonly ContactPart[], lang: Lang): string =>
  new Intl.ListFormat({ zh: "zh-CN", en: "en-GB" }[lang]).format(corrected.map((part) => parts[part][lang]));

/** 更正联系方式: what was done, in a word or two. */
export const contactDeeds = {
  contactCorrected: { zh: "更正联系方式", en: "contact data corrected" },
} satisfies Deeds<typeof contactFacts>;

/** 更正联系方式: what petitioners read about each fact. */
export const contactToPetitioners = {
  contactCorrected: {
    zh: ({ fact }) => `您更正了${partsSaid(fact.corrected, "zh")}。`,
    en: ({ fact }) => `You corrected your ${partsSaid(fact.corrected, "en")}.`,
  },
} satisfies Sentences<typeof contactFacts>;

/** 更正联系方式: what the office reads about each fact. */
export const contactToOffice = {
  contactCorrected: {
    zh: ({ fact }) => `信访人更正了${partsSaid(fact.corrected, "zh")}，请按新的联系。`,
    en: ({ fact }) => `The petitioner corrected their ${partsSaid(fact.corrected, "en")}; please use the new one.`,
  },
} satisfies Sentences<typeof contactFacts>;

/** 更正联系方式: what lists of clocks say of each fact. */
export const contactOnClocks = {
  contactCorrected: "never",
} satisfies ClockLines<typeof contactFacts>;

/** 更正联系方式: what the petitioner's act has brought about. */
export const contactNotices = {
  correctContact: {
    zh: "联系方式已经更正，承办单位看到的是新的。改了电话的，以后查询请用新的号码（自定了号码的，仍用自定的）；换了邮箱的，请打开新邮箱里的邮件点“确认邮箱”。",
    en: "Your contact data are corrected, and the unit in charge sees the new ones. If you changed your phone number, use the new one with your code from now on (a number of your own stays). If you changed your email address, open the email there and press “Confirm this address”.",
  },
} satisfies Notices<typeof contactCorrections>;

/** 更正联系方式: the fields of the form. */
export const contactFields = {
  phone: {
    name: { zh: "新的电话号码", en: "The new phone number" },
    missing: {
      zh: "请填写要改的电话、邮箱或者收信地址；不用改的，请返回",
      en: "Enter the phone number, the email address or the postal address that you want to correct, or go back",
    },
  },
  email: {
    name: { zh: "新的电子邮箱", en: "The new email address" },
    missing: { zh: "请填写新的电子邮箱，或者留空", en: "Enter the new email address, or leave this empty" },
  },
  address: {
    name: { zh: "新的收信地址", en: "The new postal address" },
    missing: { zh: "请填写新的收信地址，或者留空", en: "Enter the new postal address, or leave this empty" },
  },
  dropEmail: {
    name: { zh: "不再用邮箱", en: "No more email" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
  },
} satisfies FieldsOf<PetitionerField>;
