import type { ReceiptLetter } from "#case/state/facts/acceptance.ts";
import { letterNames } from "#words/letter-names.ts";
import { LetterSheet } from "./letter-sheet.tsx";
import { ReceiptBody } from "./letters/receipt.tsx";
import type { View } from "./view.ts";

/** 接收（受理）告知书 as a paper, which a counter prints beside the receipt. */
export const ReceiptNotice = ({ letter, view: { lang, site } }: { letter: ReceiptLetter; view: View }) => (
  <LetterSheet letter={letter} id="notice" heading={letterNames.receipt[lang]} site={site} lang={lang}>
    <ReceiptBody letter={letter} lang={lang} />
  </LetterSheet>
);
