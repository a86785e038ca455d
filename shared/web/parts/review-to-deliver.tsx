import { LetterToDeliver, type LetterToDeliverShown, PaperToDeliver } from "./letter-to-deliver.tsx";
import { ReviewPaper } from "./letters/review.tsx";

/** 待送达的文书: the letter of a review once its answer was reviewed, and the answer itself before that. */
export const AnswerOrReviewToDeliver = (shown: LetterToDeliverShown) => {
  const { petition, to, lang, site } = shown;
  const letter = petition.review?.letter;
  return letter === undefined ? (
    <LetterToDeliver {...shown} />
  ) : (
    <PaperToDeliver to={to} lang={lang}>
      <ReviewPaper letter={letter} lang={lang} site={site} to={to?.name} />
    </PaperToDeliver>
  );
};
