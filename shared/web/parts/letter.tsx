import type { Corrects, Letter as LetterOfRecord, Remedy, RightOfReview } from "#case/state/facts/answer.ts";
import type { Hearing } from "#case/state/facts/hearing.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { lengthWords, letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { limitLine } from "#words/limit-words.ts";
import { unbroken } from "#words/phrasing.ts";
import { requestName } from "#words/requests.ts";
import { outcomeNames } from "#words/words.ts";
import { LetterSheet } from "./letter-sheet.tsx";
import { Paragraphs } from "./paragraphs.tsx";

const say = {
  opening: {
    zh: "您反映的事项，我单位已经办理，现答复如下。",
    en: "We have dealt with the matter that you brought to us. This is our answer.",
  },
  openingToSuggestion: {
    zh: "您提出的建议，我单位已经研究，现回复如下。",
    en: "We have studied what you suggest. This is our reply.",
  },
  requests: { zh: "一、您的要求", en: "1. What you asked for" },
  facts: { zh: "二、查明的事实", en: "2. What we found" },
  rule: { zh: "三、适用的规定", en: "3. The rules that apply" },
  decision: { zh: "四、处理意见", en: "4. Our decision" },
  performed: { zh: "四、履职情况", en: "4. What we have done" },
  adopted: { zh: "四、采纳情况", en: "4. What becomes of it" },
  outcome: { zh: "结论：", en: "Conclusion: " },
  differs: { zh: "与被复查撤销的答复的不同：", en: "What differs from the answer that was revoked: " },
  promises: { zh: "我们承诺：", en: "We promise:" },
  promisesMean: {
    zh: "每一件办到后，请您确认。没有按期办到的，由该单位负责人负责，信访局督办，您不用重新提交诉求；在此以前，事项不办结。",
    en: "You are asked to confirm each once it is done. What is late is for the head of that unit, and the petition office sees to it: you need not file again, and the case stays open.",
  },
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

/** What a correction does to the time in which its petitioner may contest it. */
const contestedFrom: Record<Remedy["kind"], Record<Corrects["kind"], Bilingual>> = {
  review: {
    slip: {
      zh: "改的是笔误，申请复查的期限仍从收到原来的答复之日起计算。",
      en: "It was a slip: the time for a review still runs from the day on which you received that letter.",
    },
    finding: {
      zh: "认定或者结论有变化，申请复查的期限从收到本答复之日起重新计算。",
      en: "What we found or concluded has changed: the time for a review begins anew on the day on which you receive this letter.",
    },
  },
  elsewhere: {
    slip: { zh: "改的是笔误，认定和结论没有变。", en: "It was a slip: what we found and concluded stays." },
    finding: {
      zh: "认定或者结论有变化，以本答复为准；可以选择的途径和期限见后。",
      en: "What we found or concluded has changed: this answer counts, and what you can do against it stands below.",
    },
  },
  none: {
    slip: { zh: "改的是笔误，结论没有变。", en: "It was a slip: what we concluded stays." },
    finding: {
      zh: "认定或者结论有变化，以本回复为准。",
      en: "What we found or concluded has changed: this reply counts.",
    },
  },
};

type Correcting = Corrects & { remedy: Remedy };
const correctingWords: BilingualSentence<Correcting> = {
  zh: ({ on, kind, number, remedy }) =>
    `本答复更正并代替本单位${letterDate(on, "zh")}作出的答复（${number}）。${contestedFrom[remedy.kind][kind].zh}`,
  en: ({ on, kind, number, remedy }) =>
    `This letter corrects and takes the place of ours of ${letterDate(on, "en")} (${number}). ${contestedFrom[remedy.kind][kind].en}`,
};

/** How an answer opens, and what its fourth part is called, by what there is against it. */
const partsOf = {
  review: { opening: say.opening, decision: say.decision },
  elsewhere: { opening: say.opening, decision: say.performed },
  none: { opening: say.openingToSuggestion, decision: say.adopted },
} satisfies Record<Remedy["kind"], Record<string, Bilingual>>;

/** 听取陈述: how the petitioner was heard, before what was said. */
const heardWords: Record<Hearing["how"], Bilingual> = {
  heard: { zh: "，我单位听取了您的陈述：", en: ": we heard what you had to say. " },
  declined: {
    zh: "，我单位联系了您，您表示不另作陈述：",
    en: ": we reached you, and you did not want to add anything. ",
  },
  notReached: { zh: "，经多次联系，没有联系上您：", en: ": we tried several times to reach you, in vain. " },
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

export type LetterShown = {
  letter: LetterOfRecord;
  /** What was asked for, by number. */
  requests: readonly string[];
  reviewUntil: DistrictDate | undefined;
  lang: Lang;
  /** The address of the pages; none while it is only looked at, and has no code yet. */
  site?: string | undefined;
  /** Where several letters stand on one page. */
  id?: string;
  /** The name of whom it is written to, where its reader may know it. */
  to?: string | undefined;
};

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

/** 处理意见书、履职答复、建议回复: the answer as a letter that one could frame. */
export const Letter = ({ letter, requests, reviewUntil, lang, site, id = "letter", to }: LetterShown) => (
  <LetterSheet letter={letter} id={id} to={to} heading={letterNames[letter.kind][lang]} site={site} lang={lang}>
    <p>{partsOf[letter.remedy.kind].opening[lang]}</p>
    {letter.kind === "correction" && (
      <>
        <h3>{say.correcting[lang]}</h3>
        <p>{correctingWords[lang]({ ...letter.corrects, remedy: letter.remedy })}</p>
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
    {letter.heard !== undefined && (
      <Paragraphs
        text={`${letterDate(letter.heard.on, lang)}${heardWords[letter.heard.how][lang]}${letter.heard.said}`}
      />
    )}
    <Paragraphs text={letter.facts} />
    <h3>{say.rule[lang]}</h3>
    <Paragraphs text={letter.rule} />
    {letter.differs !== undefined && <Paragraphs text={`${say.differs[lang]}${letter.differs}`} />}
    <h3>{partsOf[letter.remedy.kind].decision[lang]}</h3>
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
    {letter.promises !== undefined && (
      <>
        <p>{say.promises[lang]}</p>
        <ol>
          {letter.promises.map(({ promise, name, until }) => (
            <li key={promise}>
              {name[lang]}
              {{ zh: `，${letterDate(until, "zh")}（含当日）以前：`, en: `, by ${letterDate(until, "en")}: ` }[lang]}
              <span class="own-words">{promise}</span>
            </li>
          ))}
        </ol>
        <p>{say.promisesMean[lang]}</p>
      </>
    )}
    <Rights remedy={letter.remedy} until={reviewUntil} lang={lang} />
  </LetterSheet>
);
