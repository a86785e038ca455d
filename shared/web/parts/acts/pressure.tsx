import type { pressureWords } from "#case/acts/pressure.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import { lengthWords } from "#words/dates.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "撤回不是您自己的意思？", en: "Was the withdrawal not your own wish?" },
  check: { zh: "请核对：向信访局反映撤回的情况", en: "Please check: you tell the petition office" },
  word: { zh: "谁找过您、怎么说的、什么时候", en: "Who spoke to you, when, and what they said" },
  hint: {
    zh: "只有信访局负责人看得到您写的原文，承办单位和代理人都看不到。",
    en: "Only the head of the petition office reads it; neither the unit in charge nor an agent does.",
  },
  send: { zh: "告诉信访局", en: "Tell the petition office" },
} satisfies Record<string, Record<Lang, string>>;

/** Who learns of it, what it does, and that nobody has to. */
const Means = ({ directory, lang }: PanelDrawn) => (
  <p>
    {
      {
        zh: `有人劝您、压您撤回的，可以告诉信访局负责人；不说也可以。${lengthWords(directory.policy.clocks.pressure, "zh")}内答复您，答复以前撤回不生效，您随时可以恢复办理。承办单位看不到您说了什么。`,
        en: `If somebody pressed you into it, you can tell the head of the petition office; you need not. You get an answer within ${lengthWords(directory.policy.clocks.pressure, "en")}; until then the withdrawal is not final and you can undo it. The unit in charge does not see what you say.`,
      }[lang]
    }
  </p>
);

const Telling = (drawn: PanelDrawn) => (
  <section class="panel no-print" id="pressure" aria-labelledby="pressure-title">
    <h2 id="pressure-title">{say.title[drawn.lang]}</h2>
    <Means {...drawn} />
    <ChooseForm {...drawn} command="tellPressure" button={say.send[drawn.lang]} outline />
  </section>
);

const Word = ({ lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "tellPressure" ? sent : undefined;
  return (
    <TextArea
      id="pressure"
      lang={lang}
      most={proseLimits.pressure}
      label={say.word[lang]}
      hint={say.hint[lang]}
      value={refused?.typed.pressure}
      error={refused?.errors.pressure}
      rows={5}
    />
  );
};

/** 撤回是否自愿: the petitioner's way to say so. */
export const pressurePanels: PanelsOf<typeof pressureWords> = {
  tellPressure: { place: "possible", draw: (drawn) => <Telling {...drawn} /> },
};

/** 撤回是否自愿: what happened, before it is sent. */
export const pressureChecks: ChecksOf<typeof pressureWords> = {
  tellPressure: {
    title: say.check,
    button: say.send,
    draw: (drawn) => <Means {...drawn} />,
    fields: (drawn) => <Word {...drawn} />,
  },
};
