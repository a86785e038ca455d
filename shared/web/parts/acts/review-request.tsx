import type { reviewRequests } from "#case/acts/review-request.ts";
import { reviewingUnit } from "#case/state/reviewers.ts";
import { clockOf } from "#case/state/running.ts";
import type { Lang } from "#ground/bilingual.ts";
import { lengthWords } from "#words/dates.ts";
import { unitName } from "#words/words.ts";
import { ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "申请复查", en: "Ask for a review" },
  late: {
    zh: "申请复查的期限已经过了，是否受理由复查机关决定。",
    en: "The time for it is over: the body decides whether it takes it up all the same.",
  },
  send: { zh: "申请复查", en: "Ask for a review" },
} satisfies Record<string, Record<Lang, string>>;

/** Who reviews it, who does not, how long that takes, and that the answer stands meanwhile. */
export const ReviewMeans = ({ petition, directory, lang }: PanelDrawn) => {
  const unit = petition.status === "window" ? reviewingUnit(petition, directory) : undefined;
  if (unit === undefined) return null;
  const { reviewAccept, reviewDecision } = directory.policy.clocks;
  return (
    <>
      <p>
        {
          {
            zh: `由${unitName(directory, unit, "zh")}复查，经手过的人员都不参加；${lengthWords(reviewAccept, "zh")}内告诉您是否受理，${lengthWords(reviewDecision, "zh")}内作出意见。每份答复可以申请一次，复查期间答复继续有效。已经交来的材料不用再交，要补充的照常补充。`,
            en: `${unitName(directory, unit, "en")} examines it, without anybody who has had a part in the case: within ${lengthWords(reviewAccept, "en")} you are told whether it is taken up, within ${lengthWords(reviewDecision, "en")} it is decided. You can ask once for each answer, which stands meanwhile. What you have sent counts; you can add more as before.`,
          }[lang]
        }
      </p>
      {clockOf(petition, "review") === undefined && <p>{say.late[lang]}</p>}
    </>
  );
};

const Asking = (drawn: PanelDrawn) => (
  <section class="panel no-print" id="ask-review" aria-labelledby="ask-review-title">
    <h2 id="ask-review-title">{say.title[drawn.lang]}</h2>
    <ReviewMeans {...drawn} />
    <ChooseForm {...drawn} command="askReview" button={say.send[drawn.lang]} outline />
  </section>
);

/** 申请复查: the petitioner's way to it. */
export const reviewRequestPanels: PanelsOf<typeof reviewRequests> = {
  askReview: { place: "possible", draw: (drawn) => <Asking {...drawn} /> },
};
