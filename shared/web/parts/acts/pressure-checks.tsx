import type { pressureWords } from "#case/acts/pressure.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { ChecksOf, PanelDrawn } from "./petitioner-panel.tsx";
import { PressureMeans, toTheOffice } from "./pressure.tsx";

const say = {
  check: { zh: "请核对：向信访局反映撤回的情况", en: "Please check: you tell the petition office" },
  word: { zh: "谁找过您、怎么说的、什么时候", en: "Who spoke to you, when, and what they said" },
  hint: {
    zh: "只有信访局负责人看得到您写的原文，承办单位和代理人都看不到。",
    en: "Only the head of the petition office reads it; neither the unit in charge nor an agent does.",
  },
} satisfies Record<string, Record<Lang, string>>;

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

/** 撤回是否自愿: what happened, before it is sent. */
export const pressureChecks: ChecksOf<typeof pressureWords> = {
  tellPressure: {
    title: say.check,
    button: toTheOffice,
    draw: (drawn) => <PressureMeans {...drawn} />,
    fields: (drawn) => <Word {...drawn} />,
  },
};
