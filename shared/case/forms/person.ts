import * as z from "zod";
import { normalised } from "#ground/foreign-text.ts";
import { isEasilyGuessed, readOwnNumber, readPhone } from "#ground/phone.ts";
import { isSeen, withoutUnseen } from "#ground/seen-text.ts";
import { type FieldProblem, line, problem } from "./form-text.ts";

/** Dots between the parts of a name, as keyboards have them, with the blank that a line may have beside them: 买买提·艾合买提 is written with the first one (GB/T 15834). */
const middleDots = / ?[\u00B7\u2022\u2027\u2219\u22C5\u2E31\u30FB\uFF65] ?/gu;
/** A full stop stands for it where it follows a Chinese character and another comes behind. */
const fullStop = /(?<=\p{scx=Han}) ?[.\uFF0E] ?(?=\p{scx=Han})/gu;

/** A name as its owner writes it, in any script and of any length up to `limit`; dots between its parts are one kind. */
export const personName = (limit: number) =>
  line(limit).transform((name) => name.replaceAll(middleDots, "·").replaceAll(fullStop, "·"));

/** A field that may be left empty. What is in it is `read`, or `wrong`. */
const emptyOr = (read: (typed: string) => string | undefined, wrong: FieldProblem) =>
  z
    .string()
    .transform((typed) => (isSeen(typed) ? (read(typed) ?? null) : undefined))
    .refine((found) => found !== null, problem(wrong))
    .transform((found) => found ?? undefined);

const anyPhone = emptyOr(readPhone, "notAPhone");
/** A phone number, as it is kept. */
export const phone = anyPhone.optional();

/** The same where it cannot be left out. */
export const neededPhone = z.string(problem("missing")).refine(isSeen, problem("missing")).pipe(anyPhone);

/** The number that somebody without a phone of their own chooses to be asked for in its place. */
export const ownNumber = emptyOr(readOwnNumber, "notOnesOwnNumber")
  .refine((number) => number === undefined || !isEasilyGuessed(number), problem("easilyGuessed"))
  .optional();

const EmailAddress = z.email().max(254);

/** The address in what somebody typed or pasted: `王某 <wang@example.cn>`, `mailto:` in front, a full stop behind. */
const readEmail = (typed: string): string | undefined => {
  const words = (normalised(withoutUnseen(typed), "NFKC") ?? "").split(/[\s<>()[\]"':;,、。]+/);
  const [found, ...others] = words.filter((word) => word.includes("@")).map((word) => word.replace(/\.$/, ""));
  return found !== undefined && others.length === 0 && EmailAddress.safeParse(found).success ? found : undefined;
};

/** An e-mail address. */
export const email = emptyOr(readEmail, "notAnEmail").optional();

/** Characters (code points) that a postal address may have. */
export const mostOfAddress = 200;

/** 住址: where post reaches somebody, in one line, or nothing. */
export const postalAddress = z
  .string()
  .default("")
  .transform((typed) => (isSeen(typed) ? typed : undefined))
  .pipe(line(mostOfAddress).optional());
