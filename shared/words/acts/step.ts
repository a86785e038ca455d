import type { StaffField } from "#case/acts/staff-acts.ts";
import type { acknowledgementActs, reassignmentActs } from "#case/acts/step.ts";
import type { FactOf } from "#case/state/event.ts";
import type { Unable } from "#case/state/facts/fact.ts";
import type { stepFacts } from "#case/state/facts/step.ts";
import type { Directory } from "#directory/directory.ts";
import { PassedOver } from "#directory/routing.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { levelWords } from "#words/level-words.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { becauseNames, staffName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences, Told } from "./matter-words.ts";

const passOverReasons: Record<PassedOver["why"], BilingualSentence<string>> = {
  away: { zh: (who) => `${who}不在岗`, en: (who) => `${who} away` },
  decides: {
    zh: (who) => `${who}负责决定经办人提出的申请，不能经办`,
    en: (who) => `${who} decides on what the handler has asked for`,
  },
  unreachable: { zh: (who) => `邮件送不到${who}`, en: (who) => `no email reaches ${who}` },
  complainedAbout: {
    zh: (who) => `${who}依规回避`,
    en: (who) => `${who} recused`,
  },
};

/** Who could not take a step before its owner, and why: a clause for each reason. */
const passedOverPeople = (passedOver: readonly PassedOver[] = [], directory: Directory, lang: Lang): string[] =>
  PassedOver.shape.why.options.flatMap((why) => {
    const names = passedOver.flatMap((person) =>
      person.why === why ? [staffName(directory, person.staff, lang)] : [],
    );
    return names.length === 0 ? [] : [passOverReasons[why][lang](names.join({ zh: "、", en: ", " }[lang]))];
  });

/** Why somebody else has taken a turn over. */
export const standInReasons: Record<Unable, BilingualSentence<string>> = {
  whileAway: { zh: (who) => `${who}不在岗`, en: (who) => `${who} is away` },
  unreachable: { zh: (who) => `发给${who}的邮件被退回`, en: (who) => `email to ${who} was refused` },
  left: { zh: (who) => `${who}已不在该单位任职`, en: (who) => `${who} is no longer in that office` },
  recused: { zh: (who) => `${who}依规回避`, en: (who) => `${who} is recused` },
};

/** Why another office holds a step at the top: a clause, or none. */
const vacancyWords = ({ fact: { level, vacancy }, ...where }: Told<"stepOpened">, lang: Lang): string[] => {
  if (vacancy === undefined) return [];
  const { zh, en } = levelWords(where, level);
  const why = {
    complainedAbout: {
      zh: `${zh}的承办单位是被反映对象，依规回避`,
      en: `for ${en}, whose office the petition is about`,
    },
    noUnit: { zh: `${zh}没有承办单位`, en: `for ${en}, which has no unit for it` },
  };
  return [why[vacancy][lang]];
};

/** Why nobody on duty was told of a danger: a clause, or none. */
const dutyUntoldWords = ({ fact: { dutyUntold } }: Pick<Told<"stepOpened">, "fact">, lang: Lang): string[] =>
  dutyUntold
    ? [
        {
          zh: "值班人员和区领导都是被反映对象，依规没有另行通知值班",
          en: "nobody on duty was told, as the petition is about all who could be",
        }[lang],
      ]
    : [];

const skipReasons: Record<FactOf<"levelSkipped">["reason"], string> = {
  complainedAbout: "the petition is about it",
  noUnit: "it has no unit",
  lateByLaw: "too little of the time set by law is left for it",
};

/** 办理环节、签收与改派: what was done, in a word or two. */
export const stepDeeds = {
  stepOpened: { zh: "转办", en: "passed on" },
  levelSkipped: { zh: "跳过", en: "skipped" },
  acknowledged: { zh: "签收", en: "acknowledged" },
  reassigned: { zh: "改派", en: "reassigned" },
} satisfies Deeds<typeof stepFacts>;

