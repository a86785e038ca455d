import type { conveningActs, meetingActs, meetingAnswerActs } from "#case/acts/meeting.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import type { meetingFacts } from "#case/state/facts/meeting.ts";
import { mostMeetings } from "#case/state/facts/meeting-bounds.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, ActWords, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences, Told } from "./matter-words.ts";
import { standInReasons } from "./step.ts";

/** 会商: what was done, in a word or two. */
export const meetingDeeds = {
  conveningBegun: { zh: "信访局准备召集会商", en: "the bureau is to call a meeting" },
  convenerPassedOn: { zh: "会商召集人变更", en: "calling the meeting passed on" },
  convened: { zh: "召集有关单位会商", en: "a meeting of units called" },
  met: { zh: "会商纪要", en: "minutes of a meeting" },
  meetingCalledOff: { zh: "取消会商", en: "meeting called off" },
  minutesAwaited: { zh: "等待会商纪要", en: "minutes awaited" },
  meetingLapsed: { zh: "会商事项终止", en: "meeting lapsed" },
} satisfies Deeds<typeof meetingFacts>;

/** 会商纪要: the same for whoever has called it. */
const minutesWords = {
  button: { zh: "记录会商纪要", en: "Record the minutes" },
  effect: {
    zh: () =>
      "写明谁来了、商量了什么、哪个单位最迟哪天办什么。有事要办的单位收到任务，到期没有回音的记为逾期；纪要发给各单位。信访人会看到哪些单位会商、决定办什么，看不到商量的内容。",
    en: () =>
      "Who came, what was said, and which unit does what by when. Each unit with something to do gets a task, and is late on record if it says nothing by its day; the minutes go to the units. The petitioner sees who met and what was decided, not what was said.",
  },
} satisfies ActWords;

/** 取消会商: the same for whoever has called it. */
const callOffWords = {
  button: { zh: "取消会商", en: "Call the meeting off" },
  effect: {
    zh: () => "各单位马上收到邮件，不用再来。信访人会看到会商取消，看不到原因。要改日子的，取消以后重新召集。",
    en: () =>
      "The units get an email at once and need not come. The petitioner sees that it is called off, not why. To move it to another day, call it off and call another.",
  },
} satisfies ActWords;

/** 会商: its acts, as staff choose them. */
export const meetingActWords = {
  convene: {
    button: { zh: "召集有关单位会商", en: "Call units to a meeting" },
    effect: {
      zh: ({ directory }) =>
        `请二到八个单位一起商量一个问题，本环节最多 ${mostMeetings} 次，在 ${directory.policy.clocks.meeting.days} 个工作日以内、本环节到期以前举行。对方收到邮件，看到事由，看不到信访人是谁；信访人会看到请了哪些单位、哪天会商。此件仍由您办理，期限照常计算。`,
      en: ({ directory }) =>
        `Two to eight units and one question, at most ${mostMeetings} times at this step, within ${directory.policy.clocks.meeting.days} working days and before its last day. They get an email and see the matter, not who petitions; the petitioner sees which units meet and when. The case stays yours and every deadline runs.`,
    },
  },
  recordMinutes: minutesWords,
  callOffMeeting: callOffWords,
  conveneForBureau: {
    button: { zh: "召集有关单位会商", en: "Call units to a meeting" },
    effect: {
      zh: ({ directory }) =>
        `连承办单位二到八个，${directory.policy.clocks.meeting.days} 个工作日以内、本环节到期以前。承办单位不用写，仍由其办理，期限照常计算。各单位看不到信访人是谁；信访人会看到请了谁、哪天会商。`,
      en: ({ directory }) =>
        `Two to eight units, within ${directory.policy.clocks.meeting.days} working days and before the step’s last one. The unit in charge comes unwritten and keeps the case. They do not see who petitions; the petitioner sees who meets and when.`,
    },
  },
  recordBureauMinutes: minutesWords,
  callOffBureauMeeting: callOffWords,
  declineMeeting: {
    button: { zh: "不能参加", en: "Say that nobody can come" },
    effect: {
      zh: () => "写明理由，可以附上本单位的书面意见。召集人会收到邮件。能参加的，不用回复。",
      en: () =>
        "Say why, and add what your unit has to say on the question. Whoever called the meeting gets an email. If you come, no reply is needed.",
    },
  },
  reportDone: {
    button: { zh: "报告已经办好", en: "Report that it is done" },
    effect: {
      zh: () => "承办人会收到邮件，可以把您写的写进处理意见书。信访人会看到您的单位报告已经办好。",
      en: () =>
        "The handler gets an email and may quote you in the answer. The petitioner sees that your unit reports it done.",
    },
  },
  reportNotDone: {
    button: { zh: "办不到，说明理由", en: "Say why it cannot be done" },
    effect: {
      zh: () => "承办人会收到邮件，由其另想办法。信访人会看到您的单位说明办不到，看不到理由。",
      en: () =>
        "The handler gets an email and has to find another way. The petitioner sees that your unit says it cannot be done, not why.",
    },
  },
} satisfies ActsOf<typeof meetingActs & typeof meetingAnswerActs & typeof conveningActs>;

