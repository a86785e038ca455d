import type { reconsiderationRequests } from "#case/acts/reconsideration.ts";
import type { reconsiderationActs } from "#case/acts/reconsideration-decision.ts";
import type { Lang } from "#ground/bilingual.ts";
import { lengthWords } from "#words/dates.ts";
import { explanationSeen } from "./explanation.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf, ReasonField } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "认为应当受理？", en: "Should it have been accepted?" },
  check: { zh: "请核对：要求重新审查", en: "Please check: you ask to look again" },
  reason: { zh: "为什么应当受理", en: "Why it should be accepted" },
  send: { zh: "要求重新审查", en: "Ask to look again" },
} satisfies Record<string, Record<Lang, string>>;

/** Who looks again, how long they have, and that it can be asked once. */
const Means = ({ directory, lang }: PanelDrawn) => {
  const { accept } = directory.policy.clocks;
  return (
    <p>
      {
        {
          zh: `可以请信访局负责人重新审查一次，原决定人不参加，${lengthWords(accept, "zh")}内书面告诉您结果。其他法定途径的期限不会因此延长。`,
          en: `You can ask once that the head of the petition office looks again, without whoever decided before. Within ${lengthWords(accept, "en")} you are told the result in writing. No other time limit waits for it.`,
        }[lang]
      }
    </p>
  );
};

const Asking = (drawn: PanelDrawn) => (
  <section class="panel no-print" id="reconsideration" aria-labelledby="reconsideration-title">
    <h2 id="reconsideration-title">{say.title[drawn.lang]}</h2>
    <Means {...drawn} />
    <ChooseForm {...drawn} command="askReconsideration" button={say.send[drawn.lang]} outline />
  </section>
);

/** 重新审查: the petitioner's way to it. */
export const reconsiderationPanels: PanelsOf<typeof reconsiderationRequests> = {
  askReconsideration: { place: "possible", draw: (drawn) => <Asking {...drawn} /> },
};

/** 重新审查: why it should be accepted, before it is sent. */
export const reconsiderationChecks: ChecksOf<typeof reconsiderationRequests> = {
  askReconsideration: {
    title: say.check,
    button: say.send,
    draw: (drawn) => <Means {...drawn} />,
    fields: (drawn) => <ReasonField {...drawn} command="askReconsideration" label={say.reason[drawn.lang]} />,
  },
};

/** 重新审查: the form of whoever decides. */
export const reconsiderationForms: FormsOf<typeof reconsiderationActs> = {
  upholdRefusal: { explanation: explanationSeen },
};
