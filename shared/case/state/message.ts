import * as z from "zod";
import { PeriodName } from "#clock/clock.ts";
import { CaseId, StaffId } from "#ground/ids.ts";
import { Instant, Until } from "#ground/instant.ts";
import { Level, ReviewStation, Station } from "#ground/levels.ts";

/** Result words that the workflow maps to its next state. */
export const StepOutcome = z.enum([
  "accepted",
  "notAccepted",
  "guided",
  "transferred",
  "settled",
  "answered",
  "overdue",
  "lifted",
  "reportedUpward",
  "handedBack",
  /** What was agreed has come to nothing: the level takes the matter up anew. */
  "takenUpAnew",
  /** The bureau gives it to another unit, of the same level or another: `startAt` says which. */
  "sentOn",
  /** It belongs to another body: the bureau has it until that body does. */
  "toBureau",
  "skipped",
  "closed",
  /** 复查: its petitioner asks for review; the answer was reviewed; it is revoked; the case stays open for what a letter has promised. */
  "reviewAsked",
  "reviewed",
  "revoked",
  "promised",
  /** The case has ended by the word of somebody else than whom its station waits for. */
  "ended",
]);
export type StepOutcome = z.infer<typeof StepOutcome>;

/** What a task mail asks of its reader. */
export const Ask = z.enum([
  "accept",
  /** Its petitioner asks to look again at what was not accepted. */
  "acceptAgain",
  "handle",
  "overdueAtTop",
  "settlementDeclined",
  /** What they reported settled, or somebody else did, has come to nothing: the matter is theirs to handle anew. */
  "handleAnew",
  "settlementAgreed",
  "promiseDue",
  "keepPromise",
  /** A letter names their unit for something that it promises; it is broken; and whoever of the bureau has that kept. */
  "keepPromises",
  "promiseBroken",
  "overseePromise",
  /** 回访: whoever had no hand in a case that has ended calls its petitioner. */
  "followUp",
  /** Whether the bureau supervises; what a unit answers to that; and the unit's head, who has to answer. */
  "decideSupervision",
  "judgeSupervision",
  "supervised",
  /** The petitioner urges what is owed. */
  "urged",
  /** 领导包案: the leader in charge; of the bureau, whoever sees to what they have missed; a unit that they instruct, and once it is late; and its answer. */
  "takeCharge",
  "leadMissed",
  "instructed",
  "instructionLate",
  "instructionAnswered",
  "deliver",
  /** 复查: the petitioner asks for review, and nobody who had a part in the case examines it. */
  "reviewAnswer",
  /** The body to which it was transferred has said nothing. */
  "chaseTransfer",
  /** Nothing, unless something in the letter turns out to be wrong. */
  "mayCorrect",
  "dateMoved",
  /** Handled the simple way until now. */
  "turnedOrdinary",
  /** It goes by hours from now on; by days again. */
  "markedUrgent",
  "unmarkedUrgent",
  "decideExtension",
  "extensionDecided",
  "decideObjection",
  "objectionRefused",
  /** Their owner proposes another way for the case; the bureau has refused that, or agreed to it. */
  "decideOtherWay",
  "otherWayRefused",
  "otherWayAgreed",
  /** They have agreed to a transfer, and record the receipt of the other body. */
  "awaitReceipt",
  /** Their petitioner says that they were pressed to withdraw. */
  "answerPressure",
  /** The petitioner asks that somebody have no part in the case: whoever decides; whoever it means, until it is decided; and when it is refused. */
  "decideRecusal",
  "recusalAsked",
  "recusalRefused",
  /** The petitioner asks that the case be marked urgent: whoever decides for the bureau. */
  "decideUrgency",
  "assist",
  "assistLate",
  /** Another unit has answered, or cannot. */
  "assisted",
  /** A meeting is called; it is called off; its minutes are here to read. */
  "convened",
  "meetingCalledOff",
  "minutes",
  /** Its owner is to record what was decided. */
  "recordMinutes",
  /** Whoever calls meetings for the bureau: to call one, or a unit cannot come; and to record what was decided. */
  "conveneMeeting",
  "recordBureauMinutes",
  /** A meeting has decided that their unit does something. */
  "carryOut",
  "carryOutLate",
  /** The petitioner has added material; or has not brought in time what they were asked for. */
  "materialAdded",
  "materialNotBrought",
  /** The petitioner has sent a photo or a PDF, the first of the day. */
  "fileAdded",
  /** 并案: other petitions are handled with theirs from now on; and the petitioner of one of them has brought something. */
  "casesMerged",
  /** Nothing any more: their case is handled in another one. */
  "mergedAway",
  "memberBrought",
  /** The petitioner says that they had not asked whoever filed it, who is their agent no longer. */
  "agentDenied",
  /** Nothing any more: the bureau has given the case to another unit. */
  "sentOn",
  /** Nothing any more: the case was pulled up to a level above. */
  "pulledUp",
  "reminded",
  /** Nothing new: the way to their task was asked for again. */
  "newLink",
  /** Nothing any more: the case has ended, and their turn with it. */
  "ended",
]);
export type Ask = z.infer<typeof Ask>;

/** What is told to whoever has no turn any more. */
export const tellsOfTheEnd: readonly Ask[] = ["ended", "sentOn", "pulledUp", "otherWayAgreed", "meetingCalledOff"];

