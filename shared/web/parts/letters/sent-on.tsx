import type { SentOnLetter } from "#case/state/facts/objection.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
import { unitWithContact } from "#web/parts/unit-contact.ts";
import { letterDate } from "#words/dates.ts";

const say = {
  opening: {
    zh: "您提出的信访事项改由其他单位办理，现告知如下。",
    en: "The matter that you brought to us is another unit’s from now on, as we tell you here.",
  },
  who: { zh: "一、由谁办理", en: "1. Who has it now" },
  why: { zh: "二、为什么", en: "2. Why" },
  basis: { zh: "依据：", en: "Basis: " },
  due: { zh: "三、什么时候答复您", en: "3. When you are answered" },
  late: { zh: "四、到期没有答复怎么办", en: "4. If there is no answer by then" },
  call: {
    zh: "可以拨打承办单位或者下面的电话询问。不用重新提交，您的材料已经一并移交。",
    en: "Call the unit or one of the numbers below. You need not file again: your papers went along.",
  },
} satisfies Record<string, Record<Lang, string>>;

const whoWords: BilingualSentence<SentOnLetter> = {
  zh: ({ from, responsible }) => `由${from.name.zh}改为${unitWithContact(responsible, "zh")}办理。`,
  en: ({ from, responsible }) => `Until now ${from.name.en}; from now on ${unitWithContact(responsible, "en")}.`,
};

const dueWords: BilingualSentence<SentOnLetter> = {
  zh: ({ due }) => `最迟${letterDate(due.lastDay, "zh")}（含当日）。期限没有因为改办而延长，依据：${due.article.zh}。`,
  en: ({ due }) => `By ${letterDate(due.lastDay, "en")}. That day has not moved. Basis: ${due.article.en}.`,
};

/** 转办告知书: which unit has the matter now, why, and until when it is answered all the same. */
export const SentOnBody = ({ letter, lang }: { letter: SentOnLetter; lang: Lang }) => (
  <>
    <p>{say.opening[lang]}</p>
    <h3>{say.who[lang]}</h3>
    <p>{whoWords[lang](letter)}</p>
    <h3>{say.why[lang]}</h3>
    <Paragraphs text={letter.explanation} />
    <p>{`${say.basis[lang]}${letter.article[lang]}`}</p>
    <h3>{say.due[lang]}</h3>
    <p>{dueWords[lang](letter)}</p>
    <h3>{say.late[lang]}</h3>
    <p>{say.call[lang]}</p>
  </>
);
