import type { In } from "#case/state/case.ts";
import type { Lang } from "#ground/bilingual.ts";
import { OtherLimits } from "./other-limits.tsx";

const say = {
  title: { zh: "为什么不予受理", en: "Why it was not accepted" },
  basis: { zh: "依据", en: "Basis" },
  explanation: { zh: "说明", en: "Explanation" },
  instead: { zh: "您可以去哪里", en: "Where you can go" },
} satisfies Record<string, Record<Lang, string>>;

/** 不予受理: the ground and what it rests on, where to go instead, and that no other time limit has waited. */
export const NotAcceptedPanel = ({ petition, lang }: { petition: In<"notAccepted">; lang: Lang }) => {
  const { ground, where, explanation, limits } = petition;
  return (
    <section class="panel" id="instead" aria-labelledby="ground-title">
      <h2 id="ground-title">{say.title[lang]}</h2>
      <p>{ground.text[lang]}</p>
      <dl class="facts">
        <div>
          <dt>{say.basis[lang]}</dt>
          <dd>{ground.article[lang]}</dd>
        </div>
        {where !== undefined && ground.shows !== undefined && (
          <div>
            <dt>{ground.shows[lang]}</dt>
            <dd class="own-words">{where}</dd>
          </div>
        )}
        <div>
          <dt>{say.explanation[lang]}</dt>
          <dd class="own-words">{explanation}</dd>
        </div>
      </dl>
      <h3>{say.instead[lang]}</h3>
      <p>{ground.instead[lang]}</p>
      <OtherLimits limits={limits} lang={lang} />
    </section>
  );
};
