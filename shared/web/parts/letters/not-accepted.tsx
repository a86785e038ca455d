import type { NotAcceptedLetter } from "#case/state/facts/acceptance.ts";
import type { Lang } from "#ground/bilingual.ts";
import { OtherLimits } from "#web/parts/other-limits.tsx";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
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
  ask: {
    zh: "可以向下面写明的单位当面、写信或者打电话提出，要求重新说明理由。",
    en: "Turn to the units named below in person, by letter or by phone, and ask for the reasons once more.",
  },
  others: { zh: "五、其他途径的期限", en: "5. The time limits of other bodies" },
} satisfies Record<string, Record<Lang, string>>;

/** 不予受理告知书: the ground, what it rests on, and where to go instead. */
export const NotAcceptedBody = ({ letter, lang }: { letter: NotAcceptedLetter; lang: Lang }) => {
  const { ground, where, explanation, limits } = letter;
  return (
    <>
      <p>{say.opening[lang]}</p>
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
      <p>{say.ask[lang]}</p>
      <h3>{say.others[lang]}</h3>
      <OtherLimits limits={limits} lang={lang} />
    </>
  );
};
