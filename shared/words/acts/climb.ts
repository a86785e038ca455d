import { whereReportingLeads } from "#case/account/what-comes-next.ts";
import type { climbActs } from "#case/acts/climb.ts";
import type { FactOf } from "#case/state/event.ts";
import type { climbFacts } from "#case/state/facts/climb.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { levelBelow } from "#ground/levels.ts";
import { chasing } from "#words/chasing-words.ts";
import { dateWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { levelWords } from "#words/level-words.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { missedWords } from "#words/reminding-words.ts";
import { clockNames } from "#words/words.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, RefusalsOf, Sentences } from "./matter-words.ts";

const unfinished: Bilingual = { zh: "到期没有办结", en: "it ended unfinished" };
const undecided: Bilingual = { zh: "到期没有作出受理决定", en: "it ended undecided" };

/** Where reporting upward leads. */
const above = ({ petition, ...world }: Choosing): Bilingual =>
  levelWords(
    { petition, directory: world.directory },
    (petition.status === "handling" ? whereReportingLeads(petition, world) : undefined) ?? "leader",
  );

/** Where handing back leads. */
const below = ({ petition, directory }: Choosing): Bilingual =>
  levelWords(
    { petition, directory },
    (petition.status === "handling" ? levelBelow(petition.level) : undefined) ?? "community",
  );

/** What was not done in time: with an urgent step it may be that nobody has acknowledged it. */
const undone = ({ unacknowledged }: Pick<FactOf<"stepOverdue">, "unacknowledged">) =>
  unacknowledged
    ? { zh: "签收", en: "acknowledge it", past: "unacknowledged" }
    : { zh: "办结", en: "finish", past: "unfinished" };

const whyLate = ({ unacknowledged }: Pick<FactOf<"stepOverdue">, "unacknowledged">): Bilingual =>
  unacknowledged ? { zh: "到期没有签收", en: "it ended unacknowledged" } : unfinished;

/** 提级、上报与退回: what was done, in a word or two. */
export const climbDeeds = {
  reportedUpward: { zh: "上报", en: "reported upward" },
  handedBack: { zh: "退回", en: "handed back" },
  stepOverdue: { zh: "逾期未办结，自动转上一级", en: "overdue, moved up" },
  lifted: { zh: "法定期限将近，提级办理", en: "moved up, as time set by law runs short" },
  overdueAtTop: { zh: "逾期，列入督办", en: "overdue, under supervision" },
  statutoryOverdue: { zh: "法定期限逾期", en: "past the time limit set by law" },
} satisfies Deeds<typeof climbFacts>;

/** 提级、上报与退回: its acts, as staff choose them. */
export const climbActWords = {
  reportUpward: {
    button: { zh: "上报上一级", en: "Report upward" },
    effect: {
      zh: (choosing) => `本环节结束，转到${above(choosing).zh}办理。对方经办人会收到邮件，信访人会看到原因。`,
      en: (choosing) =>
        `Your step ends and ${above(choosing).en} takes over. Its handler gets an email; the petitioner sees the reason.`,
    },
  },
  handBack: {
    button: { zh: "退回下一级", en: "Hand back" },
    effect: {
      zh: (choosing) =>
        `交回${below(choosing).zh}办理，本级只能退回一次，法定答复期限照常计算。对方经办人会收到邮件，信访人会看到原因。`,
      en: (choosing) =>
        `Back to ${below(choosing).en}, once only from your level; the time limit set by law keeps running. Its handler gets an email; the petitioner sees the reason.`,
    },
  },
} satisfies ActsOf<typeof climbActs>;

/** 提级、上报与退回: what petitioners read about each fact. */
export const climbToPetitioners = {
  reportedUpward: {
    zh: ({ fact, ...where }) =>
      `${levelWords(where, fact.level).zh}上报到${levelWords(where, fact.to).zh}办理，原因：${withoutStop(fact.reason)}。`,
    en: ({ fact, ...where }) =>
      capitalised(
        `${levelWords(where, fact.level).en} passed the matter up to ${levelWords(where, fact.to).en}: ${withoutStop(fact.reason)}.`,
      ),
  },
  handedBack: {
    zh: ({ fact, ...where }) =>
      `${levelWords(where, fact.level).zh}交回${levelWords(where, fact.to).zh}办理，原因：${withoutStop(fact.reason)}。法定答复期限照常计算。`,
    en: ({ fact, ...where }) =>
      capitalised(
        `${levelWords(where, fact.level).en} handed the matter back to ${levelWords(where, fact.to).en}: ${withoutStop(fact.reason)}. The time limit set by law keeps running.`,
      ),
  },
  stepOverdue: {
    zh: ({ fact, today, ...where }) =>
      `${levelWords(where, fact.level).zh}的办理期限到${dateWords(fact.lastDay, "zh", today)}为止，没有${undone(fact).zh}，已自动转到${levelWords(where, fact.to).zh}办理。`,
    en: ({ fact, today, ...where }) =>
      capitalised(
        `${levelWords(where, fact.level).en} did not ${undone(fact).en} by ${dateWords(fact.lastDay, "en", today)}, so the matter moved up to ${levelWords(where, fact.to).en} by itself.`,
      ),
  },
  lifted: {
    zh: ({ fact, today, ...where }) =>
      `法定答复期限（${dateWords(fact.answerBy, "zh", today)}）已过 ${fact.percent}%，事项提级办理，自动转到${levelWords(where, fact.to).zh}，由其在期限内答复。`,
    en: ({ fact, today, ...where }) =>
      `Once ${fact.percent}% of the time set by law had passed (the answer is due ${dateWords(fact.answerBy, "en", today)}), the matter moved up to ${levelWords(where, fact.to).en} by itself.`,
  },
  overdueAtTop: {
    zh: ({ fact, today, ...where }) =>
      fact.level === "bureau"
        ? `信访局审查是否受理的期限到${dateWords(fact.lastDay, "zh", today)}为止，还没有决定，已列入督办，${chasing(fact).done.zh}。`
        : `${levelWords(where, fact.level).zh}的办理期限到${dateWords(fact.lastDay, "zh", today)}为止，没有${undone(fact).zh}，已列入督办，${chasing(fact).done.zh}。`,
    en: ({ fact, today, ...where }) =>
      capitalised(
        `${levelWords(where, fact.level).en} did not ${fact.level === "bureau" ? "decide" : undone(fact).en} by ${dateWords(fact.lastDay, "en", today)}; the matter is under supervision, ${chasing(fact).done.en}.`,
      ),
  },
  statutoryOverdue: {
    zh: ({ fact, today }) =>
      `${clockNames[fact.clock].zh}到${dateWords(fact.lastDay, "zh", today)}为止，已经逾期，记录在案。您的诉求继续办理。`,
    en: ({ fact, today }) =>
      `The time limit “${clockNames[fact.clock].en}” passed on ${dateWords(fact.lastDay, "en", today)}. The delay is on record, and work on your petition goes on.`,
  },
} satisfies Sentences<typeof climbFacts>;

/** 提级、上报与退回: what the office reads about each fact. */
export const climbToOffice = {
  reportedUpward: {
    zh: (told) =>
      `${levelWords(told, told.fact.level).zh}经办人${doer(told, "zh")}上报${levelWords(told, told.fact.to).zh}，原因：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} reported it upward to ${levelWords(told, told.fact.to).en}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  handedBack: {
    zh: (told) =>
      `${levelWords(told, told.fact.level).zh}经办人${doer(told, "zh")}退回${levelWords(told, told.fact.to).zh}，原因：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} handed it back to ${levelWords(told, told.fact.to).en}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  stepOverdue: {
    zh: ({ fact, today, ...where }) =>
      `${levelWords(where, fact.level).zh}环节到${dateWords(fact.lastDay, "zh", today)}为止，没有${undone(fact).zh}，自动转到${levelWords(where, fact.to).zh}办理。`,
    en: ({ fact, today, ...where }) =>
      capitalised(
        `${levelWords(where, fact.level).en} missed its deadline (${dateWords(fact.lastDay, "en", today)}); escalated to ${levelWords(where, fact.to).en}.`,
      ),
  },
  lifted: {
    zh: ({ fact, today, ...where }) =>
      `法定答复期限（${dateWords(fact.answerBy, "zh", today)}）已过 ${fact.percent}%，不等该环节期限届满，从${levelWords(where, fact.level).zh}直接提级到${levelWords(where, fact.to).zh}办理。`,
    en: ({ fact, today, ...where }) =>
      `Of the time set by law, ${fact.percent}% has passed (answer due ${dateWords(fact.answerBy, "en", today)}): moved up from ${levelWords(where, fact.level).en} to ${levelWords(where, fact.to).en}, whatever the step's own deadline.`,
  },
  overdueAtTop: {
    zh: ({ fact, today, ...where }) =>
      `${levelWords(where, fact.level).zh}环节${dateWords(fact.lastDay, "zh", today)}到期，${fact.level === "bureau" ? "还没有决定是否受理" : `还没有${undone(fact).zh}`}，上面没有更高一级：列入督办，${chasing(fact).done.zh}。`,
    en: ({ fact, today, ...where }) =>
      capitalised(
        `${levelWords(where, fact.level).en} was to ${fact.level === "bureau" ? "decide" : undone(fact).en} by ${dateWords(fact.lastDay, "en", today)} and has not, with no level above: supervised, ${chasing(fact).done.en}.`,
      ),
  },
  statutoryOverdue: {
    zh: ({ fact, today }) =>
      `${clockNames[fact.clock].zh}到${dateWords(fact.lastDay, "zh", today)}为止，已经逾期，记录在案。`,
    en: ({ fact, today }) =>
      `Time limit missed: ${clockNames[fact.clock].en}, ${dateWords(fact.lastDay, "en", today)}. On record.`,
  },
} satisfies Sentences<typeof climbFacts>;

/** 提级、上报与退回: what lists of clocks say of each fact. */
export const climbOnClocks = {
  reportedUpward: "never",
  handedBack: "never",
  stepOverdue: {
    came: {
      zh: ({ fact, ...where }) => `届满没有${undone(fact).zh}，自动转到${levelWords(where, fact.to).zh}`,
      en: ({ fact, ...where }) => `ended ${undone(fact).past}: moved up to ${levelWords(where, fact.to).en}`,
    },
    also: missedWords,
    because: whyLate,
  },
  lifted: {
    came: {
      zh: ({ fact, ...where }) =>
        `已过 ${fact.percent}%，事项还在${levelWords(where, fact.level).zh}，直接提级到${levelWords(where, fact.to).zh}办理`,
      en: ({ fact, ...where }) =>
        `${fact.percent}% of the time has passed with the case still at ${levelWords(where, fact.level).en}: moved up to ${levelWords(where, fact.to).en}`,
    },
    also: missedWords,
    because: "share",
  },
  overdueAtTop: {
    came: {
      zh: ({ fact }) =>
        fact.level === "bureau" ? "届满没有作出受理决定，列入督办" : `届满没有${undone(fact).zh}，列入督办`,
      en: ({ fact }) =>
        fact.level === "bureau"
          ? "ended undecided: under supervision"
          : `ended ${undone(fact).past}: under supervision`,
    },
    also: missedWords,
    because: (fact) => (fact.level === "bureau" ? undecided : whyLate(fact)),
  },
  statutoryOverdue: {
    came: { zh: () => "届满，记为逾期", en: () => "ended; the lateness is on record" },
    also: missedWords,
    because: ({ clock }) => (clock === "accept" ? undecided : { zh: "到期没有答复", en: "it ended without an answer" }),
  },
} satisfies ClockLines<typeof climbFacts>;

/** 提级、上报与退回: why something is refused. */
export const climbRefusals = {
  noLevelAbove: {
    zh: "区领导已是最高一级，请直接答复",
    en: "The district leader is the highest level; please answer here",
  },
  noLevelBelow: {
    zh: "已是最低一级，不能退回",
    en: "No level is below this one; the case cannot be handed back",
  },
  handedBackBefore: {
    zh: "本级已经退回过一次，不能再退回，请直接办理",
    en: "This level has handed the case back once already; please handle it here",
  },
  tooLateToHandBack: {
    zh: "法定答复期限已所剩不多，不能再退回下级，请直接办理",
    en: "Too little of the time limit set by law is left to hand the case back; please handle it here",
  },
  nobodyBelow: {
    zh: "下级没有承办单位，或者其单位是被反映对象，不能退回，请直接办理",
    en: "No unit below may take the case, so it cannot be handed back; please handle it here",
  },
} satisfies RefusalsOf;
