import type { Next } from "#case/account/what-comes-next.ts";
import type { Case } from "#case/state/case.ts";
import type { Fact } from "#case/state/event.ts";
import type { Ask } from "#case/state/message.ts";
import { districtDate, isOver } from "#clock/period.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import type { Because } from "#directory/routing.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import type { Instant, Until } from "#ground/instant.ts";
import { turnedBecause } from "#words/acts/simple.ts";
import { urgencyBecause } from "#words/acts/urgency.ts";
import { chasing } from "#words/chasing-words.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { levelWords } from "#words/level-words.ts";
import { capitalised } from "#words/phrasing.ts";
import { becauseNames, staffName, unitName } from "#words/words.ts";
import { htmlMail } from "./html.tsx";
import type { MailText } from "./mail.ts";
import type { Sheet, SheetPart } from "./part.ts";
import { type MatterTold, matterWords, subjectLine } from "./subject.ts";
import { plainText } from "./text.ts";
import { contact, numberPart, untilPart } from "./words.ts";

/** What a task mail knows: number, ask, due date and colleagues. There is no way to hand it identity or story. */
export type TaskAsked = {
  ask: Ask;
  /** What the mail is about, as the record holds it: what was decided or asked for is quoted from here. */
  fact: Fact;
  petition: MatterTold &
    Pick<Case, "id"> & {
      because?: Because;
      deliverer?: { because: Because } | undefined;
      acknowledgedAt?: Instant | undefined;
      /** Asked for and not decided yet. */
      extension?: { days: number } | undefined;
    };
  directory: Directory;
  /** Who is asked. */
  staff: Staff;
  /** Theirs. */
  lang: Lang;
  lastDay: Until;
  /** Whether the law's time for the answer has passed, too. */
  isLateByLaw: boolean;
  now: Instant;
  /** The task page, with the link's token in the fragment. */
  link: string;
  /** The six digits that go with the link. */
  code: string;
  /** Where the case stands in the chain, in one line; not told where it comes with others. */
  chain?: string;
  /** What the chain does next when nobody acts. */
  after: Next | undefined;
};

/** What of a mail's words depends on its case. `unfinished`: what comes of a step that is not finished in time. */
type AskOf = {
  unfinished: string;
  days: number | undefined;
  fact: Fact;
  /** How lateness with nobody above is chased, in the reader's language. */
  chased: string;
  isLateByLaw: boolean;
};

/** What is asked, and what comes of it. */
type AskWords = {
  /** What kind of mail it is; `ending`, `passed` and `merged` ask nothing, and have neither day nor code. */
  subject: keyof typeof kinds;
  /** As what its reader is asked. */
  to:
    | "handler"
    | "deliverer"
    | "corrector"
    | "head"
    | "sender"
    | "judge"
    | "consenter"
    | "triage"
    | "assistant"
    | "meeting"
    | "convener"
    | "promiser"
    | "overseer"
    | "caller"
    | "supervisor"
    | "supervised"
    | "reviewer"
    | "confidant"
    | "inCharge"
    | "namer"
    | "instructed"
    | "holder";
  title: Bilingual;
  next: BilingualSentence<AskOf>;
};

/** Whether a mail asks nothing: it has neither day nor code. */
const asksNothing = (ask: Ask): boolean => ["ending", "passed", "merged", "calledOff"].includes(asks[ask].subject);

/** What the day of a mail is: the last one for what it asks, that of a meeting, or none where nothing is due any more. */
const dayOf = (ask: Ask): "last" | "meeting" | "none" => {
  if (ask === "convened") return "meeting";
  return ask === "minutes" || asksNothing(ask) ? "none" : "last";
};

/** How a subject begins. */
const kinds = {
  task: { zh: "待办", en: "To do" },
  decision: { zh: "待审批", en: "To decide" },
  reminder: { zh: "提醒", en: "Reminder" },
  ending: { zh: "已撤回，不用再办理", en: "Withdrawn, nothing more to do" },
  passed: { zh: "已转出，不用再办理", en: "Gone elsewhere, nothing more to do" },
  meeting: { zh: "会商", en: "Meeting" },
  minutes: { zh: "会商纪要", en: "Minutes" },
  calledOff: { zh: "会商取消，不用再来", en: "Meeting called off, nothing more to do" },
  merged: { zh: "已并案，不用再办理", en: "Handled in another, nothing more to do" },
  late: { zh: "已逾期", en: "Overdue" },
} satisfies Record<string, Bilingual>;

/** 会商纪要: the same is asked of whoever has called the meeting, for their unit or for the bureau. */
const minutesAsked = {
  subject: "task",
  title: { zh: "会商的日子已过，请记录纪要", en: "The day of the meeting has passed: please record its minutes" },
  next: {
    zh: () =>
      "打开办理页（经办人再点“其他办理”），记录谁来了、商量了什么、哪个单位办什么；没有开成的，取消会商。没有记录的，每个工作日早上再发邮件。",
    en: () =>
      "On the task page (its handler: under other steps), record who came, what was said and which unit does what; if it was not held, call it off. You are reminded every working morning until then.",
  },
} satisfies Omit<AskWords, "to">;

