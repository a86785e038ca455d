import { isHurrying } from "#case/state/standing.ts";
import type { Lang } from "#ground/bilingual.ts";
import { urgentGrounds } from "#words/acts/urgency.ts";
import { capitalised } from "#words/phrasing.ts";
import { AskedAt, AskedPanel, OwnWords } from "./asked-panel.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "信访人申请标为紧急", en: "The petitioner asks that it be marked urgent" },
  why: { zh: "原因", en: "Why" },
  told: { zh: "信访人怎么说", en: "They say" },
  at: { zh: "什么时候申请", en: "Asked" },
} satisfies Record<string, Record<Lang, string>>;

/** 申请紧急: why, in the petitioner's words, for whoever decides and for whoever has the case. */
export const HurryPanel = (reading: TaskReading) => {
  const { petition, lang } = reading;
  if (!isHurrying(petition)) return null;
  const { why, reason, askedAt, decider } = petition.hurry;
  return (
    <AskedPanel
      {...reading}
      id="hurry"
      title={say.title}
      lines={[
        [say.why, capitalised(urgentGrounds[why][lang])],
        [say.told, <OwnWords>{reason}</OwnWords>],
        [say.at, <AskedAt {...reading} at={askedAt} />],
      ]}
      decider={decider}
      clock="urgencyDecision"
    />
  );
};
