import type { Lang } from "#ground/bilingual.ts";
import type { Directory, Staff } from "./directory.ts";

/** The language in which a member of staff is written to: their own, or else the district's. */
export const languageOf = ({ language }: Pick<Staff, "language">, { district }: Pick<Directory, "district">): Lang =>
  language ?? district.language;
