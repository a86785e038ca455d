import type { In } from "#case/state/case.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Letter } from "./letter.tsx";
import { PrintLetter } from "./print-letter.tsx";

type LetterToDeliverOf = {
  petition: In<"delivering">;
  requests: readonly string[];
  directory: Directory;
  lang: Lang;
};

/** 待送达的答复: the letter as its petitioner will have it, for whoever prints it and takes it to them. */
export const LetterToDeliver = ({ petition, requests, directory, lang }: LetterToDeliverOf) => (
  <section>
    <Letter
      caseId={petition.id}
      letter={petition.letter}
      requests={requests}
      on={districtDate(petition.answeredAt)}
      reviewUntil={undefined}
      directory={directory}
      lang={lang}
    />
    <PrintLetter lang={lang} />
  </section>
);