/** 办理环节、签收与改派: its acts, as staff choose them. */
export const stepActWords = {
  acknowledge: {
    button: { zh: "签收", en: "Acknowledge" },
    effect: {
      zh: () => "您从现在起对此件负责，期限不变。信访人会在进度页看到本单位已收到。",
      en: () =>
        "You answer for this matter from now on; the deadlines stay. The petitioner will see that your unit has it.",
    },
  },
  reassign: {
    button: { zh: "改派同事", en: "Reassign to a colleague" },
    effect: {
      zh: () => "由本单位同事接办，期限不变，您的链接随即失效。同事会收到邮件；信访人只看到更换了经办人。",
      en: () =>
        "A colleague of your unit takes over with the same deadlines, and your link ends. They get an email; the petitioner only sees that the handler changed.",
    },
  },
} satisfies ActsOf<typeof acknowledgementActs & typeof reassignmentActs>;

/** 办理环节、签收与改派: what petitioners read about each fact. */
export const stepToPetitioners = {
  stepOpened: {
    zh: ({ fact, directory }) =>
      fact.level === "bureau"
        ? `${unitName(directory, fact.unit, "zh")}开始审查是否受理您的诉求。`
        : `您的诉求已转到${unitName(directory, fact.unit, "zh")}办理。`,
    en: ({ fact, directory }) =>
      fact.level === "bureau"
        ? `${unitName(directory, fact.unit, "en")} began to examine whether your petition can be accepted.`
        : `Your petition went to ${unitName(directory, fact.unit, "en")}.`,
  },
  levelSkipped: {
    zh: ({ fact, ...where }) => {
      const [level, to] = [levelWords(where, fact.level).zh, levelWords(where, fact.to).zh];
      switch (fact.reason) {
        case "complainedAbout":
          return `您反映的事项涉及${level}，依规回避，直接转到${to}。`;
        case "noUnit":
          return `${level}没有对应的承办单位，直接转到${to}。`;
        case "lateByLaw":
          return `法定答复期限已过大半，事项不再转${level}，直接转到${to}，由其在期限内答复。`;
      }
    },
    en: ({ fact, ...where }) => {
      const [level, to] = [levelWords(where, fact.level).en, levelWords(where, fact.to).en];
      switch (fact.reason) {
        case "complainedAbout":
          return capitalised(
            `${level} is what your petition is about, so it does not get it; the matter goes on to ${to}.`,
          );
        case "noUnit":
          return capitalised(`${level} has no unit for this matter, so it goes on to ${to}.`);
        case "lateByLaw":
          return `As little of the time set by law is left, the matter passes by ${level} and goes straight to ${to}.`;
      }
    },
  },
  acknowledged: {
    zh: ({ fact, directory }) => `${unitName(directory, fact.unit, "zh")}已收到您的诉求，开始办理。`,
    en: ({ fact, directory }) => `${unitName(directory, fact.unit, "en")} has received your petition and begun work.`,
  },
  reassigned: {
    zh: () => "办理单位更换了经办人，期限不变。",
    en: () => "The unit in charge gave the matter to another colleague. The time limits stay the same.",
  },
} satisfies Sentences<typeof stepFacts>;

