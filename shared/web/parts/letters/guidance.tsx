import type { GuidanceLetter } from "#case/state/facts/guidance.ts";
import type { Lang } from "#ground/bilingual.ts";
import { CountedLimits } from "#web/parts/counted-limits.tsx";
import { Paragraphs } from "#web/parts/paragraphs.tsx";

const say = {
  opening: {
    zh: "您提出的信访事项，应当通过下列法定途径解决，现告知如下。",
    en: "The matter that you brought to us is decided by a procedure of the law, which we tell you of here.",
  },
  route: { zh: "一、法定途径", en: "1. The procedure" },
  why: { zh: "二、为什么走这个途径", en: "2. Why this one" },
  where: { zh: "三、去哪里", en: "3. Where to go" },
  papers: { zh: "四、带什么材料", en: "4. What to bring" },
  limits: { zh: "五、期限", en: "5. Time limits" },
  help: { zh: "六、免费的帮助", en: "6. Free help" },
  aid: {
    zh: "经济困难、需要律师的，可以向法律援助机构申请法律援助，也可以拨打 12348 免费咨询。",
    en: "If you need a lawyer and cannot afford one, ask the legal aid centre; 12348 gives advice free of charge.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 导入告知书: the procedure that decides the matter, why, where, with which papers, until when, and who helps for nothing. */
export const GuidanceBody = ({ letter, lang }: { letter: GuidanceLetter; lang: Lang }) => {
  const { route, explanation, limits, on } = letter;
  return (
    <>
      <p>{say.opening[lang]}</p>
      <h3>{say.route[lang]}</h3>
      <p>{{ zh: `${route.name.zh}（${route.article.zh}）`, en: `${route.name.en} (${route.article.en})` }[lang]}</p>
      <h3>{say.why[lang]}</h3>
      <p>{route.text[lang]}</p>
      <Paragraphs text={explanation} />
      <h3>{say.where[lang]}</h3>
      <p>{route.where[lang]}</p>
      <h3>{say.papers[lang]}</h3>
      <p>{route.papers[lang]}</p>
      <h3>{say.limits[lang]}</h3>
      <CountedLimits limits={limits} on={on} lang={lang} />
      <h3>{say.help[lang]}</h3>
      <p>{say.aid[lang]}</p>
    </>
  );
};
