import type { Bilingual } from "#ground/bilingual.ts";

/** 诉求: what the request of a number is called, from 1. */
export const requestName = (n: number): Bilingual => ({
  zh: `要求${["一", "二", "三", "四", "五"][n - 1] ?? n}`,
  en: `Request ${n}`,
});
