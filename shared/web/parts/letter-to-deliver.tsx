import type { In } from "#case/state/case.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Letter } from "./letter.tsx";
import { PrintLetter } from "./print-letter.tsx";

/** A letter that its petitioner has not got yet, with the requests that it answers. */
export type UndeliveredLetter = { petition: In<"delivering">; requests: readonly string[] };
type LetterToDeliverOf = UndeliveredLetter & { lang: Lang; site: string | undefined };

/** 待送达的答复: the letter as its petitioner will have it, for whoever prints it and takes it to them. */
export const LetterToDeliver = ({ petition, requests, lang, site }: LetterToDeliverOf) => (
  <section>
    <Letter letter={petition.letter} requests={requests} reviewUntil={undefined} lang={lang} site={site} />
    <PrintLetter lang={lang} />
  </section>
);
