import * as z from "zod";
import { Category, District, Duty, Staff, Unit } from "#directory/directory.ts";

/** The entries of one list that can be read, each with its position in the file. */
export type EntryList<T> = {
  entries: { at: number; entry: T }[];
  /** All ids of the list, of unreadable entries too; `undefined` when the list itself is missing. */
  ids: Set<string> | undefined;
  /** Whether every entry could be read. Only then does something not found mean that it is not there. */
  whole: boolean;
};

/** A directory file as far as it can be read, so that its connections can be checked beside its form. */
export type Draft = {
  district: District | undefined;
  units: EntryList<Unit>;
  staff: EntryList<Staff>;
  duties: EntryList<Duty>;
  categories: EntryList<Category>;
};

const Lists = z.object({
  district: z.unknown(),
  units: z.unknown(),
  staff: z.unknown(),
  duties: z.unknown(),
  categories: z.unknown(),
});
const WithId = z.object({ id: z.string() });

const readList = <S extends z.ZodType>(schema: S, raw: unknown): EntryList<z.infer<S>> => {
  const list = z.array(z.unknown()).safeParse(raw);
  if (!list.success) return { entries: [], ids: undefined, whole: false };
  const entries = list.data.flatMap((item, at) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [{ at, entry: parsed.data }] : [];
  });
  const ids = list.data.flatMap((item) => {
    const parsed = WithId.safeParse(item);
    return parsed.success ? [parsed.data.id] : [];
  });
  return { entries, ids: new Set(ids), whole: entries.length === list.data.length };
};

/** Reads what can be read of a directory file. */
export const draftOf = (raw: unknown): Draft => {
  const lists = Lists.partial().safeParse(raw).data ?? {};
  return {
    district: District.safeParse(lists.district).data,
    units: readList(Unit, lists.units),
    staff: readList(Staff, lists.staff),
    duties: readList(Duty, lists.duties),
    categories: readList(Category, lists.categories),
  };
};
