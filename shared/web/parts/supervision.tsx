import { supervisionOpen } from "#case/state/supervising.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { supervisionGrounds } from "#words/acts/supervision.ts";
import { dateWords } from "#words/dates.ts";
import { letterNames } from "#words/letter-names.ts";
import { capitalised } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import { AskedPanel, OwnWords } from "./asked-panel.tsx";
import { SupervisionNotice } from "./letters/supervision.tsx";
import { PrintLetter } from "./print-letter.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "督办", en: "Supervision" },
  petitioners: { zh: "信访人申请督办", en: "The petitioner asks for supervision" },
  missed: { zh: "逾期的事", en: "What was missed" },
  due: { zh: "到期的日子", en: "Due on" },
  unit: { zh: "哪个单位", en: "Which unit" },
  told: { zh: "信访人怎么说", en: "They say" },
  feedback: { zh: "反馈", en: "The answer" },
  answers: { zh: "谁反馈", en: "Who answers" },
} satisfies Record<string, Record<Lang, string>>;

/** What of it somebody is shown who has a turn by it. */
const shownTo = ({ petition, role }: TaskReading) =>
  role === "supervisor" || role === "supervised" ? supervisionOpen(petition) : undefined;

/** 督办: what was missed, and what the unit answers, for whoever decides on it or has to answer. */
export const SupervisionPanel = (reading: TaskReading) => {
  const { directory, lang, now } = reading;
  const open = shownTo(reading);
  const [turn] = open?.turns ?? [];
  if (open === undefined || turn === undefined) return null;
  const { missed, stage, isPetitioners, remark, feedback } = open;
  return (
    <AskedPanel
      {...reading}
      id="supervision"
      title={isPetitioners ? say.petitioners : say.title}
      lines={[
        [say.missed, capitalised(supervisionGrounds[missed.ground][lang])],
        [say.due, dateWords(missed.lastDay, lang, districtDate(now))],
        [say.unit, unitName(directory, missed.unit, lang)],
        ...(remark === undefined ? [] : [[say.told, <OwnWords>{remark}</OwnWords>] as const]),
        ...(feedback === undefined ? [] : [[say.feedback, <OwnWords>{feedback}</OwnWords>] as const]),
      ]}
      decider={turn}
      decides={stage === "noticed" ? say.answers : undefined}
      clock={stage === "noticed" ? "feedback" : "supervisionDecision"}
    />
  );
};

/** 督办通知: the notice in force, as a paper to read and to print. */
export const SupervisionPaper = (reading: TaskReading) => {
  const { lang, site } = reading;
  const letter = shownTo(reading)?.letter;
  return letter === undefined ? null : (
    <section class="panel notices" aria-labelledby="supervision-letter">
      <h2 id="supervision-letter">{letterNames.supervision[lang]}</h2>
      <details class="paper" open>
        <summary>
          <span>{letter.number}</span>
        </summary>
        <SupervisionNotice letter={letter} id="supervision-notice" lang={lang} site={site} />
        <PrintLetter id="supervision-notice" lang={lang} />
      </details>
    </section>
  );
};
