import * as z from "zod";

/** A stored row does not have the form it was written with. It is named by its key and never dropped. */
export class UnreadableRow extends Error {
  override name = "UnreadableRow";
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

/**
 * Reads a stored value by the schema it was written with.
 * @throws UnreadableRow naming the row's key and each field that does not fit.
 */
export const readRow = <S extends z.ZodType>(
  schema: S,
  key: { pk: string; sk: string },
  value: unknown,
): z.infer<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UnreadableRow(`${key.pk} / ${key.sk}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
};
