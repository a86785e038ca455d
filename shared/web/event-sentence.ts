import type { CaseEvent, Fact } from "#case/event.ts";
import type { Directory } from "#directory/directory.ts";
import type { Sentences, Told } from "./event-words.ts";
import type { Lang } from "./lang.ts";
import { petitionerSentences } from "./petitioner-sentences.ts";
import { staffSentences } from "./staff-sentences.ts";
import { caseNumber } from "./words.ts";

/** Who reads a sentence: petitioners are told units, never members of staff; the office is told both. */
export type Reader = "petitioner" | "staff";

/** Picks the sentence of a fact's type; a union type would lose the tie between sentence and fact. */
const say = <T extends Fact["type"]>(sentences: Sentences, type: T, told: Told<T>, lang: Lang): string =>
  sentences[type][lang](told);

/**
 * One event of a case as a plain sentence. Petitioners read units and never a member of staff's name;
 * the office reads names. Reasons and terms written by people are quoted as they stand.
 */
export const eventSentence = (
  event: Pick<CaseEvent, "caseId" | "by" | "fact">,
  directory: Directory,
  lang: Lang,
  reader: Reader,
): string => {
  const told = { fact: event.fact, by: event.by, number: caseNumber(event.caseId, directory), directory };
  const sentences = reader === "staff" ? staffSentences : petitionerSentences;
  return say(sentences, event.fact.type, told, lang);
};
