import type { reviewRequests } from "#case/acts/review-request.ts";
import { clockOf } from "#case/state/running.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import { lengthWords } from "#words/dates.ts";
import type { ChecksOf, PanelDrawn } from "./petitioner-panel.tsx";
import { ExaminedBy } from "./review-request.tsx";

const say = {
  check: { zh: "请核对：申请复查", en: "Please check: you ask for a review" },
  send: { zh: "确定申请复查", en: "Ask for the review" },
  late: {
    zh: "申请复查的期限已经过了，是否受理由复查机关决定。",
    en: "The time for it is over: the body decides whether it takes it up all the same.",
  },
  reasons: { zh: "答复哪里不对", en: "What is wrong with the answer" },
  hint: {
    zh: "哪些事实、依据、结论不对，为什么，您要求怎样处理。至少 30 个字。",
    en: "Which facts, rules or conclusions are wrong, why, and what you ask for. At least 30 characters.",
  },
} satisfies Record<string, Record<Lang, string>>;

const meansWords: BilingualSentence<PanelDrawn["directory"]["policy"]["clocks"]> = {
  zh: ({ reviewAccept, reviewDecision }) =>
    `${lengthWords(reviewAccept, "zh")}内告诉您是否受理，${lengthWords(reviewDecision, "zh")}内作出意见。每份答复可以申请一次，复查期间答复继续有效。已经交来的材料不用再交，要补充的照常补充。`,
  en: ({ reviewAccept, reviewDecision }) =>
    `Within ${lengthWords(reviewAccept, "en")} you are told whether it is taken up, within ${lengthWords(reviewDecision, "en")} it is decided. You can ask once for each answer, which stands meanwhile. What you have sent counts; you can add more as before.`,
};

/** Who reviews it, how long that takes, and that the answer stands meanwhile. */
const Means = (drawn: PanelDrawn) => (
  <>
    <ExaminedBy {...drawn} />
    <p>{meansWords[drawn.lang](drawn.directory.policy.clocks)}</p>
    {clockOf(drawn.petition, "review") === undefined && <p>{say.late[drawn.lang]}</p>}
  </>
);

const Reasons = ({ lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "askReview" ? sent : undefined;
  return (
    <TextArea
      id="reviewReasons"
      lang={lang}
      label={say.reasons[lang]}
      hint={say.hint[lang]}
      rows={6}
      value={refused?.typed.reviewReasons}
      error={refused?.errors.reviewReasons}
    />
  );
};

/** 申请复查: the reasons, before it is sent. */
export const reviewChecks: ChecksOf<typeof reviewRequests> = {
  askReview: {
    title: say.check,
    button: say.send,
    draw: (drawn) => <Means {...drawn} />,
    fields: (drawn) => <Reasons {...drawn} />,
  },
};