/** 办理环节、签收与改派: what the office reads about each fact. */
export const stepToOffice = {
  stepOpened: {
    zh: (told) =>
      `转${unitName(told.directory, told.fact.unit, "zh")}，经办人${staffName(told.directory, told.fact.owner, "zh")}（${[...vacancyWords(told, "zh"), becauseNames[told.fact.because].zh, ...passedOverPeople(told.fact.passedOver, told.directory, "zh"), ...dutyUntoldWords(told, "zh")].join("；")}）。`,
    en: (told) =>
      `Went to ${unitName(told.directory, told.fact.unit, "en")}: ${staffName(told.directory, told.fact.owner, "en")} (${[...vacancyWords(told, "en"), becauseNames[told.fact.because].en, ...passedOverPeople(told.fact.passedOver, told.directory, "en"), ...dutyUntoldWords(told, "en")].join("; ")}).`,
  },
  levelSkipped: {
    zh: ({ fact, ...where }) =>
      fact.reason === "lateByLaw"
        ? `法定答复期限已过大半，不再转${levelWords(where, fact.level).zh}，直接转${levelWords(where, fact.to).zh}。`
        : `${levelWords(where, fact.level).zh}${fact.reason === "complainedAbout" ? "是被反映对象，依规回避" : "没有承办单位"}，跳过，转${levelWords(where, fact.to).zh}。`,
    en: ({ fact, ...where }) =>
      capitalised(
        `${levelWords(where, fact.level).en} was skipped, as ${skipReasons[fact.reason]}; on to ${levelWords(where, fact.to).en}.`,
      ),
  },
  acknowledged: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}${staffName(directory, fact.staff, "zh")}签收。`,
    en: ({ fact, directory }) =>
      `Acknowledged by ${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}.`,
  },
  reassigned: {
    zh: ({ fact, directory }) =>
      fact.how === "byOwner"
        ? `由${staffName(directory, fact.from, "zh")}改派给${staffName(directory, fact.to, "zh")}，原因：${withoutStop(fact.reason)}。`
        : `${standInReasons[fact.how].zh(staffName(directory, fact.from, "zh"))}，改由${staffName(directory, fact.to, "zh")}经办（${[becauseNames[fact.because].zh, ...passedOverPeople(fact.passedOver, directory, "zh")].join("；")}），期限不变。`,
    en: ({ fact, directory }) =>
      fact.how === "byOwner"
        ? `Reassigned from ${staffName(directory, fact.from, "en")} to ${staffName(directory, fact.to, "en")}: ${withoutStop(fact.reason)}.`
        : capitalised(
            `${standInReasons[fact.how].en(staffName(directory, fact.from, "en"))}: taken over by ${staffName(directory, fact.to, "en")} (${[becauseNames[fact.because].en, ...passedOverPeople(fact.passedOver, directory, "en")].join("; ")}), with the same time limits.`,
          ),
  },
} satisfies Sentences<typeof stepFacts>;

/** 办理环节、签收与改派: what lists of clocks say of each fact. */
export const stepOnClocks = {
  stepOpened: "never",
  levelSkipped: "never",
  acknowledged: "never",
  reassigned: {
    came: "deed",
    // Who stands in for whom, and why, is said by the sentence.
    because: "told",
  },
} satisfies ClockLines<typeof stepFacts>;

/** 经手人员: why somebody may not have what others have had a part in. */
const hadAPart = {
  zh: "这位同事经手过这件事项，请另选一位",
  en: "That colleague has had a part in this case; please choose another one",
};
export const hadAPartRefusals = { hadAPart } satisfies RefusalsOf;

/** 办理环节、签收与改派: why something is refused. */
export const stepRefusals = {
  alreadyAcknowledged: {
    zh: "您已经确认收到，不用再次确认",
    en: "You have acknowledged this already; there is no need to do it again",
  },
  hadAPart,
  notAColleague: {
    zh: "只能改派给本单位的其他同事，请重新选择",
    en: "The step can only go to another colleague of the same unit; please choose again",
  },
  complainedAbout: {
    zh: "信访事项涉及这位同事，依规应当回避，请改派其他人",
    en: "The petition is about this colleague, who must not handle it; please choose somebody else",
  },
  decidesExtension: {
    zh: "这位同事正在审批此件的延期申请，请改派其他人，或者等其决定以后再改派",
    en: "This colleague is deciding on the extension of this case; please choose somebody else, or wait for the decision",
  },
  decidesOtherWay: {
    zh: "这位同事正在决定此件的提请，请选择其他同事，或者等决定以后再改派",
    en: "This colleague is deciding on a proposal in this case; please choose somebody else, or wait for the decision",
  },
  decidesRecusal: {
    zh: "信访人的回避申请由此人决定，请另选一位同事",
    en: "They decide whether somebody steps aside, as the petitioner asks; please choose another colleague",
  },
  decidesObjection: {
    zh: "这位同事正在决定此件的异议，请改派其他人，或者等其决定以后再改派",
    en: "This colleague is deciding on the objection in this case; please choose somebody else, or wait for the decision",
  },
} satisfies RefusalsOf;

/** 办理环节、签收与改派: the fields of the office's forms. */
export const stepFields = {
  to: {
    name: { zh: "接办人", en: "The colleague" },
    missing: { zh: "请选择接办的同事", en: "Choose the colleague" },
  },
} satisfies FieldsOf<StaffField>;