/** Units by their names; the last behind an "and" where a sentence goes on with what they did. */
const names = (units: readonly string[], { directory }: Pick<Told<"met">, "directory">, lang: Lang): string => {
  const named = units.map((unit) => unitName(directory, unit, lang));
  const last = named.at(-1);
  if (named.length < 2 || last === undefined) return named.join("");
  return `${named.slice(0, -1).join({ zh: "、", en: ", " }[lang])}${{ zh: "和", en: " and " }[lang]}${last}`;
};

/** What was decided, unit by unit; that nothing was, where a meeting came to nothing. */
const decided: BilingualSentence<Pick<Told<"met">, "fact" | "directory" | "today">> = {
  zh: ({ fact, directory, today }) =>
    fact.decisions.length === 0
      ? "没有形成要办的事项"
      : `决定：${fact.decisions
          .map(
            ({ unit, task, wantedBy }) =>
              `${unitName(directory, unit, "zh")}${latestWords(wantedBy, today)}办理“${withoutStop(task)}”`,
          )
          .join("；")}`,
  en: ({ fact, directory, today }) =>
    fact.decisions.length === 0
      ? "Nothing was decided that a unit has to do"
      : `Decided: ${fact.decisions
          .map(
            ({ unit, task, wantedBy }) =>
              `${unitName(directory, unit, "en")} does “${withoutStop(task)}” by ${dateWords(wantedBy, "en", today)}`,
          )
          .join("; ")}`,
};

/** What has not met, and who has not answered for what was decided, as the step has ended. */
const lapsed: BilingualSentence<{ fact: FactOf<"meetingLapsed">; today: DistrictDate; units: string }> = {
  zh: ({ fact: { on }, today, units }) =>
    [
      ...(on === undefined ? [] : [`原定${dateWords(on, "zh", today)}的会商不再举行`]),
      ...(units === "" ? [] : [`会商决定由${units}办的事，没有办完的不再等报告`]),
    ].join("；"),
  en: ({ fact: { on }, today, units }) =>
    [
      ...(on === undefined ? [] : [`the meeting of ${dateWords(on, "en", today)} is not held`]),
      ...(units === "" ? [] : [`what a meeting had ${units} do is no longer waited for`]),
    ].join("; "),
};

/** The same as a sentence for all. Its name is its own: whatever reads a field of another constant keeps both in every bundle. */
const meetingLapsed: BilingualSentence<Told<"meetingLapsed">> = {
  zh: ({ fact, today, ...told }) =>
    `本环节结束，${lapsed.zh({ fact, today, units: names(fact.undone, told, "zh") })}。`,
  en: ({ fact, today, ...told }) =>
    `The step has ended: ${lapsed.en({ fact, today, units: names(fact.undone, told, "en") })}.`,
};

