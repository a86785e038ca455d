import type { RecusalLetter } from "#case/state/facts/recusal.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { unitWithContact } from "#web/parts/unit-contact.ts";
import { recusalGrounds } from "#words/acts/recusal.ts";
import { letterDate } from "#words/dates.ts";
import { withoutStop } from "#words/phrasing.ts";

const say = {
  asked: { zh: "一、您的申请", en: "1. What you asked for" },
  decided: { zh: "二、决定", en: "2. The decision" },
  who: { zh: "三、由谁办理", en: "3. Who has the matter" },
  time: { zh: "各项期限不因此变动。", en: "No time limit has moved by this." },
  again: { zh: "四、不同意这个决定", en: "4. If you do not agree" },
  call: {
    zh: "可以拨打下面的电话说明情况；有新的理由的，可以再次申请。是否回避，不影响您对答复申请复查。",
    en: "Call one of the numbers below and say why; with another reason you may ask again. Your right to a review of the answer stays the same.",
  },
} satisfies Record<string, Record<Lang, string>>;

const askedWords: BilingualSentence<RecusalLetter> = {
  zh: ({ askedOn, whom, unit, why }) =>
    `您于${letterDate(askedOn, "zh")}申请${whom === "unit" ? unit.zh : `${unit.zh}的承办人`}回避，原因是：${recusalGrounds[why].zh}。`,
  en: ({ askedOn, whom, unit, why }) =>
    `On ${letterDate(askedOn, "en")} you asked that ${whom === "unit" ? unit.en : `the handler of ${unit.en}`} have no part in the matter: ${recusalGrounds[why].en}.`,
};

const decidedWords: BilingualSentence<RecusalLetter> = {
  zh: ({ decision, whom, decidedBy, article }) =>
    decision.is === "granted"
      ? `经${decidedBy.zh}负责人决定，同意回避：该${whom === "unit" ? "单位" : "人员"}从即日起不再查看、办理这件事项。依据：${article.zh}。`
      : `经${decidedBy.zh}负责人决定，不同意回避：${withoutStop(decision.reason)}。依据：${article.zh}。`,
  en: ({ decision, whom, decidedBy, article }) =>
    decision.is === "granted"
      ? `The head of ${decidedBy.en} has granted it: from today on that ${whom === "unit" ? "unit" : "official"} neither sees the matter nor works on it. Basis: ${article.en}.`
      : `The head of ${decidedBy.en} has refused it: ${withoutStop(decision.reason)}. Basis: ${article.en}.`,
};

const whoWords: BilingualSentence<RecusalLetter> = {
  zh: ({ responsible }) => `由${unitWithContact(responsible, "zh")}办理。`,
  en: ({ responsible }) => `${unitWithContact(responsible, "en")} has it.`,
};

/** 回避决定: what was asked for, what was decided and on what basis, and who has the matter. */
export const RecusalBody = ({ letter, lang }: { letter: RecusalLetter; lang: Lang }) => (
  <>
    <h3>{say.asked[lang]}</h3>
    <p>{askedWords[lang](letter)}</p>
    <h3>{say.decided[lang]}</h3>
    <p>{decidedWords[lang](letter)}</p>
    <h3>{say.who[lang]}</h3>
    <p>
      {whoWords[lang](letter)} {say.time[lang]}
    </p>
    <h3>{say.again[lang]}</h3>
    <p>{say.call[lang]}</p>
  </>
);
