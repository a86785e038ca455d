import type { In } from "#case/state/case.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { CountedLimits } from "./counted-limits.tsx";

const say = {
  basis: { zh: "依据", en: "Basis" },
  explanation: { zh: "说明", en: "Explanation" },
  where: { zh: "去哪里", en: "Where to go" },
  papers: { zh: "带什么材料", en: "What to bring" },
} satisfies Record<string, Record<Lang, string>>;

/** 导入告知: the procedure that decides the matter, why, where and with which papers, and until when. */
export const GuidancePanel = ({ petition, lang }: { petition: In<"guided">; lang: Lang }) => {
  const { route, explanation, limits, closedAt } = petition;
  return (
    <section class="panel" id="guidance" aria-labelledby="guidance-title">
      <h2 id="guidance-title">
        {{ zh: `请走法定途径：${route.name.zh}`, en: `The way that decides it: ${route.name.en}` }[lang]}
      </h2>
      <p>{route.text[lang]}</p>
      <dl class="facts">
        <div>
          <dt>{say.explanation[lang]}</dt>
          <dd class="own-words">{explanation}</dd>
        </div>
        <div>
          <dt>{say.where[lang]}</dt>
          <dd>{route.where[lang]}</dd>
        </div>
        <div>
          <dt>{say.papers[lang]}</dt>
          <dd>{route.papers[lang]}</dd>
        </div>
        <div>
          <dt>{say.basis[lang]}</dt>
          <dd>{route.article[lang]}</dd>
        </div>
      </dl>
      <CountedLimits limits={limits} on={districtDate(closedAt)} lang={lang} />
    </section>
  );
};
