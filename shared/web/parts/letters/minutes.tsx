import type { MinutesLetter } from "#case/state/facts/meeting.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import { LetterSheet } from "#web/parts/letter-sheet.tsx";
import { letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";

const say = {
  to: { zh: "发至：", en: "To: " },
  question: { zh: "一、会商的问题", en: "1. The question" },
  who: { zh: "二、时间和参加单位", en: "2. When, and who took part" },
  discussed: { zh: "三、商量的内容", en: "3. What was said" },
  decided: { zh: "四、决定事项", en: "4. What was decided" },
  nothing: {
    zh: "没有形成要由某个单位办理的事项，由承办单位继续办理。",
    en: "Nothing that a unit has to do; the unit in charge goes on with the matter.",
  },
  clocks: {
    zh: "承办单位不变，本环节期限和法定期限照常计算。到期没有报告办好的，记录在案，转该单位负责人。本纪要只发有关单位，不发信访人；办理结果写入处理意见书。",
    en: "The unit in charge stays the same, and so does every time limit. What is not reported as done by its day goes on record and passes to the head of that unit. These minutes go to the units and not to the petitioner, who is told of the outcome in the answer.",
  },
} satisfies Record<string, Record<Lang, string>>;

const listed = (units: readonly Bilingual[], lang: Lang): string =>
  units.map((name) => name[lang]).join({ zh: "、", en: ", " }[lang]);

const met: BilingualSentence<MinutesLetter> = {
  zh: ({ by, metOn, present, convened }) => {
    const absent = convened.filter(({ zh }) => present.every((one) => one.zh !== zh));
    return `${letterDate(metOn, "zh")}，${by.name.zh}召集，${listed(present, "zh")}到会。${
      absent.length === 0 ? "" : `${listed(absent, "zh")}没有到会。`
    }`;
  },
  en: ({ by, metOn, present, convened }) => {
    const absent = convened.filter(({ zh }) => present.every((one) => one.zh !== zh));
    return `Called by ${by.name.en} for ${letterDate(metOn, "en")}. Present: ${listed(present, "en")}.${
      absent.length === 0 ? "" : ` Absent: ${listed(absent, "en")}.`
    }`;
  },
};

const task: BilingualSentence<MinutesLetter["decisions"][number]> = {
  zh: ({ unit, wantedBy }) => `${unit.zh}，最迟${letterDate(wantedBy, "zh")}（含当日）：`,
  en: ({ unit, wantedBy }) => `${unit.en}, by ${letterDate(wantedBy, "en")} at the latest: `,
};

type MinutesDrawn = { letter: MinutesLetter; id: string; lang: Lang; site?: string | undefined };

/** 会商纪要: the question, who took part, what was said, and what each unit does by when. */
export const Minutes = ({ letter, id, lang, site }: MinutesDrawn) => (
  <LetterSheet letter={letter} id={id} heading={letterNames.minutes[lang]} isTo={false} site={site} lang={lang}>
    <p>
      {say.to[lang]}
      {listed(letter.convened, lang)}
    </p>
    <h3>{say.question[lang]}</h3>
    <p class="own-words">{letter.question}</p>
    <h3>{say.who[lang]}</h3>
    <p>{met[lang](letter)}</p>
    <h3>{say.discussed[lang]}</h3>
    <p class="own-words">{letter.discussed}</p>
    <h3>{say.decided[lang]}</h3>
    {letter.decisions.length === 0 ? (
      <p>{say.nothing[lang]}</p>
    ) : (
      <ol>
        {letter.decisions.map((decision) => (
          <li key={decision.task}>
            {task[lang](decision)}
            <span class="own-words">{decision.task}</span>
          </li>
        ))}
      </ol>
    )}
    <p>{say.clocks[lang]}</p>
  </LetterSheet>
);
