import type { WithdrawalLetter } from "#case/state/facts/withdrawal.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { letterDate } from "#words/dates.ts";

const say = {
  withdrawn: { zh: "一、撤回", en: "1. Withdrawn" },
  ended: { zh: "二、结果", en: "2. What follows" },
  over: {
    zh: "这件事项到此结束，不再办理，各项期限不再计算。撤回不表示诉求有理或者无理。",
    en: "The matter is over: nobody works on it, and no time limit runs. It says nothing about whether you were right.",
  },
  again: { zh: "三、以后仍要反映", en: "3. Raising the matter again" },
  file: {
    zh: "可以重新提交，不受这次撤回的影响，期限从头计算。",
    en: "You may file it again; this withdrawal does not count against you, and the time limits start afresh.",
  },
  pressed: { zh: "四、有人要您撤回的", en: "4. If somebody pressed you" },
  yours: {
    zh: "是否撤回由您自己决定，任何人不得强迫。有人要您撤回的，或者不是您本人撤回的，请拨打下面的电话告诉我们。",
    en: "Whether to withdraw is for you alone to decide, and nobody may press you. If somebody did, or it was not you who withdrew, call one of the numbers below.",
  },
} satisfies Record<string, Record<Lang, string>>;

const withdrawnWords: BilingualSentence<WithdrawalLetter> = {
  zh: ({ withdrawnOn, signedOn, undoneUntil, article }) => {
    const day = letterDate(withdrawnOn, "zh");
    const came =
      signedOn === undefined ? `您于${day}撤回` : `您${letterDate(signedOn, "zh")}签名的书面撤回，信访局于${day}登记`;
    return `${came}，到${letterDate(undoneUntil, "zh")}没有恢复办理，现予确认。依据：${article.zh}。`;
  },
  en: ({ withdrawnOn, signedOn, undoneUntil, article }) => {
    const day = letterDate(withdrawnOn, "en");
    const came =
      signedOn === undefined
        ? `You withdrew it on ${day}`
        : `The petition office recorded on ${day} the withdrawal that you signed on ${letterDate(signedOn, "en")}`;
    return `${came}, and it had not been undone by ${letterDate(undoneUntil, "en")}; we confirm it. Basis: ${article.en}.`;
  },
};

/** 撤回确认书: since when, what follows, and that the matter may be raised again. */
export const WithdrawalBody = ({ letter, lang }: { letter: WithdrawalLetter; lang: Lang }) => (
  <>
    <h3>{say.withdrawn[lang]}</h3>
    <p>{withdrawnWords[lang](letter)}</p>
    <h3>{say.ended[lang]}</h3>
    <p>{say.over[lang]}</p>
    <h3>{say.again[lang]}</h3>
    <p>{say.file[lang]}</p>
    <h3>{say.pressed[lang]}</h3>
    <p>{say.yours[lang]}</p>
  </>
);
