import type { LetterOf } from "#case/state/event.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import { LetterSheet } from "#web/parts/letter-sheet.tsx";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
import { reviewGrounds, reviewOpinions } from "#words/acts/review.ts";
import { lengthWords, letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { unbroken, withoutStop } from "#words/phrasing.ts";

const say = {
  fresh: {
    zh: "复查由没有办理、决定、督办、协办过这件事项的人员进行，也没有代办过的人员参加。",
    en: "Nobody who examines it has handled, decided, supervised or assisted in this matter, or stood in for anybody who did.",
  },
  stands: {
    zh: "复查期间，原答复继续有效，其中承诺的事照常办理。",
    en: "Meanwhile the answer stands, and what it promised goes on.",
  },
  answerStands: { zh: "原答复有效。", en: "The answer stands." },
  request: { zh: "一、您的复查请求和理由", en: "1. What you asked to have reviewed, and why" },
  facts: { zh: "二、复查查明的事实", en: "2. What the review found" },
  rule: { zh: "三、依据", en: "3. What it rests on" },
  opinion: { zh: "四、复查意见", en: "4. The opinion" },
  redo: { zh: "五、重新办理", en: "5. How the matter goes on" },
  rights: { zh: "五、不服复查意见", en: "5. If you disagree with this opinion" },
} satisfies Record<string, Bilingual>;

type OfAnswer = Pick<LetterOf<"review">, "answer" | "answered">;
const answerWords: BilingualSentence<OfAnswer> = {
  zh: ({ answer, answered }) => `${answered.name.zh}的答复（${answer}）`,
  en: ({ answer, answered }) => `the answer of ${answered.name.en} (${answer})`,
};

const acceptedWords: BilingualSentence<LetterOf<"reviewAccepted">> = {
  zh: (letter) =>
    `您于${letterDate(letter.askedOn, "zh")}对${answerWords.zh(letter)}申请复查，本机关予以受理，最迟${letterDate(letter.decideBy.lastDay, "zh")}（含当日）书面告诉您复查意见（${letter.decideBy.article.zh}）。`,
  en: (letter) =>
    `On ${letterDate(letter.askedOn, "en")} you asked for a review of ${answerWords.en(letter)}. We have taken it up and send you our opinion in writing by ${letterDate(letter.decideBy.lastDay, "en")} (${letter.decideBy.article.en}).`,
};

/** 复查受理告知书: which answer, until when it is decided, and by whom not. */
export const ReviewAcceptedBody = ({ letter, lang }: { letter: LetterOf<"reviewAccepted">; lang: Lang }) => (
  <>
    <p>{acceptedWords[lang](letter)}</p>
    <p>{say.fresh[lang]}</p>
    <p>{say.stands[lang]}</p>
  </>
);

const refusedWords: BilingualSentence<LetterOf<"reviewRefused">> = {
  zh: (letter) =>
    `您于${letterDate(letter.askedOn, "zh")}对${answerWords.zh(letter)}申请复查，本机关不予受理：${reviewGrounds[letter.ground].zh}。理由：${withoutStop(letter.reason)}。`,
  en: (letter) =>
    `On ${letterDate(letter.askedOn, "en")} you asked for a review of ${answerWords.en(letter)}. We do not take it up, as ${reviewGrounds[letter.ground].en}: ${withoutStop(letter.reason)}.`,
};

const aboveWords: BilingualSentence<LetterOf<"reviewRefused">["above"]> = {
  zh: ({ name, address, phone }) => `不同意的，可以向上一级${name.zh}反映：${address.zh}，电话 ${unbroken(phone)}。`,
  en: ({ name, address, phone }) =>
    `If you disagree, you can turn to the body above: ${name.en}, ${address.en}, phone ${unbroken(phone)}.`,
};

/** 复查不予受理告知书: the ground, the reason, that the answer stands, and who can be asked about it. */
export const ReviewRefusedBody = ({ letter, lang }: { letter: LetterOf<"reviewRefused">; lang: Lang }) => (
  <>
    <p>{refusedWords[lang](letter)}</p>
    <p>{say.answerStands[lang]}</p>
    <p>{aboveWords[lang](letter.above)}</p>
  </>
);

const openingWords: BilingualSentence<OfAnswer> = {
  zh: (letter) => `您不服${answerWords.zh(letter)}，向本机关申请复查。经复查，意见如下。`,
  en: (letter) => `You asked us to review ${answerWords.en(letter)}. This is our opinion.`,
};

const redoWords: BilingualSentence<NonNullable<LetterOf<"review">["redo"]>> = {
  zh: ({ differently, until }) =>
    `由原来的层级另派没有办理、决定过的人员重新办理，最迟${letterDate(until, "zh")}（含当日）重新答复，并写明与原答复有什么不同；不得以同样的理由作出同样的结论。要求：${withoutStop(differently)}。`,
  en: ({ differently, until }) =>
    `The same level handles it anew, by people who neither handled nor decided it, and answers again by ${letterDate(until, "en")}, saying what is different; it may not come to the same for the same reasons. What we ask for: ${withoutStop(differently)}.`,
};

const reReviewWords: BilingualSentence<LetterOf<"review">["reReview"]> = {
  zh: ({ body, article, ...rule }) =>
    `自收到本意见书之日起 ${lengthWords(rule, "zh")}内，可以向${body.name.zh}申请复核：${body.address.zh}，电话 ${unbroken(body.phone)}（${article.zh}）。`,
  en: ({ body, article, ...rule }) =>
    `Within ${lengthWords(rule, "en")} of receiving this letter you may ask ${body.name.en} for a re-review: ${body.address.en}, phone ${unbroken(body.phone)} (${article.en}).`,
};

/** 复查意见书: what was asked, found and decided, on what basis, and how it goes on. */
export const ReviewBody = ({ letter, lang }: { letter: LetterOf<"review">; lang: Lang }) => (
  <>
    <p>{openingWords[lang](letter)}</p>
    <p>{say.fresh[lang]}</p>
    <h3>{say.request[lang]}</h3>
    <Paragraphs text={letter.reviewReasons} />
    <h3>{say.facts[lang]}</h3>
    <Paragraphs text={letter.facts} />
    <h3>{say.rule[lang]}</h3>
    <Paragraphs text={letter.rule} />
    <h3>{say.opinion[lang]}</h3>
    <p>
      <strong>{reviewOpinions[letter.opinion][lang]}</strong>
    </p>
    <Paragraphs text={letter.decision} />
    {letter.redo === undefined ? (
      <>
        <h3>{say.rights[lang]}</h3>
        <p>{reReviewWords[lang](letter.reReview)}</p>
      </>
    ) : (
      <>
        <h3>{say.redo[lang]}</h3>
        <p>{redoWords[lang](letter.redo)}</p>
      </>
    )}
  </>
);

type ReviewPaperShown = {
  letter: LetterOf<"review">;
  id?: string;
  lang: Lang;
  site: string | undefined;
  to?: string | undefined;
};

/** 复查意见书, as a paper that is to be delivered. */
export const ReviewPaper = ({ letter, id = "letter", lang, site, to }: ReviewPaperShown) => (
  <LetterSheet letter={letter} id={id} to={to} heading={letterNames.review[lang]} site={site} lang={lang}>
    <ReviewBody letter={letter} lang={lang} />
  </LetterSheet>
);
