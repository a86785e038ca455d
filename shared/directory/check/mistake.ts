import type { Bilingual } from "#ground/bilingual.ts";

/** The way to something in a file: field names and positions in lists, from the top. */
export type Path = readonly (string | number)[];

/** A place in a file: the way to it, and in words, as `units[3] (xihu-jiedao) name.en`. */
export type FilePlace = { path: Path; where: string };

/** One mistake in a file: the place, what is wrong, and how to put it right. */
export type Mistake = FilePlace & { what: Bilingual; remedy: Bilingual };

/** A place by the way to it. @param named the id of the first list entry on the way. */
export const placeAt = (path: Path, named?: string): FilePlace => {
  const entry = path.findIndex((key) => typeof key === "number");
  const words = path.map((key, at) => {
    if (typeof key !== "number") return at === 0 || (at === entry + 1 && named !== undefined) ? key : `.${key}`;
    return at === entry && named !== undefined ? `[${key}] (${named}) ` : `[${key}]`;
  });
  return { path, where: words.join("").trim() || "file" };
};