/** News that a petitioner gets by mail when they left an address. */
export const News = z.enum([
  "registered",
  /** By the bureau, after a look; what is accepted at once is told with its registration. */
  "accepted",
  "movedUp",
  "late",
  /** The unit in charge has told them how far it is. */
  "progress",
  /** They are asked for material; and what they added has arrived. */
  "materialAsked",
  "materialAdded",
  /** Something that they sent was looked at, and not taken. */
  "fileRefused",
  "settlementProposed",
  "settlementRetracted",
  "settlementAgreed",
  "performanceAsked",
  "performanceUnreported",
  /** Of what a letter has promised, something is reported as done, is broken, or has another day. */
  "promiseReported",
  "promiseBroken",
  "promisePostponed",
  /** 督办: the bureau has issued it, or not, as they had asked; and has accepted what the unit answers. */
  "supervisionNoticed",
  "supervisionDeclined",
  "supervisionAccepted",
  "answered",
  /** 复查: it is taken up, or not; nobody has decided it in time; it is decided; and the answer is revoked. */
  "reviewAccepted",
  "reviewRefused",
  "reviewLate",
  "reviewed",
  "answerRevoked",
  "letterCorrected",
  /** The office tried to reach them in vain. */
  "notReached",
  "notAccepted",
  /** The bureau's head has looked again, and it stays so. */
  "refusalUpheld",
  "guided",
  "transferred",
  "transferReceived",
  /** Taken back, which can be undone; undone for them at the bureau; and confirmed. */
  "withdrawing",
  "withdrawalUndone",
  "withdrawn",
  /** The head of the bureau has answered what they said of it. */
  "pressureAnswered",
  "closed",
  /** 并案: handled in another petition of the same facts and requests; and for itself again. */
  "merged",
  "unmerged",
  "dateMoved",
  /** Handled the simple way until now. */
  "turnedOrdinary",
  "markedUrgent",
  "unmarkedUrgent",
  /** It was not marked urgent, as they had asked. */
  "urgencyRefused",
  "recusalDecided",
  "extended",
  /** The bureau has given it to another unit. */
  "sentOn",
  /** Nothing new: whether the address is theirs is asked again. */
  "mailboxAgain",
  /** Somebody acts for them from now on: with their code and their number, so that they are told in case it was not they. */
  "agentNamed",
  /** They have confirmed whoever filed it for them: with their code and their number, so that they are told of it too. */
  "agentConfirmed",
  /** Their agent has done something for them. */
  "agentActed",
]);
export type News = z.infer<typeof News>;

/** News of where a case stands that clocks tell, and that says enough alone when several of them ring at one moment. */
export const standingNews: readonly News[] = ["movedUp", "late", "promiseBroken", "promiseReported", "reviewLate"];

/**
 * A line for a person's next morning digest: that a share of a clock has passed; at 0, that a turn is theirs since the
 * night. Stored with the decision, once for
 * each case, clock, share and person; the turn (step and assignment) tells whether the case is still theirs by then.
 */
export const Notice = z.strictObject({
  kind: z.literal("notice"),
  to: StaffId,
  clock: PeriodName,
  percent: z.int().min(0).max(100),
  stepNo: z.int().positive(),
  assignment: z.int().positive(),
  lastDay: Until,
});
export type Notice = z.infer<typeof Notice>;

/**
 * Minutes by which a mail to staff that no person's act causes waits for what comes to the same person with it: a sweep, an
 * import and what the workflow makes of them take less.
 */
export const gatheringMinutes = 1;

/** Set on a mail that waits: for the beginning of working hours, or for those that come to its reader with it. */
const notBefore = Instant.optional();

/** An effect that leaves through the outbox after its decision is stored. */
export const Message = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), epoch: z.int().positive(), startAt: Station }),
  /** What happened here comes of another case that this one is merged with. */
  z.strictObject({ kind: z.literal("carry"), to: CaseId }),
  z.strictObject({
    kind: z.literal("signal"),
    stepNo: z.int().positive(),
    outcome: StepOutcome,
    /** With `accepted` the level at which the chain begins; with `sentOn` that of the unit; with `takenUpAnew` after a letter, the one that issued it. */
    startAt: Level.optional(),
    /** At which station of the review chain it is waited for: those have no step of their own. */
    at: ReviewStation.optional(),
    /** Of which execution, where another may wait at the same step later. */
    epoch: z.int().positive().optional(),
  }),
  z.strictObject({
    kind: z.literal("taskMail"),
    to: StaffId,
    ask: Ask,
    stepNo: z.int().positive(),
    assignment: z.int().positive(),
    lastDay: Until,
    notBefore,
  }),
  z.strictObject({ kind: z.literal("newsMail"), news: News, notBefore }),
  /**
   * Tells whoever is on duty of a danger, or that the petitioner has urged what is owed, beside its owner; they have no turn, and
   * it waits for no morning.
   */
  z.strictObject({ kind: z.literal("dutyMail"), to: StaffId, urged: z.literal(true).optional() }),
  Notice,
]);
export type Message = z.infer<typeof Message>;
/** Tells whoever is on duty of something beside its owner. */
export type DutyMail = Extract<Message, { kind: "dutyMail" }>;
/** Tells a member of staff of a turn. */
export type TaskMail = Extract<Message, { kind: "taskMail" }>;
