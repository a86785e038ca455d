import { type FieldProblem, problemsOf } from "#case/forms/form-text.ts";
import type { Act, Typed } from "./act.ts";

/** Acts of one kind of person, by name. */
type Acts<Rows> = { readonly [N in keyof Rows]: Pick<Act, "form" | "together"> };

/** The fields of all forms of a set of acts. */
type FieldOf<Rows extends Acts<Rows>> = { [N in keyof Rows]: keyof Typed<Rows>[N] }[keyof Rows] & string;

/** Each act of a set with what was typed for it. The names double as the forms' `command` field. */
export type CommandsOf<Rows extends Acts<Rows>> = { [N in keyof Rows]: { command: N } & Typed<Rows>[N] };

/** An act, or what is wrong with each field of its form; `broken` when the form itself is not one of ours. */
type ReadAct<Rows extends Acts<Rows>> =
  | { act: CommandsOf<Rows>[keyof Rows] }
  | { problems: Partial<Record<FieldOf<Rows>, FieldProblem>>; broken: boolean };

/** Problems of some fields, by the names that a form has for them. */
const among = <Field extends string>(
  fields: readonly Field[],
  problems: Partial<Record<string, FieldProblem>>,
): Partial<Record<Field, FieldProblem>> => {
  const found: Partial<Record<Field, FieldProblem>> = {};
  for (const field of fields) {
    const what = problems[field];
    if (what !== undefined) found[field] = what;
  }
  return found;
};

/** What the forms of a set of acts, or of some of it, are called, what they hold, and how they are read. */
export const formsOf = <Rows extends Acts<Rows>>(rows: Partial<Rows>) => {
  type Name = keyof Rows & string;
  type Field = FieldOf<Rows>;
  type Command = CommandsOf<Rows>[keyof Rows];

  const isName = (name: string | undefined): name is Name => name !== undefined && Object.hasOwn(rows, name);
  const names: readonly Name[] = Object.keys(rows).filter(isName);

  const shapeOf = (name: Name): string[] => Object.keys(rows[name]?.form.shape ?? {});
  const isField = (field: string): field is Field => names.some((name) => shapeOf(name).includes(field));
  const fieldsOf = (name: Name): Field[] => shapeOf(name).filter(isField);

  /** Whether what was read by the form of the act that it names is that act: the form has left its fields and no other. */
  const isCommand = (read: { command: Name }): read is { command: Name } & Command =>
    Object.keys(read).every((field) => field === "command" || shapeOf(read.command).includes(field));

  return {
    /** Whether a text names an act of the set. */
    isName,
    /** The names in the order of the list. */
    names,
    /** The fields of an act's form, in their order. */
    fieldsOf,
    /** The fields of all forms, each once. */
    fields: [...new Set(names.flatMap(fieldsOf))],
    /** Reads an act's form as typed. Names every field with a problem, each with its first one. */
    read: ({ command, ...typed }: Record<string, string>): ReadAct<Rows> => {
      const row = isName(command) ? rows[command] : undefined;
      if (!isName(command) || row === undefined) return { problems: {}, broken: true };
      const { form, together } = row;
      const { success, data, error } = form.safeParse(typed);
      const jointly = among(fieldsOf(command), together(typed));
      if (!success || Object.keys(jointly).length > 0) {
        const { problems, broken } = success ? { problems: {}, broken: false } : problemsOf(error, fieldsOf(command));
        return { problems: { ...jointly, ...problems }, broken };
      }
      const act = { ...data, command };
      return isCommand(act) ? { act } : { problems: {}, broken: true };
    },
  };
};