const asks: Record<Ask, AskWords> = {
  accept: {
    subject: "task",
    to: "handler",
    title: { zh: "请审查并决定是否受理", en: "Decide whether to accept this petition" },
    next: {
      zh: ({ chased }) => `在办理页选择受理，或者写明理由不予受理。到期没有决定的，${chased}。`,
      en: ({ chased }) => `On the task page, accept it, or say on what ground not. After the last day ${chased}.`,
    },
  },
  acceptAgain: {
    subject: "task",
    to: "handler",
    title: { zh: "信访人要求重新审查，请决定是否受理", en: "Decide anew whether to accept this petition" },
    next: {
      zh: ({ chased }) =>
        `本局曾决定不予受理，理由和信访人的意见都在办理页上。请决定受理，或者写明理由维持。到期没有决定的，${chased}。`,
      en: ({ chased }) =>
        `It was refused before; the task page says why, and what the petitioner says to it. Accept it, or uphold the refusal with your reasons. After the last day ${chased}.`,
    },
  },
  handle: {
    subject: "task",
    to: "handler",
    title: { zh: "请签收并办理", en: "Acknowledge this case and handle it" },
    next: {
      zh: ({ unfinished }) => `签收以后由您负责。${unfinished}。`,
      en: ({ unfinished }) => `Once acknowledged it is yours. ${capitalised(unfinished)}.`,
    },
  },
  reviewAnswer: {
    subject: "decision",
    to: "reviewer",
    title: { zh: "请复查一份答复", en: "Please review an answer" },
    next: {
      zh: () =>
        "您没有经手过这件事项。先决定是否受理，受理后维持或者撤销原答复。到期没有作出的，记为逾期，转本机关负责人。",
      en: () =>
        "You have had no part in this case. Say first whether the review is taken up; then uphold the answer or revoke it. After the last day that is on record as overdue, and the head of your body has it.",
    },
  },
  overdueAtTop: {
    subject: "task",
    to: "handler",
    title: { zh: "已过期限，请尽快办理", en: "Past its last day: please deal with it now" },
    next: {
      zh: ({ isLateByLaw }) =>
        `${isLateByLaw ? "法定答复期限也已经过了。" : ""}上面没有更高一级可转。以后不再单独发邮件，每个工作日早上列在今日待办里，直到您作出处理。`,
      en: ({ isLateByLaw }) =>
        `${isLateByLaw ? "The time set by law is over too. " : ""}There is no level above to pass it to. No email of its own follows; it stands on your list every working morning until you have dealt with it.`,
    },
  },
  settlementDeclined: {
    subject: "task",
    to: "handler",
    title: { zh: "信访人没有同意解决方案，请继续办理", en: "The settlement was not agreed to: please go on" },
    next: {
      zh: () => "期限没有变。办理页上写着原因，也列出了您现在能做的。",
      en: () => "The deadline has not changed. The task page gives the reason and lists what you can do now.",
    },
  },
  handleAnew: {
    subject: "task",
    to: "handler",
    title: {
      zh: "商定的方案没有兑现，请签收并重新办理",
      en: "What was agreed came to nothing: please take it up anew",
    },
    next: {
      zh: ({ unfinished }) => `信访人怎么说，写在办理页上。法定答复期限照常计算，没有重新起算。${unfinished}。`,
      en: ({ unfinished }) =>
        `The task page says what the petitioner wrote. The time set by law has kept running and does not start afresh. ${capitalised(unfinished)}.`,
    },
  },
  settlementAgreed: {
    subject: "task",
    to: "handler",
    title: { zh: "信访人同意了解决方案，请按承诺办到", en: "The petitioner has agreed: please do what was promised" },
    next: {
      zh: () =>
        "事项没有办结，仍由您负责。办到后请在办理页报告；承诺的日子一到，会请信访人确认。没有办到的，重新办理，法定期限照常计算。",
      en: () =>
        "The case is not over and stays yours. Report on the task page once it is done; when the promised day has come the petitioner is asked. If it is not done, the matter is taken up anew, and the time set by law has kept running.",
    },
  },
  promiseDue: {
    subject: "task",
    to: "handler",
    title: { zh: "承诺的日子已到，请报告是否办到", en: "The promised day has come: please report whether it is done" },
    next: {
      zh: () => "已请信访人确认。您没有报告、信访人也没有答复的，到期重新办理。",
      en: () =>
        "The petitioner is being asked. If you report nothing and they do not answer, the matter is taken up anew.",
    },
  },
  keepPromise: {
    subject: "task",
    to: "handler",
    title: { zh: "答复中承诺的事请按期办到", en: "Please do what your answer promised" },
    next: {
      zh: () =>
        "申请复查的期限已过，但承诺的事办到以前不办结，由您负责。办到后请在办理页报告；承诺的日子一到，会请信访人确认。没有办到的，重新办理，法定期限照常计算。",
      en: () =>
        "The time for a review is over, but the case stays open, and yours, until what was promised is done. Report on the task page once it is; when the day has come the petitioner is asked. If it is not done, the matter is taken up anew, and the time set by law has kept running.",
    },
  },
  keepPromises: {
    subject: "task",
    to: "promiser",
    title: { zh: "答复中有一件承诺的事请按期办到", en: "Please keep what an answer promised in time" },
    next: {
      zh: () =>
        "办什么写在办理页上。办到后请在办理页报告，信访人确认了才算兑现。到期没有报告的，转您单位负责人，由信访局督办。",
      en: () =>
        "The task page says what it is. Report it there once it is done; it counts as kept once the petitioner says so. Without a report by the last day, the head of your unit has it and the petition office sees to it.",
    },
  },
  promiseBroken: {
    subject: "late",
    to: "promiser",
    title: { zh: "答复中承诺的事没有兑现，请办到", en: "A promise was not kept: please have it done" },
    next: {
      zh: () => "没有按期兑现，或者信访人表示没有办到，已经记录在案，由您负责，信访局督办。办到后请在办理页报告。",
      en: () =>
        "It was not kept in time, or the petitioner says that it is not, which is on record. It is yours now, and the petition office sees to it. Report it on the task page once it is done.",
    },
  },
  overseePromise: {
    subject: "task",
    to: "overseer",
    title: { zh: "答复中承诺的事没有兑现，请督办", en: "A promise was not kept: please see to it" },
    next: {
      zh: () => "打开办理页，要求该单位限期办到。没有督办的，转信访局负责人，此后每个工作日早上再发邮件。",
      en: () =>
        "Ask the unit on the task page to have it done by a day. Without that the bureau's head has it, and is reminded every working morning.",
    },
  },
  followUp: {
    subject: "task",
    to: "caller",
    title: { zh: "有一件已经结束，请回访信访人", en: "A case has ended: please call its petitioner" },
    next: {
      zh: () =>
        "打开办理页，打电话问信访人事情办到没有，再登记。三天都没有联系上的，登记三次就结束。到期没有回访的，转信访局负责人。",
      en: () =>
        "Open the task page, call and ask whether it is done, and record it there. Three days on which they are not reached end it. Without a call by the last day the bureau's head has it.",
    },
  },
  decideSupervision: {
    subject: "decision",
    to: "supervisor",
    title: { zh: "有期限逾期，请决定是否督办", en: "A day was missed: please decide whether to supervise" },
    next: {
      zh: () => "在办理页发出督办通知，或者写明为什么不督办，信访人会看到。没有决定的，转信访局负责人。",
      en: () =>
        "Issue a notice on the task page, or write why not, which the petitioner reads. Undecided, it is the bureau's head's.",
    },
  },
  judgeSupervision: {
    subject: "decision",
    to: "supervisor",
    title: { zh: "督办有了反馈，请决定是否认可", en: "A unit answered to supervision: is it enough?" },
    next: {
      zh: () => "在办理页认可，督办结束；不认可的，升一级督办。",
      en: () => "Accept it on the task page, which ends the supervision; or supervise at the next level.",
    },
  },
  supervised: {
    subject: "late",
    to: "supervised",
    title: { zh: "督办通知：请限期办理并反馈", en: "You are supervised: please act, and answer by the day" },
    next: {
      zh: () => "督办通知在办理页上。请在页上写明已经做了什么、接着做什么。到期没有反馈，或者没有认可的，升一级督办。",
      en: () =>
        "The notice is on the task page. Write there what was done and what comes next. Without an answer that is enough, supervision rises a level.",
    },
  },
  urged: {
    subject: "reminder",
    to: "holder",
    title: { zh: "信访人催办", en: "The petitioner urges that it be done" },
    next: {
      zh: () => "信访人写了什么，在办理页的办理明细里。各项期限不变，催办不作为对任何人的评价。",
      en: () => "What they wrote stands in the history on the task page. No time limit has moved.",
    },
  },
  takeCharge: {
    subject: "task",
    to: "inCharge",
    title: { zh: "您是包案领导：请约见、批示、报告", en: "You are in charge: meet, decide, report" },
    next: {
      zh: () =>
        "办理页上写着三件事：反映什么，哪里慢了，您哪一天以前要办什么；三个按钮：登记约见、批示、报告。承办单位继续办理。逾期的，记录在案，报信访局负责人。",
      en: () =>
        "The task page has three facts: what it is about, what is late, what you owe by when; and three buttons: record a meeting, decide who does what, report. The unit goes on. What is late goes on record and to the head of the petition office.",
    },
  },
  leadMissed: {
    subject: "late",
    to: "namer",
    title: { zh: "包案领导逾期没有办到，请过问", en: "The leader in charge is late: please see to it" },
    next: {
      zh: () => "办理页上写着逾期的是哪一件。请提醒包案领导；不能再包案的，在办理页更换。",
      en: () => "The task page says what is late. Please remind the leader, or put another one in charge on that page.",
    },
  },
  instructed: {
    subject: "task",
    to: "instructed",
    title: { zh: "请落实领导批示", en: "Please do what a leader has instructed" },
    next: {
      zh: () => "批示写在办理页上。请先签收，办到后报告。到期没有报告的，转您单位负责人，再报包案领导。",
      en: () =>
        "The task page has the instruction. Acknowledge it, and report it once it is done. Without a report in time the head of your unit has it, and then the leader is told.",
    },
  },
  instructionLate: {
    subject: "late",
    to: "instructed",
    title: { zh: "领导批示逾期没有落实，请办到", en: "A leader’s instruction is late: please have it done" },
    next: {
      zh: () => "已经记录在案，由您负责。办到后请在办理页报告；再逾期的，报包案领导。",
      en: () =>
        "That is on record, and it is yours now. Report it on the task page once it is done; if it is late again the leader is told.",
    },
  },
  instructionAnswered: {
    subject: "task",
    to: "inCharge",
    title: { zh: "您的批示有了结果", en: "There is news of what you instructed" },
    next: {
      zh: () => "办理页上写着办到了什么，或者什么逾期了。",
      en: () => "The task page says what was done, or what is late.",
    },
  },
  deliver: {
    subject: "task",
    to: "deliverer",
    title: { zh: "请打印答复，送达信访人并登记", en: "Please print the answer, deliver it and record that" },
    next: {
      zh: () =>
        "信访人没有可以通知的邮箱，或者还没有打开答复。请在办理页打印，当面送交或者邮寄，再登记送达日期。申请复查的期限从送达之日起算。",
      en: () =>
        "No email tells the petitioner of it, or they have not opened it. Print it on the task page, hand it over or post it, and record the day there. The time to ask for review runs from that day.",
    },
  },
  chaseTransfer: {
    subject: "task",
    to: "handler",
    title: { zh: "转送的事项，请跟踪对方回执", en: "A transfer: please see to the other body's receipt" },
    next: {
      zh: () => "对方还没有回执。请联系该机关；收到回执以后，在办理页登记，此件才办结。",
      en: () =>
        "The other body has not said yet that it has the matter. Please call it, and record its receipt on the task page: only then does the case end.",
    },
  },
  mayCorrect: {
    subject: "task",
    to: "corrector",
    title: { zh: "这份答复如需更正，由您负责", en: "Should this answer need a correction, it is yours to make" },
    next: {
      zh: () =>
        "答复已经送达，作出或者送达的同事不再负责。现在没有要办的；申请复查期限届满以前发现写错的，请在办理页更正。",
      en: () =>
        "It is delivered, and the colleague who wrote or delivered it is no longer in charge. Nothing is asked of you now; if something in it turns out to be wrong before the time for a review ends, correct it on the task page.",
    },
  },
  dateMoved: {
    subject: "task",
    to: "handler",
    title: { zh: "期限有变动，请按新的日期办理", en: "A date of this case has moved: please go by the new one" },
    next: {
      zh: () => "放假安排有变化，期限重新计算，起算日期不变。办理页上写着每个期限和变动的原因。",
      en: () =>
        "Public holidays were rearranged, so the time was counted anew from the same start. The task page lists every time limit and why it moved.",
    },
  },
  turnedOrdinary: {
    subject: "task",
    to: "handler",
    title: {
      zh: "转为普通程序，请继续办理",
      en: "No longer a simple matter: please go on as with any other case",
    },
    next: {
      zh: ({ fact }) => `${turnedBecause(fact).zh}。答复期限从首次受理之日起算，没有重新起算。每个期限都写在办理页上。`,
      en: ({ fact }) =>
        `${capitalised(turnedBecause(fact).en)}. The time for the answer counts from the first acceptance and does not start afresh. The task page lists every time limit.`,
    },
  },
  markedUrgent: {
    subject: "task",
    to: "handler",
    title: { zh: "标为紧急，请马上办理", en: "Marked urgent: please act now" },
    next: {
      zh: ({ fact }) =>
        `${urgencyBecause(fact).zh}。从现在起提醒即时发送，不再等上午；不能延期，不能以解决方案办结，也不再等补充材料。法定期限不变，每个期限都写在办理页上。`,
      en: ({ fact }) =>
        `${capitalised(urgencyBecause(fact).en)}. From now on reminders come at once and wait for no morning; it can be neither extended nor settled, and waits for no material. The law's time stays as it is; the task page lists every time limit.`,
    },
  },
  unmarkedUrgent: {
    subject: "task",
    to: "handler",
    title: { zh: "不再是紧急事项，请继续办理", en: "No longer urgent: please go on" },
    next: {
      zh: ({ fact }) => `${urgencyBecause(fact).zh}。本环节恢复原来的期限，法定期限不变，都写在办理页上。`,
      en: ({ fact }) =>
        `${capitalised(urgencyBecause(fact).en)}. The step has its former time again, and the law's stays as it is; the task page lists both.`,
    },
  },
  decideExtension: {
    subject: "decision",
    to: "head",
    title: { zh: "请决定是否同意延期", en: "Decide whether this case gets more time" },
    next: {
      zh: ({ days }) =>
        `经办人申请延长办理期限${days === undefined ? "" : ` ${days} 日`}，原因写在办理页上。请同意，或者写明理由不同意；到期没有决定的，按不同意处理。`,
      en: ({ days }) =>
        `The handler asks for ${days === undefined ? "more time" : `${days} more days`}; the task page says why. Approve it, or refuse with a reason. Undecided after the last day it counts as refused.`,
    },
  },
  extensionDecided: {
    subject: "task",
    to: "handler",
    title: { zh: "延期申请已有决定", en: "Your request for more time is decided" },
    next: {
      zh: ({ fact }) => `${decided(fact).zh}每个期限都写在办理页上。一件事项只能申请一次延期。`,
      en: ({ fact }) =>
        `${decided(fact).en} The task page lists every time limit. More time can be asked for once in a case.`,
    },
  },
  decideObjection: {
    subject: "decision",
    to: "sender",
    title: { zh: "请决定：承办单位提出，此件不属于本单位", en: "Decide: the unit says that this case is not its own" },
    next: {
      zh: () =>
        "理由和应当承办的单位写在办理页上。请核实：成立的，改由别的单位办理；不成立的，写明理由。到期没有决定的，不视为同意，由信访局负责人决定。",
      en: () =>
        "The task page gives its reasons and the unit that it names. Verify them, then send the case on, or refuse with a reason. Undecided, nothing is upheld and the bureau’s head decides.",
    },
  },
  answerPressure: {
    subject: "decision",
    to: "confidant",
    title: {
      zh: "请核实：信访人反映，撤回不是自己的意思",
      en: "Please find out: a petitioner says that they were pressed to withdraw",
    },
    next: {
      zh: () =>
        "信访人写的情况在办理页上，只有您看得到。请直接联系信访人，不要转给承办单位。答复以前撤回不生效；到期没有答复的，每个工作日早上催一次。",
      en: () =>
        "The task page has what they say, for your eyes only. Please speak with them yourself, and do not pass it to the unit in charge. The withdrawal is not final before you have answered; once that is due you are reminded every working morning.",
    },
  },
  objectionRefused: {
    subject: "task",
    to: "handler",
    title: { zh: "异议不成立，请继续办理", en: "Your objection was refused: please go on" },
    next: {
      zh: () => "理由写在办理页上，期限没有变。还不同意的，可以在期限内再提一次，由信访局负责人决定。",
      en: () =>
        "The task page says why; the deadlines have not changed. You may object once more in time, and the bureau’s head decides.",
    },
  },
  decideOtherWay: {
    subject: "decision",
    to: "consenter",
    title: {
      zh: "请决定：承办单位提请转送或者导入此件",
      en: "Decide: the unit proposes that this case belongs elsewhere",
    },
    next: {
      zh: () =>
        "提请转到哪里、为什么，写在办理页上。同意的，出具告知书；不同意的，写明理由，承办单位继续办理。到期没有决定的，不视为同意，由信访局负责人决定。",
      en: () =>
        "The task page says where it is to go, and why. Agree, which issues the notice, or refuse with a reason and the unit goes on. Silence is no consent: undecided, the bureau’s head decides.",
    },
  },
  otherWayRefused: {
    subject: "task",
    to: "handler",
    title: { zh: "没有同意转送或者导入，请继续办理", en: "Your proposal was refused: please go on" },
    next: {
      zh: () => "理由写在办理页上，期限没有变。",
      en: () => "The task page says why; the deadlines have not changed.",
    },
  },
  decideRecusal: {
    subject: "decision",
    to: "judge",
    title: { zh: "请决定：信访人申请回避", en: "Decide: the petitioner asks that somebody step aside" },
    next: {
      zh: () =>
        "请谁回避、什么原因，写在办理页上。请核实：同意的，改由他人办理；不同意的，写明理由，信访人会看到。决定以前，被申请回避的暂停办理，期限照常计算。到期没有决定的，由信访局负责人决定。",
      en: () =>
        "The task page says who, and why. Verify it, then grant it, so that somebody else takes over, or refuse with a reason that the petitioner reads. Until then whoever is meant does nothing, and every deadline runs. Undecided, the bureau’s head decides.",
    },
  },
  decideUrgency: {
    subject: "decision",
    to: "triage",
    title: { zh: "请决定：信访人申请标为紧急", en: "Decide: the petitioner asks that this be marked urgent" },
    next: {
      zh: () =>
        "为什么紧急写在办理页上。请马上核实：紧急的，标为紧急；不紧急的，写明理由，信访人会看到。有危险的，先打电话处置。到期没有决定的，由信访局负责人决定。",
      en: () =>
        "The task page says why. Verify it at once: mark it urgent, or say why not, which the petitioner reads. If there is danger, call for help first. Undecided, the bureau’s head decides.",
    },
  },
  recusalAsked: {
    subject: "task",
    to: "holder",
    title: { zh: "信访人申请回避，请暂停办理", en: "The petitioner asks that you step aside: please wait" },
    next: {
      zh: () =>
        "申请您本人或者您的单位回避，由负责人决定，最迟的日子写在上面。决定以前请暂停办理，期限照常计算；确有应当回避情形的，可以在办理页上自行回避。",
      en: () =>
        "They ask it of you, or of your unit, and a head decides by the day above. Until then do nothing on the case; every deadline runs. If you must not handle it, step aside on the task page.",
    },
  },
  recusalRefused: {
    subject: "task",
    to: "holder",
    title: { zh: "回避申请没有同意，请继续办理", en: "You need not step aside: please go on" },
    next: {
      zh: () => "理由写在办理页上，期限没有变。",
      en: () => "The task page says why; the deadlines have not changed.",
    },
  },
  assist: {
    subject: "task",
    to: "assistant",
    title: { zh: "请协办：答复承办单位的问题", en: "Please assist: answer the unit in charge" },
    next: {
      zh: () => "问题和事由写在办理页上。请答复，不掌握情况的写明理由。到期没有答复的，记为逾期，转您单位负责人。",
      en: () =>
        "The task page has the question and the matter. Answer it, or say why you cannot. Unanswered, that goes on record and passes to the head of your unit.",
    },
  },
  assistLate: {
    subject: "task",
    to: "assistant",
    title: { zh: "协办已经逾期，请答复承办单位", en: "Overdue: please answer the unit in charge" },
    next: {
      zh: () => "到期没有答复，已经记录在案，由您负责答复。问题写在办理页上。没有答复的，每个工作日早上再发邮件。",
      en: () =>
        "It was not answered in time, which is on record, and is yours to answer. The task page has the question. You are reminded every working morning until then.",
    },
  },
  assisted: {
    subject: "task",
    to: "handler",
    title: { zh: "协办单位有了回音，请接着办理", en: "The unit that you asked has replied: please go on" },
    next: {
      zh: () => "答复或者不能协办的理由写在办理页上，写处理意见书时可以引用。期限没有变。",
      en: () =>
        "The task page has its answer, or why it cannot, to quote from in your letter. The deadlines have not changed.",
    },
  },
  convened: {
    subject: "meeting",
    to: "meeting",
    title: { zh: "请参加会商", en: "You are called to a meeting" },
    next: {
      zh: () =>
        "商量什么、还请了哪些单位，写在办理页上。时间和地点由召集的单位另行通知。能参加的不用回复，不能参加的请在办理页写明理由。",
      en: () =>
        "The task page says what it is about and who else comes. Whoever called it tells you time and place. If you come, no reply is needed; if nobody can, say why on the task page.",
    },
  },
  meetingCalledOff: {
    subject: "calledOff",
    to: "meeting",
    title: { zh: "会商取消，您不用再来", en: "The meeting is called off: you need not come" },
    next: {
      zh: () => "召集的单位取消了这次会商，或者此件的这一环节已经结束。另定日子的，会再发邮件。",
      en: () =>
        "Whoever called it has called it off, or the step of the case has ended. Should it be on another day, another email comes.",
    },
  },
  minutes: {
    subject: "minutes",
    to: "meeting",
    title: { zh: "会商纪要已经记录，请查收", en: "The minutes of the meeting are here to read" },
    next: {
      zh: () => "纪要写在办理页上，可以打印。这次会商没有请您的单位办事。",
      en: () => "They are on the task page and can be printed. Nothing was decided that your unit has to do.",
    },
  },
  conveneMeeting: {
    subject: "task",
    to: "convener",
    title: { zh: "会商由您召集，请看办理页", en: "The meeting is yours to call: please see the task page" },
    next: {
      zh: () => "请哪些单位、商量什么、哪天会商，写在办理页；有单位不能来的，理由也在那里。期限照常计算。",
      en: () =>
        "Say there which units, about what and on which day; it shows, too, who cannot come and why. Every deadline runs.",
    },
  },
  recordBureauMinutes: { ...minutesAsked, to: "convener" },
  recordMinutes: { ...minutesAsked, to: "handler" },
  carryOut: {
    subject: "task",
    to: "meeting",
    title: { zh: "请办理会商决定的事", en: "Please do what the meeting decided" },
    next: {
      zh: () =>
        "办什么、会商纪要和事由写在办理页上。办好了请报告，办不到的写明理由。到期没有报告的，记为逾期，转您单位负责人。",
      en: () =>
        "The task page has what it is, the minutes and the matter. Report it when it is done, or say why it cannot be. Without a word by the last day, that goes on record and passes to the head of your unit.",
    },
  },
  carryOutLate: {
    subject: "task",
    to: "meeting",
    title: { zh: "会商决定的事已经逾期，请办理", en: "Overdue: please do what the meeting decided" },
    next: {
      zh: () => "到期没有报告办好，已经记录在案，由您负责。办什么写在办理页上。没有报告的，每个工作日早上再发邮件。",
      en: () =>
        "It was not reported as done in time, which is on record, and is yours now. The task page says what it is. You are reminded every working morning until then.",
    },
  },
  materialAdded: {
    subject: "task",
    to: "holder",
    title: { zh: "信访人补充了材料，请查看", en: "The petitioner has added material: please read it" },
    next: {
      zh: () => "内容写在办理页的办理明细里。您请信访人补充的，本环节的时间从现在起接着算，新的期限写在上面。",
      en: () =>
        "It is in the history on the task page. If you had asked for it, the step’s time runs again from now, to the day above.",
    },
  },
  materialNotBrought: {
    subject: "task",
    to: "handler",
    title: { zh: "补充材料的日子已过，请按现有的材料办理", en: "No material came: please go on with what there is" },
    next: {
      zh: () => "本环节的时间接着算，期限写在上面。信访人没有补充，不能因此不办或者不支持。",
      en: () =>
        "The step’s time runs again, to the day above. That nothing came is no reason to stop, or to decide against them.",
    },
  },
  fileAdded: {
    subject: "task",
    to: "holder",
    title: { zh: "信访人交来了照片或 PDF，请查看", en: "The petitioner has sent a photo or a PDF: please look at it" },
    next: {
      zh: () => "在办理页上打开，每次打开都有记录。当天再交的，不另发邮件。",
      en: () =>
        "Open it from the task page; each time is recorded. What comes later today is there too, without another email.",
    },
  },
  casesMerged: {
    subject: "task",
    to: "holder",
    title: {
      zh: "同一事项的信访件并入您这一件，请一并办理",
      en: "A petition of the same matter is handled with yours from now on",
    },
    next: {
      zh: () =>
        "并入的内容可以从办理页打开。期限没有变。您的书面答复同时发给每一位信访人，各有编号。以后再并入的写在办理页上，不另发邮件。",
      en: () =>
        "Open it from the task page. The deadlines have not changed. Your answer goes to each petitioner in a letter of its own. Others that follow are on the task page, without another email.",
    },
  },
  memberBrought: {
    subject: "task",
    to: "holder",
    title: {
      zh: "并入件的信访人补充了材料，请查看",
      en: "Material was added to a petition that is handled with yours: please read it",
    },
    next: {
      zh: () => "可以从办理页打开。期限没有变。",
      en: () => "Open it from the task page. The deadlines have not changed.",
    },
  },
  agentDenied: {
    subject: "task",
    to: "holder",
    title: {
      zh: "信访人表示没有委托代理人提交，请直接联系信访人",
      en: "The petitioner had not asked the agent to file this: please turn to the petitioner",
    },
    next: {
      zh: () =>
        "代理就此结束，诉求仍是信访人的，照常办理，期限没有变。代理人说过、交来的，请向信访人本人核对；办理情况不再告诉代理人。",
      en: () =>
        "The agent acts for them no longer. The petition is the petitioner’s and goes on, with the same deadlines. Check with the petitioner what the agent has said or brought, and tell the agent nothing more.",
    },
  },
  mergedAway: {
    subject: "merged",
    to: "handler",
    title: {
      zh: "此件已并入另一件办理，您不用再办理",
      en: "This petition is handled in another one: nothing more is asked of you",
    },
    next: {
      zh: () =>
        "信访局认定是同一事项、要求相同。您手里的环节随之结束；解除并案的，会另发邮件。办理明细写在办理页上，打开链接就能看到，不用输入验证码。",
      en: () =>
        "The petition office found both to be the same matter. Your step has ended with that; should they be parted again, another email comes. The task page says what happened; no code is needed.",
    },
  },
  sentOn: {
    subject: "passed",
    to: "handler",
    title: { zh: "异议成立，此件已转给其他单位", en: "Your objection was upheld: another unit has the case" },
    next: {
      zh: () => "材料已经随件移交，您手里的环节结束。决定的理由写在办理页上，打开链接就能看到，不用输入验证码。",
      en: () => "All material went along and your step has ended. The task page says why; no code is needed.",
    },
  },
  pulledUp: {
    subject: "passed",
    to: "handler",
    title: { zh: "此件已提级办理", en: "The case was pulled up to a level above" },
    next: {
      zh: () => "您手里的环节结束，材料随件移交。原因写在办理页上，不用输入验证码。",
      en: () => "Your step has ended and all material went along. The task page says why; no code is needed.",
    },
  },
  otherWayAgreed: {
    subject: "passed",
    to: "handler",
    title: { zh: "信访局已同意您的提请", en: "The bureau has agreed to your proposal" },
    next: {
      zh: () => "此件由信访局转送或者导入，您手里的环节结束。明细写在办理页上，不用输入验证码。",
      en: () => "It goes where you proposed, and your step has ended. The task page says more; no code is needed.",
    },
  },
  awaitReceipt: {
    subject: "task",
    to: "handler",
    title: { zh: "已转送，请在收到对方回执后登记", en: "Transferred: please record the other body’s receipt" },
    next: {
      zh: () => "在对方收到以前，此件由您负责：请把材料送到该机关，收到回执以后在办理页登记。到期没有回执的，请催问。",
      en: () =>
        "It is yours until that body has it: please send the papers there, and record its receipt on the task page. Without one by the last day, please ask for it.",
    },
  },
  reminded: {
    subject: "reminder",
    to: "handler",
    title: { zh: "提醒：紧急事项还没有办完，请抓紧办理", en: "A reminder: this urgent case is still open" },
    next: {
      zh: ({ unfinished }) => `期限没有变。${unfinished}。`,
      en: ({ unfinished }) => `The deadline has not changed. ${capitalised(unfinished)}.`,
    },
  },
  newLink: {
    subject: "task",
    to: "holder",
    title: { zh: "您的新办理链接", en: "Your new link to this task" },
    next: {
      zh: () =>
        "有人用原来的链接要求重寄。请用下面的链接和验证码打开，原来的链接和验证码已经失效。如果不是您本人要求的，请告诉信访局。",
      en: () =>
        "Whoever held the earlier link asked for a new one. Please use the link and the six digits below; the earlier ones are void. If that was not you, please tell the petition office.",
    },
  },
  ended: {
    subject: "ending",
    to: "handler",
    title: { zh: "信访人已撤回，您不用再办理", en: "The petitioner has withdrawn it: nothing more is asked of you" },
    next: {
      zh: () =>
        "您手里的环节随之结束。信访人恢复办理的，会另发邮件。办理明细写在办理页上，打开链接就能看到，不用输入验证码。",
      en: () =>
        "Your step has ended with it. Should they undo that, another email comes. The task page says what happened; no code is needed.",
    },
  },
};

