import type { conveningActs, meetingActs, meetingAnswerActs } from "#case/acts/meeting.ts";
import type { Case } from "#case/state/case.ts";
import type { Meeting } from "#case/state/facts/meeting.ts";
import { latestDecided, latestMeeting } from "#case/state/latest-days.ts";
import { meetingCalled } from "#case/state/side-matters.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { DateField, TextArea } from "#web/parts/form.tsx";
import { unitName } from "#words/words.ts";
import type { Control, FormsOf } from "./form-fields.tsx";
import { reasonInside } from "./reason.tsx";

const say = {
  units: { zh: "请哪些单位参加", en: "Which units" },
  unitsHint: {
    zh: "每行写一个单位的名称，二到八个；重名的，前面写上所在的街道、乡镇。不要请被反映的单位，可以请其书面说明。",
    en: "One unit a line, two to eight; where two share a name, with its township before it. A unit that is complained about is not called, but may be heard in writing.",
  },
  question: { zh: "商量什么问题", en: "The question" },
  questionHint: {
    zh: "需要几个单位一起定的事。不要写信访人的姓名、电话。",
    en: "What takes several units to decide. Leave out who petitions.",
  },
  meetOn: { zh: "哪天会商", en: "On which day" },
  meetOnHint: {
    zh: "时间、地点由您另行通知。",
    en: "Time and place are yours to tell them.",
  },
  came: { zh: "到会的单位", en: "Which units came" },
  cameHint: {
    zh: "召集的单位都列在这里，每行一个；没有来的删去。",
    en: "All that were called stand here, one a line; take out those that did not come.",
  },
  discussed: { zh: "商量了什么", en: "What was said" },
  discussedHint: {
    zh: "写入会商纪要，只发有关单位。不要写信访人的姓名、电话。",
    en: "It stands in the minutes, which go to the units alone. Leave out who petitions.",
  },
  taskHint: {
    zh: "没有的空着。信访人会看到原文。",
    en: "Leave it empty if nothing. The petitioner reads it as you write it.",
  },
  taskBy: { zh: "最迟哪天办好", en: "By which day" },
  performed: { zh: "办了什么", en: "What was done" },
  performedHint: {
    zh: "写明办了什么、哪天办好、有什么凭据。承办人可以写进处理意见书。",
    en: "What, when, and what shows it. The handler may quote it in the answer.",
  },
} satisfies Record<string, Record<Lang, string>>;

const doesWhat: BilingualSentence<string> = {
  zh: (unit) => `${unit}办什么`,
  en: (unit) => `What ${unit} does`,
};

const waitingIn = (petition: Case): Meeting | undefined =>
  petition.status === "handling" ? meetingCalled(petition.meetings) : undefined;

/** What the unit that was called in that place has to do; nothing where none was. */
const taskOf =
  (nth: number): Control =>
  ({ field, petition, directory, lang }) => {
    const unit = waitingIn(petition)?.units[nth - 1];
    return unit === undefined ? null : (
      <TextArea
        {...field}
        label={doesWhat[lang](unitName(directory, unit, lang))}
        hint={say.taskHint[lang]}
        rows={2}
        required={false}
      />
    );
  };

const dayOf =
  (nth: number): Control =>
  ({ field, petition, now, lang }) =>
    waitingIn(petition)?.units[nth - 1] === undefined || petition.status !== "handling" ? null : (
      <DateField
        {...field}
        label={say.taskBy[lang]}
        required={false}
        min={dayAfter(districtDate(now), 1)}
        max={latestDecided(petition, now)}
      />
    );

/** Who is called about what, and for which day. */
const called: FormsOf<typeof meetingActs>["convene"] = {
  units: ({ field, lang }) => <TextArea {...field} label={say.units[lang]} hint={say.unitsHint[lang]} rows={3} />,
  question: ({ field, lang }) => (
    <TextArea {...field} label={say.question[lang]} hint={say.questionHint[lang]} rows={3} />
  ),
  meetOn: ({ field, petition, now, lang }) => (
    <DateField
      {...field}
      label={say.meetOn[lang]}
      hint={say.meetOnHint[lang]}
      min={dayAfter(districtDate(now), 1)}
      {...(petition.status === "handling" && { max: latestMeeting(petition, now) })}
    />
  ),
};

/** What came of it. */
const minuted: FormsOf<typeof meetingActs>["recordMinutes"] = {
  came: ({ field, petition, directory, lang }) => {
    const called = (waitingIn(petition)?.units ?? []).map((unit) => unitName(directory, unit, lang));
    return (
      <TextArea
        {...field}
        value={field.value ?? called.join("\n")}
        label={say.came[lang]}
        hint={say.cameHint[lang]}
        rows={3}
      />
    );
  },
  discussed: ({ field, lang }) => (
    <TextArea {...field} label={say.discussed[lang]} hint={say.discussedHint[lang]} rows={5} />
  ),
  task: taskOf(1),
  taskBy: dayOf(1),
  task2: taskOf(2),
  taskBy2: dayOf(2),
  task3: taskOf(3),
  taskBy3: dayOf(3),
  task4: taskOf(4),
  taskBy4: dayOf(4),
  task5: taskOf(5),
  taskBy5: dayOf(5),
  task6: taskOf(6),
  taskBy6: dayOf(6),
  task7: taskOf(7),
  taskBy7: dayOf(7),
  task8: taskOf(8),
  taskBy8: dayOf(8),
};

/** 会商: who is called about what, what came of it, and what those who have something to do by it say. */
export const meetingForms: FormsOf<typeof meetingActs & typeof meetingAnswerActs & typeof conveningActs> = {
  convene: called,
  recordMinutes: minuted,
  callOffMeeting: { reason: reasonInside },
  conveneForBureau: called,
  recordBureauMinutes: minuted,
  callOffBureauMeeting: { reason: reasonInside },
  declineMeeting: { reason: reasonInside },
  reportDone: {
    performed: ({ field, lang }) => (
      <TextArea {...field} label={say.performed[lang]} hint={say.performedHint[lang]} rows={4} />
    ),
  },
  reportNotDone: { reason: reasonInside },
};
