import type { reviewRequests } from "#case/acts/review-request.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { ChecksOf, PanelDrawn } from "./petitioner-panel.tsx";
import { ReviewMeans } from "./review-request.tsx";

const say = {
  check: { zh: "请核对：申请复查", en: "Please check: you ask for a review" },
  send: { zh: "确定申请复查", en: "Ask for the review" },
  reasons: { zh: "答复哪里不对", en: "What is wrong with the answer" },
  hint: {
    zh: "哪些事实、依据、结论不对，为什么，您要求怎样处理。至少 30 个字。",
    en: "Which facts, rules or conclusions are wrong, why, and what you ask for. At least 30 characters.",
  },
} satisfies Record<string, Record<Lang, string>>;

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
    draw: (drawn) => <ReviewMeans {...drawn} />,
    fields: (drawn) => <Reasons {...drawn} />,
  },
};
