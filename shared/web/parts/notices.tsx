import type { ComponentChildren } from "preact";
import type { NoticeLetter } from "#case/account/letters.ts";
import type { LetterOf } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import { letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { LetterSheet } from "./letter-sheet.tsx";
import { ExtensionBody } from "./letters/extension.tsx";
import { GuidanceBody } from "./letters/guidance.tsx";
import { MaterialBody } from "./letters/material.tsx";
import { NotAcceptedBody } from "./letters/not-accepted.tsx";
import { ReceiptBody } from "./letters/receipt.tsx";
import { RecusalBody } from "./letters/recusal.tsx";
import { ReviewAcceptedBody, ReviewBody, ReviewRefusedBody } from "./letters/review.tsx";
import { SentOnBody } from "./letters/sent-on.tsx";
import { TransferBody } from "./letters/transfer.tsx";
import { WithdrawalBody } from "./letters/withdrawal.tsx";
import { PrintLetter } from "./print-letter.tsx";

const say = {
  title: { zh: "告知书", en: "Notices" },
} satisfies Record<string, Record<Lang, string>>;

type Bodies = {
  readonly [K in NoticeLetter["kind"]]: (shown: { letter: LetterOf<K>; lang: Lang }) => ComponentChildren;
};

/** What a notice of each kind says. */
const bodies: Bodies = {
  receipt: ReceiptBody,
  notAccepted: NotAcceptedBody,
  guidance: GuidanceBody,
  transfer: TransferBody,
  extension: ExtensionBody,
  sentOn: SentOnBody,
  material: MaterialBody,
  withdrawal: WithdrawalBody,
  recusal: RecusalBody,
  reviewAccepted: ReviewAcceptedBody,
  reviewRefused: ReviewRefusedBody,
  review: ReviewBody,
};

/** Picks the body of a letter's kind; a union type would lose the tie between kind and body. */
const bodyOf = <K extends NoticeLetter["kind"]>(rows: Bodies, kind: K, letter: LetterOf<K>, lang: Lang) =>
  rows[kind]({ letter, lang });

type NoticeShown = {
  letter: NoticeLetter;
  id: string;
  lang: Lang;
  site?: string | undefined;
  /** The name of whom it is written to, where its reader may know it. */
  to?: string | undefined;
};

/** A notice as a paper. */
export const Notice = ({ letter, id, lang, site, to }: NoticeShown) => (
  <LetterSheet letter={letter} id={id} to={to} heading={letterNames[letter.kind][lang]} site={site} lang={lang}>
    {bodyOf(bodies, letter.kind, letter, lang)}
  </LetterSheet>
);

type NoticesShown = { letters: readonly NoticeLetter[]; lang: Lang; site: string | undefined };

/** 告知书: each notice that the petitioner has had, folded, to read again and to print. */
export const Notices = ({ letters, lang, site }: NoticesShown) => (
  <section class="panel notices" aria-labelledby="notices-title">
    <h2 id="notices-title">{say.title[lang]}</h2>
    {letters.map((letter, at) => {
      const id = `notice-${letters.length - at}`;
      return (
        <details class="paper" key={id} open={letter.kind === "review"}>
          <summary>
            <span>
              {letterNames[letter.kind][lang]}{" "}
              <small class="quiet">
                {`${letter.number} · `}
                <time dateTime={letter.on}>{letterDate(letter.on, lang)}</time>
              </small>
            </span>
          </summary>
          <Notice letter={letter} id={id} lang={lang} site={site} />
          <PrintLetter id={id} lang={lang} />
        </details>
      );
    })}
  </section>
);
