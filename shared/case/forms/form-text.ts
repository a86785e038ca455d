import * as z from "zod";
import { heapsMarks, normalised } from "#ground/foreign-text.ts";
import { DistrictDate } from "#ground/instant.ts";
import { inOneLine, isSeen, withoutUnseen } from "#ground/seen-text.ts";

/** What can be wrong with a field of a form. The words for it are with the pages. */
export const FieldProblem = z.enum([
  "missing",
  "tooLong",
  "tooShort",
  "heapedMarks",
  "unknown",
  "notAPhone",
  "notOnesOwnNumber",
  "easilyGuessed",
  "notAnEmail",
  "notADate",
  "inTheFuture",
  "tooLongAgo",
  "notWithinAYear",
  "notANumber",
  "namesAPerson",
  "notBoth",
  "sameAsPetitioners",
  "namedByAgent",
  "unreachable",
  "blanksLeft",
]);
export type FieldProblem = z.infer<typeof FieldProblem>;

/** Makes a schema report a problem by its name, and stop there: one problem for each field. */
export const problem = (error: FieldProblem) => ({ error, abort: true });

/** At most `limit` characters (code points), and no heap of marks. */
const withinBounds = <S extends z.ZodType<string>>(typed: S, limit: number) =>
  typed
    .refine((text) => [...text].length <= limit, problem("tooLong"))
    .refine((text) => !heapsMarks(text), problem("heapedMarks"));

/** A text of at most `limit` characters of which something is seen, `cleaned` of what no reader sees. */
const readable = (limit: number, cleaned: (typed: string) => string) =>
  withinBounds(z.string(problem("missing")).transform(cleaned).refine(isSeen, problem("missing")), limit);

/** Text as people paste it. What looks like markup is text too: whatever shows it escapes it. */
export const text = (limit: number) => readable(limit, (typed) => withoutUnseen(typed).trim());

/** The same in one line: a name or a place, which stands in lists and in sentences. */
export const line = (limit: number) => readable(limit, inOneLine);

/** Characters (code points) of what people write on a case, by the name of the field. Whatever is named here is sealed. */
export const proseLimits = {
  explanation: 2000,
  where: 300,
  terms: 2000,
  performed: 2000,
  facts: 5000,
  rule: 2000,
  decision: 5000,
  decision2: 5000,
  decision3: 5000,
  decision4: 5000,
  decision5: 5000,
  promise: 1000,
  promise2: 1000,
  promise3: 1000,
  promise4: 1000,
  promise5: 1000,
  demand: 1000,
  feedback: 2000,
  tracking: 40,
  readOut: 2000,
  posted: 1000,
  said: 2000,
  reference: 300,
  change: 2000,
  reason: 1000,
  note: 2000,
  question: 1000,
  contribution: 5000,
  discussed: 3000,
  task: 1000,
  task2: 1000,
  task3: 1000,
  task4: 1000,
  task5: 1000,
  task6: 1000,
  task7: 1000,
  task8: 1000,
  list: 2000,
  bringTo: 500,
  help: 500,
  material: 5000,
  pressure: 2000,
  remark: 1000,
  reviewReasons: 5000,
  differently: 2000,
  differs: 2000,
};
export type ProseField = keyof typeof proseLimits;

/** A text of at most `limit` characters, or nothing. */
export const textOrNone = (limit: number) =>
  z
    .string()
    .default("")
    .transform((typed) => (isSeen(typed) ? typed : undefined))
    .pipe(text(limit).optional());

/** A text that somebody writes on a case. */
export const prose = (field: ProseField) => text(proseLimits[field]);

/** What a phrase leaves to be filled in. */
const blank = /[_＿]{2}/u;

/** A text of which nothing is left to be filled in. */
export const withoutBlanks = <S extends z.ZodType<string | undefined>>(typed: S) =>
  typed.refine((written) => written === undefined || !blank.test(written), problem("blanksLeft"));

/** Characters that a reason has at least on which others act against what was decided: one word convinces nobody. */
export const leastReasoned = 30;

/** A reason that is worked out: so many characters, blanks not counted. */
export const workedOut = (field: ProseField) =>
  prose(field).refine((typed) => [...typed.replace(/\s/gu, "")].length >= leastReasoned, problem("tooShort"));

/** A mobile phone's number, or that of an identity card, however it is grouped. */
const personalNumber = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dX])(?!\d)/i;

const withoutGroups = (typed: string): string => (normalised(typed, "NFKC") ?? typed).replace(/(?<=\d)[ -](?=\d)/g, "");

/** A text that may be left empty, and that holds no number by which somebody could be found. @param limit its characters */
export const aboutNoPersonIn = (limit: number) =>
  withinBounds(
    z
      .string()
      .default("")
      .transform((typed) => withoutUnseen(typed).trim()),
    limit,
  )
    .refine((typed) => !personalNumber.test(withoutGroups(typed)), problem("namesAPerson"))
    .transform((typed) => (isSeen(typed) ? typed : undefined));

/** The same on a case. */
export const aboutNoPerson = (field: ProseField) => aboutNoPersonIn(proseLimits[field]);

/** Something that was ticked, or not. */
export const ticked = z.enum(["yes"], problem("unknown")).optional();

/** A choice from a list. */
export const chosen = z.string(problem("missing")).refine((value) => value !== "", problem("missing"));

/** A number of whole days, full-width digits included. */
export const wholeDays = z
  .string(problem("missing"))
  .transform((typed) => (normalised(typed, "NFKC") ?? typed).trim())
  .refine((typed) => typed !== "", problem("missing"))
  .refine((typed) => /^[1-9]\d{0,3}$/.test(typed), problem("notANumber"))
  .transform(Number);

/** A day of the calendar. */
export const day = z
  .string(problem("missing"))
  .refine((typed) => typed !== "", problem("missing"))
  .refine((typed) => DistrictDate.safeParse(typed).success, problem("notADate"));

/** A day of the calendar, or nothing. */
export const dayOrNone = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .refine((typed) => typed === "" || DistrictDate.safeParse(typed).success, problem("notADate"))
  .transform((typed) => (typed === "" ? undefined : typed));

/** The first problem of each field of a form; `broken` when the form itself is not one of ours. */
export const problemsOf = <Field extends string>(
  error: z.ZodError,
  fields: readonly Field[],
): { problems: Partial<Record<Field, FieldProblem>>; broken: boolean } => {
  const problems: Partial<Record<Field, FieldProblem>> = {};
  let broken = false;
  for (const { path, message } of error.issues) {
    const field = fields.find((name) => name === path[0]);
    const what = FieldProblem.safeParse(message);
    if (field !== undefined && what.success) problems[field] ??= what.data;
    else broken = true;
  }
  return { problems, broken };
};