/** Who of the bureau is to call it is the office's to know. */
const toCome = { zh: () => "准备会商。", en: () => "A meeting is being prepared." };

/** 会商: what petitioners read about each fact. */
export const meetingToPetitioners = {
  conveningBegun: toCome,
  convenerPassedOn: toCome,
  convened: {
    zh: ({ fact, today, ...told }) =>
      `${unitName(told.directory, fact.unit, "zh")}请${names(
        fact.invited.map(({ unit }) => unit),
        told,
        "zh",
      )}在${dateWords(fact.on, "zh", today)}会商您的事项。您的姓名和电话没有提供给这些单位，答复期限不变。`,
    en: ({ fact, today, ...told }) =>
      capitalised(
        `${unitName(told.directory, fact.unit, "en")} has called ${names(
          fact.invited.map(({ unit }) => unit),
          told,
          "en",
        )} to a meeting on your matter on ${dateWords(fact.on, "en", today)}. They are not told who you are, and your answer is due as before.`,
      ),
  },
  met: {
    zh: (told) =>
      `${names([told.fact.unit, ...told.fact.present], told, "zh")}于${dateWords(told.fact.on, "zh", told.today)}会商。${decided.zh(told)}。`,
    en: (told) =>
      capitalised(
        `${names([told.fact.unit, ...told.fact.present], told, "en")} met on ${dateWords(told.fact.on, "en", told.today)}. ${decided.en(told)}.`,
      ),
  },
  meetingCalledOff: {
    zh: ({ fact, today }) => `原定${dateWords(fact.on, "zh", today)}的会商取消，承办单位继续办理。`,
    en: ({ fact, today }) =>
      `The meeting of ${dateWords(fact.on, "en", today)} is called off; the unit in charge goes on.`,
  },
  minutesAwaited: {
    zh: ({ fact, today }) => `${dateWords(fact.on, "zh", today)}会商的纪要还没有记录。`,
    en: ({ fact, today }) => `The minutes of the meeting of ${dateWords(fact.on, "en", today)} are awaited.`,
  },
  meetingLapsed,
} satisfies Sentences<typeof meetingFacts>;

/** A person and their unit, as the office names both. */
const who: BilingualSentence<{ told: Pick<Told<"met">, "directory">; unit: string; staff: string }> = {
  zh: ({ told: { directory }, unit, staff }) =>
    `${unitName(directory, unit, "zh")}${staffName(directory, staff, "zh")}`,
  en: ({ told: { directory }, unit, staff }) =>
    `${staffName(directory, staff, "en")} (${unitName(directory, unit, "en")})`,
};

const eachOf = (told: Told<"convened"> | Told<"met">, lang: Lang): string =>
  (told.fact.type === "convened" ? told.fact.invited : told.fact.decisions)
    .map(({ unit, holder: { staff } }) => who[lang]({ told, unit, staff }))
    .join({ zh: "、", en: ", " }[lang]);

