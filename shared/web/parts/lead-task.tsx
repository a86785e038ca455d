import { instructionOf, leadOf, leadParts, stageOf } from "#case/state/lead.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import { unitInCharge } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import { categoryNow } from "#directory/succession.ts";
import type { Lang } from "#ground/bilingual.ts";
import { dateWords, leftWords } from "#words/dates.ts";
import { unitName } from "#words/words.ts";
import { Instructions, LedPanel } from "./led.tsx";
import type { TaskReading } from "./task-panel.ts";

const say = {
  title: { zh: "三件事", en: "Three facts" },
  task: { zh: "领导批示", en: "The instruction" },
  about: { zh: "反映什么", en: "What it is about" },
  late: { zh: "哪里慢了", en: "What is late, and where" },
  none: { zh: "没有逾期", en: "nothing is late" },
  byLaw: { zh: "法定答复期限已过", en: "the answer is late by law" },
  supervised: { zh: "本环节已逾期，列入督办", en: "the step is overdue, under supervision" },
  owed: { zh: "您要办什么", en: "What you owe" },
  ofLeader: { zh: "包案领导要办什么", en: "What the leader owes" },
  meet: { zh: "约见信访人", en: "to meet the petitioner" },
  plan: { zh: "批示由谁办、办什么、哪天办到", en: "to decide who does what by when" },
  report: { zh: "报告进展", en: "to report" },
} satisfies Record<string, Record<Lang, string>>;

/** What is late of a case, and with which unit; or that nothing is. */
const lateWords = ({ petition, directory, lang }: TaskReading): string => {
  const unit = unitInCharge(petition);
  const where = unit === undefined ? [] : [unitName(directory, unit, lang)];
  const late = [
    ...(clockOf(petition, "handling")?.ranOut ? [say.byLaw[lang]] : []),
    ...(petition.status === "handling" && petition.supervisedSince !== undefined ? [say.supervised[lang]] : []),
  ];
  return [...where, ...(late.length > 0 ? late : [say.none[lang]])].join(" · ");
};

/** 三件事: what the case is about, what is late and where, and what the leader owes by when. */
const ThreeFacts = (reading: TaskReading) => {
  const { petition, directory, lang, now, role } = reading;
  const lead = leadOf(petition);
  if (lead === undefined || clockOf(petition, "lead") === undefined) return null;
  const until = lastDayOf(petition, "lead");
  return (
    <section class="panel asked" aria-labelledby="lead-title">
      <h2 id="lead-title">{say.title[lang]}</h2>
      <dl class="facts stacked">
        <div>
          <dt>{say.about[lang]}</dt>
          <dd>{categoryNow(directory, petition.category)?.name[lang]}</dd>
        </div>
        <div>
          <dt>{say.late[lang]}</dt>
          <dd>{lateWords(reading)}</dd>
        </div>
        <div>
          <dt>{say[role === "namer" ? "ofLeader" : "owed"][lang]}</dt>
          <dd>
            {say[stageOf(lead)][lang]}
            <br />
            <small class="quiet">
              {`${dateWords(until, lang, districtDate(now))} · ${leftWords(until, now, lang)}`}
            </small>
          </dd>
        </div>
      </dl>
    </section>
  );
};

/** 包案、批示: what a leader in charge, the bureau, or a unit that was instructed has to do with. */
export const LeadTask = (reading: TaskReading) => {
  const { petition, person, role, directory, lang, now } = reading;
  if (role === "inCharge" || role === "namer") {
    return (
      <>
        <ThreeFacts {...reading} />
        <LedPanel {...{ petition, directory, lang, now }} />
      </>
    );
  }
  if (role !== "instructed") return null;
  const lines = leadParts(petition).flatMap((part) =>
    part.role === role && part.staff === person.id ? (instructionOf(petition, part) ?? []) : [],
  );
  return (
    <section class="panel asked" aria-labelledby="instruction-title">
      <h2 id="instruction-title">{say.task[lang]}</h2>
      <dl class="facts stacked">
        <Instructions {...{ lines, directory, lang, now }} />
      </dl>
    </section>
  );
};
