import type { pressureWords } from "#case/acts/pressure.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { lengthWords } from "#words/dates.ts";
import { ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "撤回不是您自己的意思？", en: "Was the withdrawal not your own wish?" },
} satisfies Record<string, Record<Lang, string>>;

/** The button that leads to it, and sends it. */
export const toTheOffice: Bilingual = { zh: "告诉信访局", en: "Tell the petition office" };

/** Who learns of it, what it does, and that nobody has to. */
export const PressureMeans = ({ directory, lang }: PanelDrawn) => (
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
    <PressureMeans {...drawn} />
    <ChooseForm {...drawn} command="tellPressure" button={toTheOffice[drawn.lang]} outline />
  </section>
);

/** 撤回是否自愿: the petitioner's way to say so. */
export const pressurePanels: PanelsOf<typeof pressureWords> = {
  tellPressure: { place: "possible", draw: (drawn) => <Telling {...drawn} /> },
};
