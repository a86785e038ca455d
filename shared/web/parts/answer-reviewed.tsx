import { isUnderReview } from "#case/state/review.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { Letter } from "./letter.tsx";
import { Paragraphs } from "./paragraphs.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "申请复查的理由", en: "Why a review is asked for" },
  fresh: {
    zh: "您没有经手过这件事项。经手过的人员都不能参加复查，也不要向他们征求结论。",
    en: "You have had no part in this case. Nobody who had one takes part in its review, or is asked what to conclude.",
  },
  answer: { zh: "被复查的答复", en: "The answer that is reviewed" },
} satisfies Record<string, Bilingual>;

/** 复查: what whoever reviews an answer has to do with: the petitioner's reasons, and the answer. */
export const AnswerReviewed = ({ petition, requests = [], lang }: TaskReading) =>
  isUnderReview(petition) ? (
    <section class="panel" aria-labelledby="review-asked-title">
      <h2 id="review-asked-title">{say.title[lang]}</h2>
      <Paragraphs text={petition.review.reasons} />
      <p class="quiet">{say.fresh[lang]}</p>
      <details>
        <summary>{say.answer[lang]}</summary>
        <Letter letter={petition.letter} requests={requests} reviewUntil={undefined} lang={lang} site={undefined} />
      </details>
    </section>
  ) : null;
