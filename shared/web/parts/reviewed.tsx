import type { LetterOf } from "#case/state/event.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { reviewOpinions } from "#words/acts/review.ts";
import { letterDate } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";

const say = {
  whole: {
    zh: "理由、依据和接下来怎么办，见这份意见书全文，和其他告知书放在一起。",
    en: "Why, and how it goes on, stands in the letter itself, which is with the other notices.",
  },
} satisfies Record<string, Bilingual>;

/** 复查意见: what the review of the answer came to; its letter is read where all notices are. */
export const Reviewed = ({ letter, lang }: { letter: LetterOf<"review">; lang: Lang }) => (
  <section class="panel" aria-labelledby="reviewed-title">
    <h2 id="reviewed-title">{letterNames.review[lang]}</h2>
    <p class="quiet">
      {`${letter.number} · `}
      <time dateTime={letter.on}>{letterDate(letter.on, lang)}</time>
    </p>
    <p>
      <strong>{reviewOpinions[letter.opinion][lang]}</strong>
    </p>
    <p>{say.whole[lang]}</p>
  </section>
);
