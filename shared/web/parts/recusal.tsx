import { isRecusing } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { recusalGrounds } from "#words/acts/recusal.ts";
import { dateWords } from "#words/dates.ts";
import { capitalised } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import { type AskedLine, AskedPanel, OwnWords } from "./asked-panel.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "信访人申请回避", en: "The petitioner asks that somebody step aside" },
  whom: { zh: "请谁回避", en: "Who" },
  why: { zh: "原因", en: "Why" },
  told: { zh: "信访人怎么说", en: "They say" },
  on: { zh: "哪天申请", en: "Asked on" },
  waits: {
    zh: "决定以前，被申请回避的暂停办理，期限照常计算。",
    en: "Until it is decided, whoever is meant does nothing on the case, and every deadline runs.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 申请回避: of whom and why, for whoever decides; for others who decides by when, and nothing that the petitioner wrote. */
export const RecusalPanel = (reading: TaskReading) => {
  const { petition, role, directory, lang, now } = reading;
  if (!isRecusing(petition)) return null;
  const { whom, why, reason, askedOn, decider } = petition.recusal;
  const told: AskedLine[] = role === "judge" && reason !== undefined ? [[say.told, <OwnWords>{reason}</OwnWords>]] : [];
  return (
    <AskedPanel
      {...reading}
      id="recusal"
      title={say.title}
      lines={[
        [
          say.whom,
          whom.is === "handler" ? staffName(directory, whom.staff, lang) : unitName(directory, whom.unit, lang),
        ],
        [say.why, capitalised(recusalGrounds[why][lang])],
        ...told,
        [say.on, dateWords(askedOn, lang, districtDate(now))],
      ]}
      decider={decider}
      clock="recusalDecision"
    >
      <p class="quiet">{say.waits[lang]}</p>
    </AskedPanel>
  );
};
