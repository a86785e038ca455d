import * as z from "zod";
import { type FieldProblem, problemsOf } from "./form-text.ts";
import { personName, phone } from "./person.ts";

/** Characters of a name that somebody joins with. */
export const mostOfSignatoryName = 50;

/** 联名: what is typed by whoever joins a petition. `submission`: the id that the form was given, so that it joins once. */
const JoinForm = z.strictObject({ name: personName(mostOfSignatoryName), phone, submission: z.uuid() });
export type JoinForm = z.infer<typeof JoinForm>;

export const joinFields = ["name", "phone"] as const;
export type JoinField = (typeof joinFields)[number];

/** The form as typed, or what is wrong with each field; `broken` when the form itself is not one of ours. */
export const readJoinForm = (
  typed: Readonly<Record<string, string>>,
): { form: JoinForm } | { problems: Partial<Record<JoinField, FieldProblem>>; broken: boolean } => {
  const { success, data, error } = JoinForm.safeParse(typed);
  return success ? { form: data } : problemsOf(error, joinFields);
};
