import * as z from "zod";
import { aboutNoPersonIn, chosen, day, FieldProblem, text, textOrNone } from "#case/forms/form-text.ts";
import type { Directory } from "#directory/directory.ts";
import { UnitId } from "#ground/ids.ts";

/** What is typed into a field, as a form or a command sends it. */
export type TypedText = string | undefined;

/** How a field is asked for on a page: by which control, within which bounds. */
type FieldControl =
  | { readonly is: "choice"; readonly words: readonly string[] }
  | { readonly is: "unit" }
  | { readonly is: "day" }
  | { readonly is: "text"; readonly most: number; readonly optional?: true };

/**
 * A field of a register: of a matter, or a unit. `open` stands in the record as it is; `sealed` is what somebody wrote in
 * their own words, which lies sealed beside the record, and of which that holds the name.
 */
export type Field<Holds extends "matter" | "unit" = "matter" | "unit"> = {
  readonly holds: Holds;
  readonly kept: "open" | "sealed";
  readonly control: FieldControl;
  readonly form: z.ZodType<TypedText, TypedText>;
};
/** The fields of a register, or of a form, by their names. */
export type EntryFields = Readonly<Record<string, Field>>;

/**
 * Somebody, by name or number. A register is no list of people: this is no `Field`, and is written down nowhere but among
 * the parties of an entry, sealed.
 */
export type PersonField = {
  readonly holds: "person";
  readonly kept: "sealed";
  readonly form: z.ZodType<TypedText, TypedText>;
};

/** One of a list of words. */
export const oneOf = (words: readonly [string, ...string[]]): Field<"matter"> => ({
  holds: "matter",
  kept: "open",
  control: { is: "choice", words },
  form: chosen.pipe(z.enum(words, "unknown")),
});

/** A unit of the district; that the directory has it is proved where the form is read. */
export const unit: Field<"unit"> = { holds: "unit", kept: "open", control: { is: "unit" }, form: chosen.pipe(UnitId) };

/** A day of the calendar. */
export const onDay: Field<"matter"> = { holds: "matter", kept: "open", control: { is: "day" }, form: day };

/** A text that anybody may read, of at most `limit` characters: one with a phone or identity number in it is refused. */
export const openText = (limit: number): Field<"matter"> => ({
  holds: "matter",
  kept: "open",
  control: { is: "text", most: limit },
  form: aboutNoPersonIn(limit).pipe(text(limit)),
});

/** What somebody writes in their own words, of at most `limit` characters. */
export const sealedText = (limit: number): Field<"matter"> => ({
  holds: "matter",
  kept: "sealed",
  control: { is: "text", most: limit },
  form: text(limit),
});

/** The same, or nothing. */
export const sealedTextOrNone = (limit: number): Field<"matter"> => ({
  holds: "matter",
  kept: "sealed",
  control: { is: "text", most: limit, optional: true },
  form: textOrNone(limit),
});

/** A person's name, number or address: for the parties of an entry alone. */
export const person = (limit: number): PersonField => ({ holds: "person", kept: "sealed", form: text(limit) });

/** What is wrong with fields, by their names. */
export type Problems = Readonly<Record<string, FieldProblem>>;

/** A form that was read: what stands open in the record, and what is sealed beside it. */
export type ReadForm = { open: Readonly<Record<string, string>>; sealed: Readonly<Record<string, string>> };

/** Reads a form. Units are those of the directory in force. */
export const readForm = (
  fields: EntryFields,
  typed: Readonly<Record<string, string | undefined>>,
  { units }: Pick<Directory, "units">,
): ReadForm | { problems: Problems } => {
  const problems: Record<string, FieldProblem> = {};
  const read: { open: Record<string, string>; sealed: Record<string, string> } = { open: {}, sealed: {} };
  for (const [name, { form, kept, holds }] of Object.entries(fields)) {
    const { data, error } = form.safeParse(typed[name]);
    const isUnknown = holds === "unit" && data !== undefined && !units.some(({ id }) => id === data);
    if (error !== undefined || isUnknown) {
      problems[name] = isUnknown ? "unknown" : (FieldProblem.safeParse(error?.issues[0]?.message).data ?? "unknown");
    } else if (data !== undefined) read[kept][name] = data;
  }
  return Object.keys(problems).length > 0 ? { problems } : read;
};
