import type { reviewRequests } from "#case/acts/review-request.ts";
import { reviewingUnit } from "#case/state/reviewers.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { unitName } from "#words/words.ts";
import { ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "申请复查", en: "Ask for a review" },
  send: { zh: "申请复查", en: "Ask for a review" },
} satisfies Record<string, Record<Lang, string>>;

const examinedBy: BilingualSentence<string> = {
  zh: (unit) => `由${unit}复查，经手过的人员都不参加。`,
  en: (unit) => `${unit} examines it, without anybody who has had a part in the case.`,
};

/** Who reviews it, and who does not. */
export const ExaminedBy = ({ petition, directory, lang }: PanelDrawn) => {
  const unit = petition.status === "window" ? reviewingUnit(petition, directory) : undefined;
  return unit === undefined ? null : <p>{examinedBy[lang](unitName(directory, unit, lang))}</p>;
};

const Asking = (drawn: PanelDrawn) => (
  <section class="panel no-print" id="ask-review" aria-labelledby="ask-review-title">
    <h2 id="ask-review-title">{say.title[drawn.lang]}</h2>
    <ExaminedBy {...drawn} />
    <ChooseForm {...drawn} command="askReview" button={say.send[drawn.lang]} outline />
  </section>
);

/** 申请复查: the petitioner's way to it. */
export const reviewRequestPanels: PanelsOf<typeof reviewRequests> = {
  askReview: { place: "possible", draw: (drawn) => <Asking {...drawn} /> },
};
