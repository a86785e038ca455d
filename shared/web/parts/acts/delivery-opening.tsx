import type { answerOpenings } from "#case/acts/delivery-opening.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ActForm, type ChecksOf, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  ready: { zh: "书面答复已经作出", en: "Your answer is ready" },
  means: {
    zh: "打开答复就是送达：从今天起计算申请复查的期限。处理意见书全文和最晚的日期，打开后都在本页上。",
    en: "To open it is its delivery: the time in which you can ask for a review runs from today. The whole letter, and the last day, are then on this page.",
  },
  open: { zh: "打开答复", en: "Open the answer" },
} satisfies Record<string, Record<Lang, string>>;

const AnswerOpening = (drawn: PanelDrawn) => (
  <section class="panel asked" id="answer" aria-labelledby="answer-title">
    <h2 id="answer-title">{say.ready[drawn.lang]}</h2>
    <p>{say.means[drawn.lang]}</p>
    <ActForm {...drawn} command="openAnswer" button={say.open[drawn.lang]} />
  </section>
);

/** 送达: an answer that waits to be opened. */
export const answerOpeningPanels: PanelsOf<typeof answerOpenings> = {
  openAnswer: { place: "asked", holdsForm: true, draw: (drawn) => <AnswerOpening {...drawn} /> },
};

/** 送达: what opening an answer means is said where it is offered. */
export const answerOpeningChecks: ChecksOf<typeof answerOpenings> = { openAnswer: "at once" };
