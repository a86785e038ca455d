import type { Case } from "#case/state/case.ts";
import type { Remedy, RightOfReview } from "#case/state/facts/answer.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { dateWords, lengthWords } from "#words/dates.ts";
import { unbroken } from "#words/phrasing.ts";

const say = {
  title: { zh: "不同意答复，怎么办", en: "If you disagree with the answer" },
  reviewAt: { zh: "向哪里提", en: "Where to ask" },
  phone: { zh: "电话", en: "Phone" },
  address: { zh: "地址", en: "Address" },
} satisfies Record<string, Record<Lang, string>>;

const Where = ({ right: { body }, lang }: { right: RightOfReview; lang: Lang }) => (
  <dl class="facts">
    <div>
      <dt>{say.reviewAt[lang]}</dt>
      <dd>{body.name[lang]}</dd>
    </div>
    <div>
      <dt>{say.address[lang]}</dt>
      <dd>{body.address[lang]}</dd>
    </div>
    <div>
      <dt>{say.phone[lang]}</dt>
      <dd>{unbroken(body.phone)}</dd>
    </div>
  </dl>
);

type ByReview = Extract<Remedy, { kind: "review" }>;

/** The rights to a review that a petitioner has now, and until when: while that time runs. */
export const reviewOf = (petition: Case): { rights: ByReview; until: DistrictDate } | undefined => {
  const isAnswered = petition.status === "window" || isPromisedByLetter(petition);
  if (!isAnswered || clockOf(petition, "review") === undefined) return undefined;
  const { remedy } = petition.letter;
  return remedy.kind === "review" ? { rights: remedy, until: lastDayOf(petition, "review") } : undefined;
};

type Review = { rights: ByReview; until: DistrictDate; now: Instant; lang: Lang };

/** 复查与复核: who reviews the answer and until when, and who the review; as the letter says. */
export const ReviewPanel = ({ rights: { review, reReview }, until, now, lang }: Review) => {
  const day = dateWords(until, lang, districtDate(now));
  const length = lengthWords(reReview, lang);
  return (
    <section class="panel" aria-labelledby="review-title">
      <h2 id="review-title">{say.title[lang]}</h2>
      <p>
        {
          {
            zh: `可以申请复查，最迟${day}，含当日（${review.article.zh}）。`,
            en: `You may ask for a review by ${day} (${review.article.en}).`,
          }[lang]
        }
      </p>
      <Where right={review} lang={lang} />
      <p>
        {
          {
            zh: `对复查意见仍不服的，自收到复查意见之日起 ${length}内可以申请复核（${reReview.article.zh}）。`,
            en: `If you disagree with the review too, you may ask for a re-review within ${length} of receiving it (${reReview.article.en}).`,
          }[lang]
        }
      </p>
      <Where right={reReview} lang={lang} />
    </section>
  );
};