/** What became of a request for more time. The reason is sealed with the case, and stays on the task page. */
const decided = (fact: Fact): Bilingual => {
  switch (fact.type) {
    case "extensionApproved":
      return {
        zh: `负责人同意延期 ${fact.letter.days} 日，期限已经顺延，写在上面。`,
        en: `Approved: ${fact.letter.days} more days. The new last day is above.`,
      };
    case "extensionRefused":
      return {
        zh: "负责人没有同意延期，理由写在办理页上，期限不变。",
        en: "Refused; the task page says why. The last day has not changed.",
      };
    default:
      return { zh: "决定和理由写在办理页上。", en: "The task page says what was decided and why." };
  }
};

/** What comes of a step that is unfinished when its time is over. */
const unfinishedSays = ({ after, now, ...about }: TaskAsked): Bilingual => {
  const { toOwner } = chasing(about.petition);
  const today = districtDate(now);
  switch (after?.when) {
    case "stepEnds":
      return {
        zh: `本环节到期没有办结的，自动转到${levelWords(about, after.level).zh}`,
        en: `unfinished when the step ends, the case moves up to ${levelWords(about, after.level).en}`,
      };
    case "unacknowledged":
      return {
        zh: `到${dateWords(after.on, "zh", today)}没有签收的，自动转到${levelWords(about, after.level).zh}`,
        en: `unacknowledged by ${dateWords(after.on, "en", today)}, the case moves up to ${levelWords(about, after.level).en}`,
      };
    case "lifted":
      return {
        zh: `到${dateWords(after.on, "zh", today)}法定时限过 ${after.percent}%，还没有办结的，自动转到${levelWords(about, after.level).zh}`,
        en: `unfinished on ${dateWords(after.on, "en", today)}, when ${after.percent}% of the time set by law is gone, the case moves up to ${levelWords(about, after.level).en}`,
      };
    default:
      return {
        zh: `到期没有办完的，${toOwner.zh}`,
        en: `unfinished after the last day, ${toOwner.en}`,
      };
  }
};

