import type { ExtensionLetter } from "#case/state/facts/extension.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
import { daysWords, letterDate } from "#words/dates.ts";

const say = {
  opening: {
    zh: "您提出的信访事项情况复杂，办理期限需要延长，现告知如下。",
    en: "The matter that you brought to us is complex and needs more time, as we tell you here.",
  },
  until: { zh: "一、延长到什么时候", en: "1. Until when" },
  reason: { zh: "二、延长的原因", en: "2. Why" },
  approved: { zh: "三、谁批准的", en: "3. Who approved it" },
  late: { zh: "四、到期没有答复怎么办", en: "4. If there is no answer by then" },
  call: {
    zh: "可以拨打下面的电话询问。到期没有答复的，系统每个工作日催办，并且记录为逾期。",
    en: "Call one of the numbers below. From then on a reminder goes out on every working day, and the delay stays on record.",
  },
} satisfies Record<string, Record<Lang, string>>;

const untilWords: BilingualSentence<ExtensionLetter> = {
  zh: ({ days, answerBy, article }) =>
    `延长 ${daysWords(days, "zh")}，最迟${letterDate(answerBy, "zh")}（含当日）答复您。依据：${article.zh}。一件事项只延长一次。`,
  en: ({ days, answerBy, article }) =>
    `By ${daysWords(days, "en")}: you are answered by ${letterDate(answerBy, "en")}. Basis: ${article.en}. A matter is extended only once.`,
};

const approvedWords: BilingualSentence<ExtensionLetter> = {
  zh: ({ approvedBy }) => `${approvedBy.zh}负责人批准。`,
  en: ({ approvedBy }) => `The head of this unit: ${approvedBy.en}.`,
};

/** 延期告知书: until when, why, and who approved it. */
export const ExtensionBody = ({ letter, lang }: { letter: ExtensionLetter; lang: Lang }) => (
  <>
    <p>{say.opening[lang]}</p>
    <h3>{say.until[lang]}</h3>
    <p>{untilWords[lang](letter)}</p>
    <h3>{say.reason[lang]}</h3>
    <Paragraphs text={letter.reason} />
    <h3>{say.approved[lang]}</h3>
    <p>{approvedWords[lang](letter)}</p>
    <h3>{say.late[lang]}</h3>
    <p>{say.call[lang]}</p>
  </>
);
