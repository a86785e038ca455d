import type { NotAcceptedLetter } from "#case/state/facts/acceptance.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { OtherLimits } from "#web/parts/other-limits.tsx";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
import { letterDate } from "#words/dates.ts";
import { withoutStop } from "#words/phrasing.ts";

const say = {
  opening: {
    zh: "您提出的信访事项，经审查决定不予受理，现将理由和您可以走的途径告知如下。",
    en: "We have examined the petition that you filed and do not accept it. This is why, and where you can go instead.",
  },
  ground: { zh: "一、理由和依据", en: "1. The ground" },
  facts: { zh: "二、依据的事实", en: "2. The facts that it rests on" },
  instead: { zh: "三、您可以去哪里", en: "3. Where you can go" },
  again: { zh: "四、对本决定有疑问", en: "4. If you doubt this decision" },
  mayAsk: {
    zh: "认为应当受理的，可以要求信访局负责人重新审查一次，没有期限：在“查询进度”页面提出，或者请信访局窗口帮您提出。",
    en: "You can ask once, at any time, that the head of the petition office looks again: on the page “Follow a petition”, or with the help of its window.",
  },
  isLast: {
    zh: "信访局不再重新审查。您可以走上面写明的途径。",
    en: "It is not looked at once more here. The way named above stays open to you.",
  },
  others: { zh: "五、其他途径的期限", en: "5. The time limits of other bodies" },
} satisfies Record<string, Record<Lang, string>>;

const upheld: BilingualSentence<string> = {
  zh: (day) => `您${day}要求重新审查不予受理的决定。信访局负责人审查以后维持原决定，理由和您可以走的途径如下。`,
  en: (day) =>
    `On ${day} you asked to look again at the decision not to accept your petition. The head of the petition office upholds it. This is why, and where you can go instead.`,
};

/** 不予受理告知书: the ground, what it rests on, and where to go instead. */
export const NotAcceptedBody = ({ letter, lang }: { letter: NotAcceptedLetter; lang: Lang }) => {
  const { ground, where, explanation, limits, again } = letter;
  return (
    <>
      <p>{again.kind === "mayAsk" ? say.opening[lang] : upheld[lang](letterDate(again.askedOn, lang))}</p>
      <h3>{say.ground[lang]}</h3>
      <p>
        {
          {
            zh: `${withoutStop(ground.text.zh)}（${ground.article.zh}）。`,
            en: `${withoutStop(ground.text.en)} (${ground.article.en}).`,
          }[lang]
        }
      </p>
      <h3>{say.facts[lang]}</h3>
      {where !== undefined && ground.shows !== undefined && (
        <p>
          {ground.shows[lang]}
          {{ zh: "：", en: ": " }[lang]}
          {where}
        </p>
      )}
      <Paragraphs text={explanation} />
      <h3>{say.instead[lang]}</h3>
      <p>{ground.instead[lang]}</p>
      <h3>{say.again[lang]}</h3>
      <p>{(again.kind === "mayAsk" ? say.mayAsk : say.isLast)[lang]}</p>
      <h3>{say.others[lang]}</h3>
      <OtherLimits limits={limits} lang={lang} />
    </>
  );
};
