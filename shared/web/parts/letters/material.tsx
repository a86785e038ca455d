import type { MaterialLetter } from "#case/state/facts/material.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
import { unitWithContact } from "#web/parts/unit-contact.ts";
import { letterDate } from "#words/dates.ts";

const say = {
  opening: {
    zh: "办理您的信访事项还需要下面的材料，请您补充。",
    en: "To work on the matter that you brought to us we need what is listed here.",
  },
  list: { zh: "一、请补充的材料", en: "1. What is asked for" },
  why: { zh: "二、为什么需要", en: "2. Why" },
  when: { zh: "三、最迟什么时候、交到哪里", en: "3. By when, and where to" },
  online: {
    zh: "也可以凭查询码在办理进度页上补充，或者请代理人补充。",
    en: "You, or your agent, can also add it on the progress page, with the query code.",
  },
  help: { zh: "四、谁可以帮忙", en: "4. Who helps" },
  nothing: { zh: "五、没有材料的", en: "5. If you have it not" },
  loses: {
    zh: "不补充，不影响您的诉求：到期按现有的材料继续办理，办结以前都可以补充。机关已经有的，不用您提供。",
    en: "Whoever brings nothing loses nothing: after that day work goes on with what there is, and you can add it as long as the matter is open. What an office has already you need not bring.",
  },
} satisfies Record<string, Record<Lang, string>>;

const whenWords: BilingualSentence<MaterialLetter> = {
  zh: ({ wantedBy, article }) =>
    `最迟${letterDate(wantedBy, "zh")}（含当日）。等材料的时间不延长答复您的法定期限。依据：${article.zh}。`,
  en: ({ wantedBy, article }) =>
    `By ${letterDate(wantedBy, "en")}. The day by which the law wants you answered does not move. Basis: ${article.en}.`,
};

/** 补充材料通知: the full list, why, by which day and where to, who helps, and that nothing is lost without it. */
export const MaterialBody = ({ letter, lang }: { letter: MaterialLetter; lang: Lang }) => (
  <>
    <p>{say.opening[lang]}</p>
    <h3>{say.list[lang]}</h3>
    <Paragraphs text={letter.list} />
    <h3>{say.why[lang]}</h3>
    <Paragraphs text={letter.reason} />
    <h3>{say.when[lang]}</h3>
    <p>{whenWords[lang](letter)}</p>
    <Paragraphs text={letter.bringTo} />
    <p>{say.online[lang]}</p>
    <h3>{say.help[lang]}</h3>
    <Paragraphs text={letter.help} />
    <p>{unitWithContact(letter.responsible, lang)}</p>
    <h3>{say.nothing[lang]}</h3>
    <p>{say.loses[lang]}</p>
  </>
);
