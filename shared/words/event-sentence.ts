import type { Repeated } from "#case/account/repeats.ts";
import type { CaseEvent, Fact } from "#case/state/event.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { capitalised } from "#words/phrasing.ts";
import type { Audience, Told } from "./acts/matter-words.ts";
import { againWords } from "./again-words.ts";
import type { Whereabouts } from "./level-words.ts";

/** Picks the sentence of a fact's type; a union type would lose the tie between sentence and fact. */
const say = <T extends Fact["type"]>(type: T, told: Told<T>, { sentences }: Audience, lang: Lang): string =>
  sentences[type][lang](told);

/**
 * One event of a case as a plain sentence. Petitioners read units and never a member of staff's name;
 * the office reads names. Reasons and terms written by people are quoted as they stand. `today` is the reader's day:
 * days of another year are said with their year.
 */
export const eventSentence = (
  event: Pick<CaseEvent, "caseId" | "by" | "fact">,
  where: Whereabouts,
  lang: Lang,
  audience: Audience,
  today: DistrictDate,
): string => {
  const number = caseNumber(event.caseId, where.directory);
  const told = { fact: event.fact, by: event.by, number, today, ...where };
  return say(event.fact.type, told, audience, lang);
};

/** An entry as sentences: the event, then how often it came again. */
export const entrySentence = (
  entry: Repeated,
  where: Whereabouts,
  lang: Lang,
  audience: Audience,
  today: DistrictDate,
): string => {
  const sentence = eventSentence(entry.event, where, lang, audience, today);
  const again = againWords(entry, lang, today);
  return again === "" ? sentence : { zh: `${sentence}${again}。`, en: `${sentence} ${capitalised(again)}.` }[lang];
};
