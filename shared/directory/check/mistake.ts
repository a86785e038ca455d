import type { Bilingual } from "#ground/bilingual.ts";

/** One mistake in a directory file: the place, as `units[3] (xihu-jiedao)`, what is wrong, and how to put it right. */
export type Mistake = { where: string; what: Bilingual; remedy: Bilingual };
