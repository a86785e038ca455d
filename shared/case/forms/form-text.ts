import * as z from "zod";

/** What can be wrong with a field of a form. The words for it are with the pages. */
export const FieldProblem = z.enum([
  "missing",
  "tooLong",
  "controlCharacters",
  "markup",
  "unknown",
  "notAPhone",
  "notAnEmail",
  "notADate",
  "notANumber",
]);
export type FieldProblem = z.infer<typeof FieldProblem>;

/** Makes a schema report a problem by its name, and stop there: one problem for each field. */
export const problem = (error: FieldProblem) => ({ error, abort: true });

// Control characters other than line breaks and tabs, and those that turn the direction of text around.
const controls = /[\p{Cc}--[\n\t]]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/v;
const markup = /<[a-z!/?][^>]*>/i;

/** Plain text of at most `limit` characters (code points), trimmed. */
export const text = (limit: number) =>
  z
    .string(problem("missing"))
    .transform((typed) => typed.trim())
    .refine((typed) => typed !== "", problem("missing"))
    .refine((typed) => [...typed].length <= limit, problem("tooLong"))
    .refine((typed) => !controls.test(typed), problem("controlCharacters"))
    .refine((typed) => !markup.test(typed), problem("markup"));

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
