import type { answerOpenings } from "#case/acts/delivery-opening.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ActForm, type ChecksOf, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  ready: {
    answer: { zh: "书面答复已经作出", en: "Your answer is ready" },
    review: { zh: "复查意见已经作出", en: "Your review is decided" },
  },
  means: {
    answer: {
      zh: "打开答复就是送达：从今天起计算申请复查的期限。处理意见书全文和最晚的日期，打开后都在本页上。",
      en: "To open it is its delivery: the time in which you can ask for a review runs from today. The whole letter, and the last day, are then on this page.",
    },
    review: {
      zh: "打开复查意见书就是送达：从今天起计算申请复核的期限。结论打开后在本页上，全文在卷宗里。",
      en: "To open it is its delivery: the time in which you can ask for a re-review runs from today. What it came to is then on this page, the whole letter in your file.",
    },
  },
  open: {
    answer: { zh: "打开答复", en: "Open the answer" },
    review: { zh: "打开复查意见书", en: "Open the letter" },
  },
} satisfies Record<string, Record<"answer" | "review", Record<Lang, string>>>;

const isReviewed = ({ petition }: Pick<PanelDrawn, "petition">): boolean =>
  petition.status === "delivering" && petition.review !== undefined;

const AnswerOpening = (drawn: PanelDrawn) => (
  <section class="panel asked" id="answer" aria-labelledby="answer-title">
    <h2 id="answer-title">{say.ready[isReviewed(drawn) ? "review" : "answer"][drawn.lang]}</h2>
    <p>{say.means[isReviewed(drawn) ? "review" : "answer"][drawn.lang]}</p>
    <ActForm {...drawn} command="openAnswer" button={say.open[isReviewed(drawn) ? "review" : "answer"][drawn.lang]} />
  </section>
);

/** 送达: an answer that waits to be opened. */
export const answerOpeningPanels: PanelsOf<typeof answerOpenings> = {
  openAnswer: { place: "asked", holdsForm: true, draw: (drawn) => <AnswerOpening {...drawn} /> },
};

/** 送达: what opening an answer means is said where it is offered. */
export const answerOpeningChecks: ChecksOf<typeof answerOpenings> = { openAnswer: "at once" };