/** 会商: what the office reads about each fact. */
export const meetingToOffice = {
  conveningBegun: {
    zh: (told) => `${doer(told, "zh")}准备召集会商。`,
    en: (told) => capitalised(`${doer(told, "en")} is to call a meeting.`),
  },
  convenerPassedOn: {
    zh: ({ fact, directory }) =>
      `${standInReasons[fact.how].zh(staffName(directory, fact.from, "zh"))}，会商改由${staffName(directory, fact.to.staff, "zh")}召集。`,
    en: ({ fact, directory }) =>
      capitalised(
        `${standInReasons[fact.how].en(staffName(directory, fact.from, "en"))}: ${staffName(directory, fact.to.staff, "en")} calls the meeting instead.`,
      ),
  },
  convened: {
    zh: (told) =>
      `${doer(told, "zh")}召集${eachOf(told, "zh")}在${dateWords(told.fact.on, "zh", told.today)}会商“${withoutStop(told.fact.question)}”。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} called ${eachOf(told, "en")} to a meeting on ${dateWords(told.fact.on, "en", told.today)} about “${withoutStop(told.fact.question)}”.`,
      ),
  },
  met: {
    zh: (told) => {
      const charged = eachOf(told, "zh");
      return `${doer(told, "zh")}记录会商纪要（${told.fact.letter.number}）：${dateWords(told.fact.on, "zh", told.today)}，${names(told.fact.present, told, "zh")}到会。${decided.zh(told)}${charged === "" ? "" : `，分别由${charged}负责`}。`;
    },
    en: (told) => {
      const charged = eachOf(told, "en");
      return capitalised(
        `${doer(told, "en")} recorded the minutes (${told.fact.letter.number}): ${names(told.fact.present, told, "en")} came on ${dateWords(told.fact.on, "en", told.today)}. ${decided.en(told)}${charged === "" ? "" : `. Held by ${charged}`}.`,
      );
    },
  },
  meetingCalledOff: {
    zh: (told) =>
      `${doer(told, "zh")}取消原定${dateWords(told.fact.on, "zh", told.today)}的会商，原因：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} called off the meeting of ${dateWords(told.fact.on, "en", told.today)}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  minutesAwaited: {
    zh: ({ fact, directory, today }) =>
      `提醒${staffName(directory, fact.staff, "zh")}记录${dateWords(fact.on, "zh", today)}会商的纪要。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${staffName(directory, fact.staff, "en")} was reminded to record the minutes of the meeting of ${dateWords(fact.on, "en", today)}.`,
      ),
  },
  meetingLapsed,
} satisfies Sentences<typeof meetingFacts>;

/** 会商: what lists of clocks say of each fact. */
export const meetingOnClocks = {
  conveningBegun: "never",
  convenerPassedOn: "never",
  convened: "never",
  met: "never",
  meetingCalledOff: "never",
  minutesAwaited: { came: "deed", because: "told" },
  meetingLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof meetingFacts>;

/** 会商: why something is refused. */
export const meetingRefusals = {
  meetingOfOthers: {
    zh: "等着举行的会商不是您召集的，由召集的一方记录纪要或者取消",
    en: "The meeting that waits was called by others, who record its minutes or call it off",
  },
  meetingOpen: {
    zh: "已经召集了一次会商，还没有记录纪要；请先记录纪要，或者取消那次会商",
    en: "A meeting has been called and has no minutes yet; please record them, or call it off, before you call another",
  },
  meetingsEnough: {
    zh: "本环节召集会商的次数已经用完，请按已经决定的办理，或者请单个单位协办",
    en: "No more meetings can be called at this step; please go by what was decided, or ask single units to assist",
  },
  tooLateToMeet: {
    zh: "本环节剩下的时间不够会商，请直接办理，或者上报",
    en: "Too little is left of this step for a meeting; please deal with it yourself or report it upward",
  },
  meetingDayOutside: {
    zh: "会商的日子应当在今天以后、本环节到期以前（已经逾期的，十日以内），并且不超过区里规定的召集到会商的工作日数，请改一个日子",
    en: "The day of the meeting lies after today and before the step’s last day, or within ten days where that has passed, and within the working days that the district gives from the call to the meeting; please choose another",
  },
  meetingUnitsOutside: {
    zh: "会商请二到八个单位，每行写一个；只请一个单位的，请用协办",
    en: "A meeting takes two to eight units, one a line; a single one is asked to assist",
  },
  meetingUnitUnclear: {
    zh: "有一行没有认出是哪个单位，或者不止一个；请写全称，重名的前面写上所在的街道、乡镇",
    en: "One of the lines may be several units or none; please write whole names, with the township before those that others share",
  },
  meetingUnitMayNot: {
    zh: "有一个单位不能参加这次会商，请改请其他单位；本单位是召集人，不用写",
    en: "One of the units cannot come to this meeting; please call others. Your own calls it and need not be written",
  },
  meetingUnitTwice: {
    zh: "有一个单位写了两次，请删去一行",
    en: "One of the units stands there twice; please take one line out",
  },
  noMeeting: {
    zh: "现在没有等着举行的会商",
    en: "There is no meeting that waits to be held",
  },
  meetingAhead: {
    zh: "会商的日子还没有到，到了那天再记录纪要；改了日子的，请取消以后重新召集",
    en: "The day of the meeting has not come; record its minutes then. If it moves, call it off and call another",
  },
  notConvened: {
    zh: "到会的单位里有这次没有召集的，或者同一个写了两次；请只留召集过的单位，每行一个",
    en: "One of the units that came was not called to this meeting, or stands there twice; please keep those that were, one a line",
  },
  absentDecision: {
    zh: "没有到会的单位不能由会商派事；请另用协办请该单位，或者把它写进到会的单位",
    en: "A unit that was not there cannot be given something to do; ask it to assist instead, or put it among those that came",
  },
  decisionDayOutside: {
    zh: "办理的日子应当在今天以后，并且不晚于本环节的期限（已经逾期的，十日以内），请改一个日子",
    en: "The day for what a unit does lies after today and no later than the step’s last day, or within ten days where that has passed; please choose another",
  },
} satisfies RefusalsOf;

/** 信访局会商: why nobody is given the turn to call one. */
export const conveningRefusals = {
  nothingToConvene: {
    zh: "此件现在没有单位在办理，不能召集会商；已经并入另一件的，请对主办的那一件召集",
    en: "No unit is working on this case now, so there is nothing to meet about; of one that was merged, name the case that leads",
  },
  convenerAlready: {
    zh: "本环节已经有同事负责召集会商，请由其召集；找不到邮件的，可以从原来的链接要一个新的",
    en: "A colleague has the turn to call meetings at this step already; a new link can be asked for from the old one",
  },
  tooLateToConvene: {
    zh: "本环节剩下的时间不够会商，请等下一环节开始以后再召集",
    en: "Too little is left of this step for a meeting; please call one when the next step has begun",
  },
} satisfies RefusalsOf;

const taskField = {
  name: { zh: "请该单位办什么", en: "What the unit does" },
  missing: { zh: "填了日子的，请写明办什么", en: "There is a day: write what is to be done by it" },
};
const taskDay = {
  name: { zh: "最迟哪天办好", en: "The day for it" },
  missing: { zh: "写了办什么的，请填最迟哪天办好", en: "There is something to do: enter by which day" },
};

/** 会商: the fields of the office's forms. */
export const meetingFields = {
  units: {
    name: { zh: "参加会商的单位", en: "The units that are called" },
    missing: { zh: "请写参加会商的单位，每行一个", en: "Write the units that are called, one a line" },
  },
  meetOn: {
    name: { zh: "哪天会商", en: "The day of the meeting" },
    missing: { zh: "请填写哪天会商", en: "Enter the day of the meeting" },
  },
  came: {
    name: { zh: "到会的单位", en: "The units that came" },
    missing: { zh: "请写到会的单位，每行一个", en: "Write the units that came, one a line" },
  },
  discussed: {
    name: { zh: "商量的内容", en: "What was said" },
    missing: { zh: "请写明商量的内容", en: "Write what was said" },
  },
  performed: {
    name: { zh: "办理情况", en: "What was done" },
    missing: { zh: "请写明办了什么、哪天办好的", en: "Write what was done, and when" },
  },
  ...{ task: taskField, task2: taskField, task3: taskField, task4: taskField },
  ...{ task5: taskField, task6: taskField, task7: taskField, task8: taskField },
  ...{ taskBy: taskDay, taskBy2: taskDay, taskBy3: taskDay, taskBy4: taskDay },
  ...{ taskBy5: taskDay, taskBy6: taskDay, taskBy7: taskDay, taskBy8: taskDay },
} satisfies FieldsOf<StaffField>;
