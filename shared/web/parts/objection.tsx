import { isObjecting } from "#case/state/standing.ts";
import type { Lang } from "#ground/bilingual.ts";
import { staffOfUnit, unitName } from "#words/words.ts";
import { AskedAt, AskedPanel, OwnWords } from "./asked-panel.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "管辖异议", en: "The objection" },
  who: { zh: "谁提出的", en: "By whom" },
  names: { zh: "认为应当由谁办理", en: "Whose it should be" },
  reason: { zh: "理由", en: "Why" },
  at: { zh: "什么时候提出", en: "When" },
  last: { zh: "（最后的决定）", en: " (final)" },
} satisfies Record<string, Record<Lang, string>>;

/** 异议: what the unit says, for whoever decides on it and for whoever has the case meanwhile. */
export const ObjectionPanel = (reading: TaskReading) => {
  const { petition, directory, lang } = reading;
  if (!isObjecting(petition)) return null;
  const { names, reason, objectedAt, decider, isLast } = petition.objection;
  return (
    <AskedPanel
      {...reading}
      id="objection"
      title={say.title}
      lines={[
        [say.who, staffOfUnit(directory, { staff: petition.owner, unit: petition.unit }, lang)],
        [say.names, unitName(directory, names, lang)],
        [say.reason, <OwnWords>{reason}</OwnWords>],
        [say.at, <AskedAt {...reading} at={objectedAt} />],
      ]}
      decider={decider}
      last={isLast && say.last[lang]}
      clock="objectionDecision"
    />
  );
};