const labels = {
  matter: { zh: "事项", en: "About" },
  extension: { zh: (days: number) => `延期 ${days} 日`, en: (days: number) => `${days} more days` },
  unacknowledged: { zh: "未签收", en: "not yet acknowledged" },
  until: { zh: "期限", en: "Last day" },
  meets: { zh: "会商日期", en: "Day of the meeting" },
  open: { zh: "打开办理页", en: "Open the task page" },
  code: { zh: "验证码", en: "Six-digit code" },
  hint: {
    zh: "在办理页上手工输入。链接和验证码只供您本人使用，请不要转发。",
    en: "Type it on the task page. Link and code are for you alone; please do not forward them.",
  },
  chain: { zh: "办到哪里", en: "Where it stands" },
  help: { zh: "谁能帮忙", en: "Who can help" },
  why: { zh: "为什么发给您", en: "Why you got this" },
} satisfies Record<string, Bilingual | BilingualSentence<number>>;

/** The mail that gives a task to its owner, in their language. */
export const taskMail = (task: TaskAsked): MailText => {
  const subject = subjectOf(task);
  const written = sheet(task);
  return { subject, html: htmlMail(subject, written), text: plainText(written) };
};

/** What helps to choose, first: what it is about, until when, and whether it waits to be acknowledged. */
const subjectOf = (task: TaskAsked): string => {
  const { ask, petition, directory, lang, lastDay, now } = task;
  const isEnding = asksNothing(ask);
  const isLate = dayOf(ask) === "last" && isOver(lastDay, now);
  const day = dateWords(lastDay, lang, districtDate(now));
  const until = isLate
    ? { zh: `期限为${day}`, en: `was due ${day}` }
    : dayOf(ask) === "meeting"
      ? { zh: day, en: `on ${day}` }
      : { zh: latestWords(lastDay, districtDate(now)), en: `by ${day}` };
  const [asked, waits] = [askedFor(task), isEnding ? [] : unacknowledged(task)];
  return subjectLine(
    {
      urgent: petition.urgent && !isEnding,
      kind: kindOf(task)[lang],
      about: [
        ...asked,
        matterWords(petition, directory, lang),
        ...(dayOf(ask) === "none" ? [] : [until[lang]]),
        ...waits,
        caseNumber(petition.id, directory),
      ],
    },
    lang,
  );
};

