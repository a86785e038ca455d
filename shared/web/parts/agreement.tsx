import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { AgreementLetter } from "#case/state/facts/settlement.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { unbroken } from "#words/phrasing.ts";
import { LetterSheet } from "./letter-sheet.tsx";

const say = {
  draft: { zh: "和解协议书（您同意后生效）", en: "Settlement agreement (in force once you agree)" },
  parties: { zh: "一、双方", en: "1. The parties" },
  petitioner: { zh: "信访人：提出本信访事项的人", en: "The petitioner: who filed this petition" },
  unit: { zh: "承办单位：", en: "The unit in charge: " },
  terms: { zh: "二、怎样解决", en: "2. What will be done" },
  performance: { zh: "三、什么时候办到", en: "3. By when" },
  rights: { zh: "四、没有办到怎么办", en: "4. If it is not done" },
  print: { zh: "打印协议", en: "Print the agreement" },
} satisfies Record<string, Record<Lang, string>>;

type Agreed = Pick<AgreementLetter, "number" | "on" | "matter" | "hash" | "takeBackUntil">;

/** 和解协议: what both sides have agreed to, in the words of the day; a proposal until the petitioner has. */
export type AgreementShown = Pick<AgreementLetter, "by" | "office" | "article" | "terms" | "promisedFor"> &
  (Agreed | { [P in keyof Agreed]?: undefined });

/** What came of an agreement, or took its place. */
const others: readonly CaseEvent["fact"]["type"][] = [
  "agreementTakenBack",
  "performanceDenied",
  "performanceUnreported",
  "settlementReopened",
];

/** The agreement that holds now, or that the case has ended with; none after it has come to nothing. */
export const agreementIn = (petition: Case, events: readonly CaseEvent[]): AgreementLetter | undefined => {
  if (isPromisedByLetter(petition)) return undefined;
  for (const { fact } of events.toReversed()) {
    if (others.includes(fact.type)) return undefined;
    if (fact.type === "settlementAgreed") return fact.letter;
  }
  return undefined;
};

const byWhen: BilingualSentence<DistrictDate> = {
  zh: (day) => `最迟${letterDate(day, "zh")}（含当日）办到。到时候会请信访人确认是否办到，确认已解决的，事项办结。`,
  en: (day) =>
    `By ${letterDate(day, "en")} at the latest. The petitioner is then asked whether it is done; once they say so, the case ends.`,
};

const otherwise: BilingualSentence<AgreementShown> = {
  zh: ({ article, takeBackUntil }) =>
    `没有办到的，事项重新办理，法定答复期限照常计算。${
      takeBackUntil === undefined ? "" : `信访人最迟${letterDate(takeBackUntil, "zh")}（含当日）可以收回同意。`
    }依据：${article.zh}。`,
  en: ({ article, takeBackUntil }) =>
    `The matter is taken up anew, and the time set by law has kept running.${
      takeBackUntil === undefined
        ? ""
        : ` The petitioner can take their agreement back until ${letterDate(takeBackUntil, "en")}.`
    } Basis: ${article.en}.`,
};

const agreedOn: BilingualSentence<DistrictDate> = {
  zh: (day) => `信访人于${letterDate(day, "zh")}凭查询码和完整号码同意。`,
  en: (day) => `Agreed to by the petitioner on ${letterDate(day, "en")}, with the query code and the whole number.`,
};

type AgreementDrawn = { shown: AgreementShown; lang: Lang; site?: string | undefined };

/** 和解协议书 (《信访工作条例》 Art. 33): the text that both sides agree to, as a paper that can be printed. */
export const Agreement = ({ shown, lang, site }: AgreementDrawn) => {
  const { by, on, terms, promisedFor } = shown;
  const contact = [by.address, by.phone === undefined ? undefined : unbroken(by.phone)].filter(
    (part) => part !== undefined,
  );
  const heading = on === undefined ? say.draft : letterNames.agreement;
  return (
    <LetterSheet letter={shown} id="agreement" heading={heading[lang]} isTo={false} follows site={site} lang={lang}>
      <h3>{say.parties[lang]}</h3>
      <p>{say.petitioner[lang]}</p>
      <p>
        {say.unit[lang]}
        {by.name[lang]}
        {contact.length > 0 && { zh: `（${contact.join("，")}）`, en: ` (${contact.join(", ")})` }[lang]}
      </p>
      <h3>{say.terms[lang]}</h3>
      <p class="own-words">{terms}</p>
      <h3>{say.performance[lang]}</h3>
      <p>{byWhen[lang](promisedFor)}</p>
      <h3>{say.rights[lang]}</h3>
      <p>{otherwise[lang](shown)}</p>
      {on !== undefined && <p>{agreedOn[lang](on)}</p>}
    </LetterSheet>
  );
};

/** Prints the agreement alone. */
export const PrintAgreement = ({ lang }: { lang: Lang }) => (
  <div class="row no-print">
    <button class="outline" type="button" data-print="agreement" data-enhanced hidden>
      {say.print[lang]}
    </button>
  </div>
);
