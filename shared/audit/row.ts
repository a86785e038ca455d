import * as z from "zod";

/** A stored row does not have the form it was written with. It is named by its key and never dropped. */
export class UnreadableRow extends Error {
  override name = "UnreadableRow";
}

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