const kindOf = ({ ask, lastDay, now }: TaskAsked): Bilingual => {
  const { subject } = asks[ask];
  return kinds[dayOf(ask) === "last" && isOver(lastDay, now) ? "late" : subject];
};

/** How the subject of a mail about several tasks begins: as that of each does, where they are of one kind. */
export const kindOfAll = (tasks: readonly TaskAsked[]): Bilingual => {
  const [first, ...others] = new Set(tasks.map(kindOf));
  return first !== undefined && others.length === 0 ? first : kinds.task;
};

const askedFor = ({ ask, petition: { extension }, lang }: TaskAsked): string[] =>
  ask === "decideExtension" && extension !== undefined ? [labels.extension[lang](extension.days)] : [];

const unacknowledged = ({ ask, petition, lang }: TaskAsked): string[] =>
  asks[ask].to === "handler" && !asksNothing(ask) && petition.acknowledgedAt === undefined
    ? [labels.unacknowledged[lang]]
    : [];

/** What a row says of a task: what is asked for, what it is about, and whether it waits to be acknowledged. */
export const aboutTask = (task: TaskAsked): string[] => [
  ...askedFor(task),
  matterWords(task.petition, task.directory, task.lang),
  ...unacknowledged(task),
];

/** What a task mail asks, as it is headed. */
export const askTitle = (ask: Ask): Bilingual => asks[ask].title;

