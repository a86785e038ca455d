import type { Corrects, Letter as LetterOfRecord, Remedy, RightOfReview } from "#case/state/facts/answer.ts";
import type { Directory } from "#directory/directory.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { lengthWords, letterDate } from "#words/dates.ts";
import { limitLine } from "#words/limit-words.ts";
import { unbroken } from "#words/phrasing.ts";
import { requestName } from "#words/requests.ts";
import { letterNumber, outcomeNames } from "#words/words.ts";
import { LetterContact } from "./letter-contact.tsx";

const say = {
  heading: { zh: "信访事项答复意见书", en: "Answer to a petition" },
  salutation: { zh: "尊敬的信访人：", en: "Dear petitioner," },
  opening: {
    zh: "您反映的事项，我单位已经办理，现答复如下。",
    en: "We have dealt with the matter that you brought to us. This is our answer.",
  },
  requests: { zh: "一、您的要求", en: "1. What you asked for" },
  facts: { zh: "二、查明的事实", en: "2. What we found" },
  rule: { zh: "三、适用的规定", en: "3. The rules that apply" },
  decision: { zh: "四、答复意见", en: "4. Our decision" },
  outcome: { zh: "结论：", en: "Conclusion: " },
  correcting: { zh: "更正说明", en: "What this letter corrects" },
  change: { zh: "更正内容：", en: "What is different: " },
  why: { zh: "更正原因：", en: "Why: " },
  review: { zh: "五、您的权利", en: "5. Your rights to a review" },
  elsewhere: { zh: "五、您的权利", en: "5. What you can do against it" },
  howElsewhere: {
    zh: "如果不同意本答复，可以通过下列途径解决：",
    en: "If you disagree with this answer, these procedures are open to you:",
  },
};

type CorrectingWords = { corrects: Corrects; number: string };

const correctingWords: BilingualSentence<CorrectingWords> = {
  zh: ({ corrects: { on, kind }, number }) =>
    `本答复意见书更正并代替本单位${letterDate(on, "zh")}作出的答复意见书（${number}）。${
      kind === "slip"
        ? "改的是笔误，申请复查的期限仍从收到原答复意见书之日起计算。"
        : "认定或者结论有变化，申请复查的期限从收到本答复意见书之日起重新计算。"
    }`,
  en: ({ corrects: { on, kind }, number }) =>
    `This letter corrects and takes the place of ours of ${letterDate(on, "en")} (${number}). ${
      kind === "slip"
        ? "It was a slip: the time for a review still runs from the day on which you received that letter."
        : "What we found or concluded has changed: the time for a review begins anew on the day on which you receive this letter."
    }`,
};

const colon = { zh: "：", en: ": " };

const whereWords: BilingualSentence<RightOfReview> = {
  zh: ({ body }) => `地址：${body.address.zh}，电话：${unbroken(body.phone)}。`,
  en: ({ body }) => `Address: ${body.address.en}; phone: ${unbroken(body.phone)}.`,
};

type Right = { right: RightOfReview; until: DistrictDate | undefined };

const rightOfReview: BilingualSentence<Right> = {
  zh: ({ right, until }) =>
    `如果不同意本答复，您可以自收到之日起 ${lengthWords(right, "zh")}内${
      until === undefined ? "" : `（最迟${letterDate(until, "zh")}，含当日）`
    }向${right.body.name.zh}申请复查（${right.article.zh}）。${whereWords.zh(right)}`,
  en: ({ right, until }) =>
    `If you disagree, you may ask ${right.body.name.en} for a review within ${lengthWords(right, "en")} of receiving this letter${
      until === undefined ? "" : `, by ${letterDate(until, "en")}`
    } (${right.article.en}). ${whereWords.en(right)}`,
};

const rightOfReReview: BilingualSentence<RightOfReview> = {
  zh: (right) =>
    `对复查意见仍不服的，可以自收到复查意见之日起 ${lengthWords(right, "zh")}内向${right.body.name.zh}申请复核（${right.article.zh}）。${whereWords.zh(right)}`,
  en: (right) =>
    `If you disagree with the review too, you may ask ${right.body.name.en} for a re-review within ${lengthWords(right, "en")} of receiving it (${right.article.en}). ${whereWords.en(right)}`,
};

