import type { materialBringing } from "#case/acts/bringing.ts";
import type { MaterialAsked } from "#case/state/facts/material.ts";
import { isMaterialAwaited } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { KeyedButton } from "#web/parts/keyed-button.tsx";
import { Paragraphs } from "#web/parts/paragraphs.tsx";
import { dateWords, leftWords } from "#words/dates.ts";
import type { PanelDrawn, PanelsOf } from "./petitioner-panel.tsx";

const say = {
  asked: { zh: "请您补充材料", en: "You are asked for material" },
  by: { zh: "最迟", en: "By" },
  nothing: {
    zh: "不补充也不影响您的诉求，到期按现有的材料继续办理。",
    en: "Without it you lose nothing: after that day work goes on with what there is.",
  },
  bring: { zh: "去补充", en: "Add it now" },
  title: { zh: "补充材料", en: "Add something" },
  possible: {
    zh: "想起什么、又发生了什么，都可以补充；照片和 PDF 也在那里交。",
    en: "Whatever has come to mind, or happened since; photos and PDFs, too.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** By which day it is wanted, and that nothing is lost without it. */
export const BringBy = ({ wantedBy, now, lang }: Pick<MaterialAsked, "wantedBy"> & { now: Instant; lang: Lang }) => (
  <p>
    {say.by[lang]} <strong>{dateWords(wantedBy, lang, districtDate(now))}</strong>{" "}
    <span class="quiet">{leftWords(wantedBy, now, lang)}</span>
    <br />
    {say.nothing[lang]}
  </p>
);

/** Leads to the page where it is added. */
const ToMaterial = ({ keyed, button, outline }: Pick<PanelDrawn, "keyed"> & { button: string; outline?: true }) => (
  <KeyedButton to="/material" keyed={keyed} label={button} filled={!outline} />
);

const Bringing = ({ petition, keyed, now, lang }: PanelDrawn) =>
  isMaterialAwaited(petition) ? (
    <section class="panel asked no-print" id="material" aria-labelledby="material-title">
      <h2 id="material-title">{say.asked[lang]}</h2>
      <Paragraphs text={petition.material.list} />
      <BringBy {...{ now, lang }} wantedBy={petition.material.wantedBy} />
      <ToMaterial keyed={keyed} button={say.bring[lang]} />
    </section>
  ) : (
    <section class="panel no-print" id="material" aria-labelledby="material-title">
      <h2 id="material-title">{say.title[lang]}</h2>
      <p>{say.possible[lang]}</p>
      <ToMaterial keyed={keyed} button={say.title[lang]} outline />
    </section>
  );

/** 补充材料: what is asked for, or that something may be added, and the way to the page where it is. */
export const bringingPanels: PanelsOf<typeof materialBringing> = {
  addMaterial: {
    place: (petition) => (isMaterialAwaited(petition) ? "asked" : "possible"),
    draw: (drawn) => <Bringing {...drawn} />,
  },
};