/** What is asked of its reader, and what comes of it. */
export const saidOf = (task: TaskAsked): { title: string; next: string } => {
  const { ask, fact, petition, lang, isLateByLaw } = task;
  const { title, next } = asks[ask];
  const chased = chasing(petition).toOwner[lang];
  const told: AskOf = {
    unfinished: unfinishedSays(task)[lang],
    days: petition.extension?.days,
    fact,
    chased,
    isLateByLaw,
  };
  return { title: title[lang], next: next[lang](told) };
};

const sheet = (task: TaskAsked): Sheet => {
  const { ask, petition, directory, lang, lastDay, now, link, code, chain } = task;
  const { title, next } = saidOf(task);
  return {
    lang,
    parts: [
      numberPart(petition.id, directory, lang),
      { is: "title", text: title },
      ...(dayOf(ask) === "none"
        ? []
        : [untilPart(dayOf(ask) === "meeting" ? labels.meets : labels.until, lastDay, now, lang)]),
      { is: "fact", label: labels.matter[lang], text: matterWords(petition, directory, lang) },
      { is: "say", text: next },
      { is: "link", label: labels.open[lang], url: link },
      ...(asksNothing(ask)
        ? []
        : [{ is: "code", label: labels.code[lang], code, hint: labels.hint[lang] } satisfies SheetPart]),
      ...(chain === undefined ? [] : [{ is: "fact", label: labels.chain[lang], text: chain } satisfies SheetPart]),
      { is: "fact", label: labels.help[lang], text: helpers(task) },
      { is: "fact", label: labels.why[lang], text: why(task) },
    ],
  };
};

