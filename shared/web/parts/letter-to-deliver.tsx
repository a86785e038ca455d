import type { ComponentChildren } from "preact";
import type { In } from "#case/state/case.ts";
import type { Petitioner } from "#case/state/party.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { Letter } from "./letter.tsx";
import { PrintLetter } from "./print-letter.tsx";

const say = {
  to: { zh: "寄往", en: "To be posted to" },
  unnamed: { zh: "信访人（没有留姓名）", en: "The petitioner (no name was left)" },
} satisfies Record<string, Bilingual>;

/** A letter that its petitioner has not got yet, with the requests that it answers. */
export type UndeliveredLetter = { petition: In<"delivering">; requests: readonly string[] };
export type LetterToDeliverShown = UndeliveredLetter & {
  /** Whom it goes to, for whoever works on it. */
  to?: Petitioner | undefined;
  lang: Lang;
  site: string | undefined;
};

/** 邮寄: what stands on the envelope, where somebody left an address. */
const Envelope = ({ to, lang }: { to: Petitioner; lang: Lang }) =>
  to.address === undefined ? null : (
    <address class="envelope">
      <strong>{say.to[lang]}</strong>
      <br />
      {to.address}
      <br />
      {to.name ?? say.unnamed[lang]}
    </address>
  );

type PaperShown = Pick<LetterToDeliverShown, "to" | "lang"> & { children: ComponentChildren };

/** A paper that is to be delivered, with its envelope, and the way to print it. */
export const PaperToDeliver = ({ to, lang, children }: PaperShown) => (
  <section>
    {to !== undefined && <Envelope to={to} lang={lang} />}
    {children}
    <PrintLetter lang={lang} />
  </section>
);

/** 待送达的答复: the letter as its petitioner will have it, for whoever prints it and takes it to them. */
export const LetterToDeliver = ({ petition, requests, to, lang, site }: LetterToDeliverShown) => (
  <PaperToDeliver to={to} lang={lang}>
    <Letter
      letter={petition.letter}
      requests={requests}
      reviewUntil={undefined}
      lang={lang}
      site={site}
      to={to?.name}
    />
  </PaperToDeliver>
);
