import * as z from "zod";

/** A stored row does not have the form it was written with. It is named by its key and never dropped. */
export class UnreadableRow extends Error {
  override name = "UnreadableRow";
}

/**
 * A row was written by a newer build, in a form that this one does not know. What it belongs to waits for a build that
 * does; nothing is wrong with it, and nothing is counted against it.
 */
export class NewerThanThisBuild extends UnreadableRow {
  override name = "NewerThanThisBuild";
}

/** A row would be stored that its own form could not read again. Nothing is written. */
export class WouldNotReadBack extends Error {
  override name = "WouldNotReadBack";
}

/** Hears of a row that was left out of a list because it cannot be read, for the log and the alarm. */
export type LeftOut = (row: UnreadableRow) => void;

/**
 * Reads a row for a list. One that cannot be read is reported and left out, so that it hides none of the others;
 * every other error is thrown on. @returns the row in a list, or an empty list.
 */
export const orLeftOut = async <T>(read: () => Promise<T>, leftOut: LeftOut): Promise<T[]> => {
  try {
    return [await read()];
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    leftOut(error);
    return [];
  }
};

/** A copy of a value without the fields that are named below some path of it. */
const without = (value: unknown, path: readonly PropertyKey[], fields: readonly string[]): unknown => {
  const [step, ...rest] = path;
  if (Array.isArray(value)) return value.map((one, i): unknown => (i === step ? without(one, rest, fields) : one));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    step === undefined
      ? entries.filter(([field]) => !fields.includes(field))
      : entries.map(([field, one]): [string, unknown] => [field, field === step ? without(one, rest, fields) : one]),
  );
};

/**
 * Reads a value as leniently as it may be read: fields that the form does not know are dropped, wherever they stand. A
 * newer build may have written them. All else has to fit.
 */
export const leniently = <S extends z.ZodType>(form: S, value: unknown): z.ZodSafeParseResult<z.output<S>> => {
  let known = value;
  for (;;) {
    const parsed = form.safeParse(known);
    const unknownFields = parsed.error?.issues.filter((issue) => issue.code === "unrecognized_keys") ?? [];
    if (unknownFields.length === 0) return parsed;
    for (const { path, keys } of unknownFields) known = without(known, path, keys);
  }
};

/** Whether a value says of itself that it has a later form than the one that it was read by. */
const isNewer = (value: unknown, { issues }: z.ZodError): boolean => {
  const { data } = z.object({ v: z.int() }).safeParse(value);
  return (
    data !== undefined &&
    issues.some(
      (issue) =>
        issue.code === "invalid_value" &&
        issue.path.join(".") === "v" &&
        issue.values.every((known) => typeof known === "number" && known < data.v),
    )
  );
};

/**
 * Reads a stored value by the form it was written with, without the fields that the form does not know.
 * @throws UnreadableRow naming the row's key and each field that does not fit; NewerThanThisBuild when that is because
 * its `v` is later than the form's.
 */
export const readRow = <S extends z.ZodType>(form: S, key: { pk: string; sk: string }, value: unknown): z.output<S> => {
  const parsed = leniently(form, value);
  if (parsed.success) return parsed.data;
  const Unread = isNewer(value, parsed.error) ? NewerThanThisBuild : UnreadableRow;
  throw new Unread(`${key.pk} / ${key.sk}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
};