const promiseWords: BilingualSentence<DistrictDate> = {
  zh: (day) =>
    `以上承诺的事，最迟${letterDate(day, "zh")}（含当日）办到。到时候会请您确认是否办到；没有办到的，重新办理。`,
  en: (day) =>
    `What is promised above will be done by ${letterDate(day, "en")}. You will then be asked whether it is; if not, the matter is taken up anew.`,
};

type LetterShown = {
  caseId: string;
  letter: LetterOfRecord;
  /** What was asked for, by number. */
  requests: readonly string[];
  on: DistrictDate;
  reviewUntil: DistrictDate | undefined;
  directory: Directory;
  lang: Lang;
  /** Where several letters stand on one page. */
  id?: string;
};

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n+/)
      .filter((line) => line.trim() !== "")
      .map((line) => (
        <p key={line}>{line.trim()}</p>
      ))}
  </>
);

/** What there is against the answer; a suggestion has nothing to contest. */
const Rights = ({ remedy, until, lang }: { remedy: Remedy; until: DistrictDate | undefined; lang: Lang }) => {
  if (remedy.kind === "none") return null;
  if (remedy.kind === "review") {
    return (
      <>
        <h3>{say.review[lang]}</h3>
        <p>{rightOfReview[lang]({ right: remedy.review, until })}</p>
        <p>{rightOfReReview[lang](remedy.reReview)}</p>
      </>
    );
  }
  return (
    <>
      <h3>{say.elsewhere[lang]}</h3>
      <p>{say.howElsewhere[lang]}</p>
      {remedy.limits.map((limit) => (
        <p key={limit.id}>{limitLine(limit, lang)}</p>
      ))}
    </>
  );
};

/** Which letter of its case it is, from 1. */
const lettersUpTo = ({ corrects }: LetterOfRecord): number => (corrects?.n ?? 0) + 1;

/** 答复意见书: the answer as a letter that one could frame. */
export const Letter = ({ caseId, letter, requests, on, reviewUntil, directory, lang, id = "letter" }: LetterShown) => (
  <article class="letter" id={id} aria-labelledby={`${id}-title`}>
    <header>
      <p class="issuer">{letter.issued.by.name[lang]}</p>
      <h2 id={`${id}-title`}>{say.heading[lang]}</h2>
      <p class="letter-number">{letterNumber(caseId, directory, lettersUpTo(letter))}</p>
    </header>
    <p class="salutation">{say.salutation[lang]}</p>
    <p>{say.opening[lang]}</p>
    {letter.corrects !== undefined && (
      <>
        <h3>{say.correcting[lang]}</h3>
        <p>
          {correctingWords[lang]({
            corrects: letter.corrects,
            number: letterNumber(caseId, directory, letter.corrects.n),
          })}
        </p>
        <Paragraphs text={`${say.change[lang]}${letter.corrects.change}`} />
        <Paragraphs text={`${say.why[lang]}${letter.corrects.reason}`} />
      </>
    )}
    <h3>{say.requests[lang]}</h3>
    {requests.map((request, at) => (
      <Paragraphs
        text={requests.length > 1 ? `${requestName(at + 1)[lang]}${colon[lang]}${request}` : request}
        key={request}
      />
    ))}
    <h3>{say.facts[lang]}</h3>
    <Paragraphs text={letter.facts} />
    <h3>{say.rule[lang]}</h3>
    <Paragraphs text={letter.rule} />
    <h3>{say.decision[lang]}</h3>
    {letter.findings.map(({ outcome, decision }, at) => (
      <div key={decision}>
        {letter.findings.length > 1 && <h4>{requestName(at + 1)[lang]}</h4>}
        <Paragraphs text={decision} />
        <p>
          {say.outcome[lang]}
          <strong>{outcomeNames[outcome][lang]}</strong>
        </p>
      </div>
    ))}
    {letter.promisedFor !== undefined && <p>{promiseWords[lang](letter.promisedFor)}</p>}
    <Rights remedy={letter.issued.remedy} until={reviewUntil} lang={lang} />
    <footer>
      <p class="seal">{letter.issued.by.name[lang]}</p>
      <p>
        <time dateTime={on}>{letterDate(on, lang)}</time>
      </p>
    </footer>
    <LetterContact issued={letter.issued} lang={lang} />
  </article>
);
