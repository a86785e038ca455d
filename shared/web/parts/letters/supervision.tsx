import type { SupervisionLetter } from "#case/state/facts/supervision.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { LetterSheet } from "#web/parts/letter-sheet.tsx";
import { supervisionGrounds, supervisionTiers } from "#words/acts/supervision.ts";
import { letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { capitalised } from "#words/phrasing.ts";

const say = {
  to: { zh: "发至：", en: "To: " },
  tier: { zh: "督办级别：", en: "Level: " },
  ground: { zh: "一、督办事由", en: "1. What was missed" },
  demand: { zh: "二、督办要求", en: "2. What is asked" },
  answer: { zh: "三、反馈期限", en: "3. By when" },
} satisfies Record<string, Record<Lang, string>>;

const day: Record<Lang, string> = { zh: "应当办结或者送达的日子：", en: "It was due on " };

const owed = ({ until, article }: SupervisionLetter): Bilingual => ({
  zh: `请最迟${letterDate(until, "zh")}（含当日）办理并书面反馈：已经做了什么，接着做什么。依据：《信访工作条例》第四十条；${article.zh}。到期没有反馈，或者反馈没有认可的，升一级督办。事项的各项期限照常计算。`,
  en: `Please act, and answer in writing by ${letterDate(until, "en")} at the latest: what was done, and what comes next (Regulations on Petition Work, Art. 40; ${article.en}). Without an answer that is enough, supervision rises a level. Every time limit of the case runs on.`,
});

/** 督办通知: what was missed, what is asked of which unit, and by when. */
export const SupervisionNotice = ({
  letter,
  id,
  lang,
  site,
}: {
  letter: SupervisionLetter;
  id: string;
  lang: Lang;
  site?: string | undefined;
}) => (
  <LetterSheet letter={letter} id={id} heading={letterNames.supervision[lang]} isTo={false} site={site} lang={lang}>
    <p>
      {say.to[lang]}
      {letter.unit[lang]}
    </p>
    <p>
      {say.tier[lang]}
      {supervisionTiers[letter.tier][lang]}
    </p>
    <h3>{say.ground[lang]}</h3>
    <p>
      {capitalised(supervisionGrounds[letter.ground][lang])}
      {{ zh: "。", en: ". " }[lang]}
      {day[lang]}
      {letterDate(letter.missedOn, lang)}
      {{ zh: "。", en: "." }[lang]}
    </p>
    <h3>{say.demand[lang]}</h3>
    <p class="own-words">{letter.demand}</p>
    <h3>{say.answer[lang]}</h3>
    <p>{owed(letter)[lang]}</p>
  </LetterSheet>
);
