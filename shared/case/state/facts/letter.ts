import * as z from "zod";
import { PeriodClock } from "#clock/clock.ts";
import { PublicOffice, Unit } from "#directory/directory.ts";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";

/**
 * 文书: the kinds of letters. A kind is here once something issues it.
 * Source: 《信访工作条例》 Art. 23 (told in writing), 31–34.
 */
export const LetterKind = z.enum([
  "receipt",
  "notAccepted",
  "guidance",
  "transfer",
  "extension",
  "sentOn",
  "answer",
  "dutyAnswer",
  "suggestionAnswer",
  "correction",
  "agreement",
  "withdrawal",
  "material",
  "recusal",
  "minutes",
  "supervision",
  "reviewAccepted",
  "reviewRefused",
  "review",
]);
export type LetterKind = z.infer<typeof LetterKind>;

/** The character by which the numbers of a kind are known, which is the district's own choice: 受 in 安和信〔2026〕0123号-受1. */
export const letterMarks = {
  receipt: "受",
  notAccepted: "不",
  guidance: "导",
  transfer: "转",
  extension: "延",
  sentOn: "移",
  answer: "答",
  dutyAnswer: "职",
  suggestionAnswer: "建",
  correction: "更",
  agreement: "和",
  withdrawal: "撤",
  material: "补",
  recusal: "避",
  minutes: "商",
  supervision: "督",
  reviewAccepted: "查",
  reviewRefused: "拒",
  review: "复",
} as const satisfies Record<LetterKind, string>;

const numberForm = /^.+〔\d{4}〕\d{4,10}号-\p{L}[1-9]\d*$/u;

/** `安和信〔2026〕0123号-受1`: the case's number as it is printed, the kind's character, and which of its kind it is. */
export const LetterNumber = z.string().regex(numberForm);
export type LetterNumber = z.infer<typeof LetterNumber>;

/** A unit as a letter names it. */
export const UnitNamed = Unit.pick({ name: true, address: true, phone: true });
export type UnitNamed = z.infer<typeof UnitNamed>;

/** A last day, how it is counted, and the article that says so. */
export const LegalDay = PeriodClock.pick({ lastDay: true, days: true, dayType: true, article: true });
export type LegalDay = z.infer<typeof LegalDay>;

/**
 * What every letter says, whatever its kind: it stays so, whatever a later directory says. Its heading follows from its kind;
 * how to follow the matter and how the paper is checked are printed on all of them alike.
 */
export const letterParts = <K extends LetterKind>(kind: K) => ({
  kind: z.literal(kind),
  number: LetterNumber,
  /** 发文日期. */
  on: DistrictDate,
  /** 收件人: whose name is sealed and is printed where it may be read. */
  to: z.literal("petitioner"),
  /** 事由: the matter in one line, as its category was named. */
  matter: Bilingual,
  /** 发文单位: who issues it, and whose seal it carries. */
  by: UnitNamed,
  /** Whom to ask besides: the district's office. */
  office: PublicOffice.pick({ name: true, address: true, phone: true }),
  /** SHA-256 of the case's id and all other parts, in hex. What people wrote is in it by the names of the texts, which are hashes too. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