/** The head of the reader's unit, unless that is the reader, and the bureau; once where both are one office. */
const helpers = ({ directory, staff, lang }: TaskAsked): string => {
  const { bureau: bureauId } = directory.district;
  const [unit, bureau] = [staff.unit, bureauId].map((id) => directory.units.find((one) => one.id === id));
  const head = unit === undefined || unit.head === staff.id ? undefined : staffName(directory, unit.head, lang);
  return [
    ...(head === undefined
      ? []
      : [contact({ zh: `单位负责人${head}`, en: `${head}, head of your unit` }[lang], unit?.phone)]),
    ...(head !== undefined && unit?.id === bureauId
      ? []
      : [contact(unitName(directory, bureauId, lang), bureau?.phone)]),
  ].join({ zh: "；", en: "; " }[lang]);
};

const why = (task: TaskAsked): string => `${reason(task)[task.lang]}${privacy[task.lang]}`;

const reason = ({ ask, petition, directory, staff, lang }: TaskAsked): Bilingual => {
  const unit = unitName(directory, staff.unit, lang);
  switch (asks[ask].to) {
    case "deliverer":
      if (petition.deliverer !== undefined) {
        return {
          zh: `作出答复的同事不在岗或者不再负责，由您负责送达（${becauseNames[petition.deliverer.because].zh}）。`,
          en: `The colleague who wrote the answer is away, or no longer in charge, so its delivery is yours: ${becauseNames[petition.deliverer.because].en}.`,
        };
      }
      return {
        zh: `${unit}的答复由您作出，送达也由您负责。`,
        en: `You wrote the answer of ${unit}, so its delivery is yours too.`,
      };
    case "corrector":
      return {
        zh: "原来负责的同事不再负责，由您接手。",
        en: "The colleague who was in charge no longer is, and it falls to you.",
      };
    case "holder":
      return {
        zh: `此件现在由您办理，您在${unit}的邮箱写在人员名录里。`,
        en: `This case waits for you, and the directory has this address for you at ${unit}.`,
      };
    case "head":
      return {
        zh: "此件的延期由负责人决定，负责人是您或者由您代办。",
        en: "The head decides on this extension, and that is you or you stand in.",
      };
    case "triage":
      return {
        zh: "是否标为紧急由信访局决定，由您或者由您代为决定。",
        en: "The bureau decides whether it is urgent, and that is yours or you stand in for it.",
      };
    case "supervisor":
      return {
        zh: "督办由信访局决定，由您或者由您代为决定。",
        en: "The bureau decides on supervision, and that is yours or you stand in for it.",
      };
    case "supervised":
      return {
        zh: "信访局督办的单位由您负责，或者由您分管、代为负责。",
        en: "You answer for the unit that the bureau supervises: as its head, as the leader over it, or standing in.",
      };
    case "judge":
      return {
        zh: "信访人申请回避，由负责人决定，负责人是您或者由您代办。",
        en: "A head decides whether somebody steps aside, and that is you or you stand in.",
      };
    case "assistant":
      return {
        zh: `承办单位请${unit}协办，由您答复。`,
        en: `The unit in charge asked ${unit} to assist, and the answer is yours to give.`,
      };
    case "meeting":
      return {
        zh: `此件请${unit}参加会商，由您负责。`,
        en: `${capitalised(unit)} is called to a meeting on this case, and that is yours to see to.`,
      };
    case "convener":
      return {
        zh: `此件由${unit}召集会商，由您或者由您代为召集。`,
        en: `${capitalised(unit)} calls the meeting on this case, and that is yours or you stand in for it.`,
      };
    case "promiser":
      return {
        zh: `答复中有一件事由${unit}承诺办到，由您负责。`,
        en: `An answer promises something for ${unit} to do, and that is yours to see to.`,
      };
    case "overseer":
      return {
        zh: "没有兑现的承诺由信访局督办，由您或者由您代为督办。",
        en: "The petition office sees to promises that were not kept, and that is yours or you stand in.",
      };
    case "caller":
      return {
        zh: "回访由没有经手过此件的人负责，您没有经手过。",
        en: "Such calls are made by somebody who had no hand in the case, and you had none.",
      };
    case "reviewer":
      return {
        zh: `信访人对一份答复申请复查，由${unit}审查，由您负责；经手过这件事项的人员不参加。`,
        en: `A petitioner asks for a review, which is for ${unit} to examine, and yours: nobody who had a part in the case takes part in it.`,
      };
    case "confidant":
      return {
        zh: "撤回的情况由信访局负责人核实，负责人是您或者由您代办。",
        en: "Such words go to the head of the petition office, and that is you or you stand in.",
      };
    case "inCharge":
      return {
        zh: "您是此件的包案领导，或者由您代办。",
        en: "You are in charge of this case as a leader, or you stand in.",
      };
    case "namer":
      return {
        zh: "包案领导逾期的，由信访局负责人过问，负责人是您或者由您代办。",
        en: "What a leader is late with goes to the head of the petition office, and that is you or you stand in.",
      };
    case "instructed":
      return {
        zh: `包案领导批示由${unit}办理，由您负责。`,
        en: `A leader has instructed ${unit}, and that is yours to see to.`,
      };
    case "sender":
      return {
        zh: `此件由${unitName(directory, directory.district.bureau, lang)}交办，异议由您或者由您代为决定。`,
        en: `${capitalised(unitName(directory, directory.district.bureau, lang))} sent the case, and this decision is yours or you stand in for it.`,
      };
    case "consenter":
      return {
        zh: "此件转送或者导入，须经信访局同意，由您或者由您代为决定。",
        en: "The case goes elsewhere only with the bureau’s consent, and this decision is yours or you stand in for it.",
      };
    case "handler": {
      const because = petition.because === undefined ? undefined : becauseNames[petition.because][lang];
      return {
        zh: `您是${unit}此件的经办人${because === undefined ? "" : `（${because}）`}。`,
        en: `You handle this case for ${unit}${because === undefined ? "" : `: ${because}`}.`,
      };
    }
  }
};

const privacy: Bilingual = {
  zh: "为保护信访人，邮件里不写信访人的姓名、电话和诉求内容。",
  en: " To protect the petitioner, this email does not give their name, phone number or story.",
};
