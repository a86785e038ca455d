import * as z from "zod";
import { PeriodClock } from "#clock/clock.ts";
import { CountedLimit } from "#clock/counted-limit.ts";
import { OtherLimit } from "#clock/other-limit.ts";
import { Ground } from "#clock/policy.ts";
import { ReceivingBody } from "#clock/receiving-body.ts";
import { StatutoryRoute } from "#clock/statutory-route.ts";
import { Track } from "#clock/track.ts";
import { About } from "#directory/directory.ts";
import { Because } from "#directory/routing.ts";
import { CaseId, CategoryId, StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";
import { Level, StepLevel } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "./actor.ts";
import { AgentRelation, AgentScope, agentNumber } from "./facts/agent.ts";
import { Letter, Outcome, RequestFinding } from "./facts/answer.ts";
import { Assist, Contribution, mostAsked } from "./facts/assistance.ts";
import { Attachment, mostAttachments, mostRefusedAttachments, NotAttached } from "./facts/attachments.ts";
import { Delivered } from "./facts/delivery.ts";
import { SentFiles } from "./facts/files.ts";
import { FollowUp } from "./facts/follow-up.ts";
import { Hearing } from "./facts/hearing.ts";
import { openingNumber, signatoryNumber } from "./facts/joint.ts";
import { LeadGround, leader, mostInstructions } from "./facts/lead.ts";
import { LetterKind, LetterNumber } from "./facts/letter.ts";
import { MaterialAsked, mostMaterials } from "./facts/material.ts";
import { Meeting } from "./facts/meeting.ts";
import { mostMeetingsAtStep } from "./facts/meeting-bounds.ts";
import { mostMembers, SameAsks } from "./facts/merging.ts";
import { mostObjections } from "./facts/objection.ts";
import { mostOtherWays, OtherWay } from "./facts/other-way.ts";
import { mostWords } from "./facts/pressure.ts";
import { PromiseLine } from "./facts/promise.ts";
import { Rating } from "./facts/rating.ts";
import { AskedToRecuse, mostRecusals, RecusalGround } from "./facts/recusal.ts";
import { ReviewLetter } from "./facts/review.ts";
import { Missed, SupervisionLetter, SupervisionTurn } from "./facts/supervision.ts";
import { UrgencyBy, UrgentGround } from "./facts/urgency.ts";
import { mostUrgencyRequests } from "./facts/urgency-request.ts";
import { mostRequests } from "./party.ts";
import { Renewal } from "./renewal.ts";
import { PeriodRunning, Running } from "./running.ts";

/** What the petitioner has told the bureau, and who of it has to answer, in a turn of their own beside all others. */
export const WordTold = z.strictObject({
  pressure: Written,
  toldAt: Instant,
  confidant: Holder,
  /** The newest step then, which names the turn. */
  stepNo: z.int().positive(),
  assignment: z.int().positive(),
  /** The link of that turn, which goes with the case from step to step, was made anew. */
  renewal: Renewal.optional(),
});
export type WordTold = z.infer<typeof WordTold>;

/**
 * 督办: what waits for somebody, in turns of their own beside all others. `asked`: the bureau decides whether it supervises;
 * `noticed`: the unit has to do something and to say what; `reported`: the bureau judges that.
 */
export const SupervisionOpen = z.strictObject({
  stage: z.enum(["asked", "noticed", "reported"]),
  missed: Missed,
  /** The petitioner asks for it, and what they write. */
  isPetitioners: z.literal(true).optional(),
  remark: Written.optional(),
  /** The letter in force. */
  letter: SupervisionLetter.optional(),
  feedback: Written.optional(),
  turns: z.array(SupervisionTurn).min(1).max(2),
  clock: z.int().positive(),
  /** Nobody of the bureau is above whoever has it. */
  isLast: z.literal(true).optional(),
  /** Links of its turns that were made anew: they go with the case from step to step. */
  renewals: z.array(Renewal).optional(),
});
export type SupervisionOpen = z.infer<typeof SupervisionOpen>;

/** 督办、催办, in the life of a case. */
export const Supervising = z.strictObject({
  /** How many clocks it has started. */
  clocks: z.int().positive().optional(),
  /** For which missed days its petitioner has asked the bureau to supervise. */
  asked: z.array(Missed).optional(),
  /** From which day on they may urge again. */
  urgedAgainOn: DistrictDate.optional(),
  open: SupervisionOpen.optional(),
});
export type Supervising = z.infer<typeof Supervising>;
/** 领导包案: who is in charge, in a turn of their own beside all others, and how far they are. */
export const Lead = z.strictObject({
  ground: LeadGround,
  leader: Holder,
  ...leader,
  /** The newest step when the turn was given, which names it. */
  stepNo: z.int().positive(),
  assignment: z.int().positive(),
  /** The number of the clock that they go by now. */
  clock: z.int().positive(),
  metOn: DistrictDate.optional(),
  /** They have said who does what. */
  isPlanned: z.literal(true).optional(),
  /** What they owe now is late, and of the bureau this is whoever sees to it. */
  namer: z.strictObject({ ...Holder.shape, stepNo: z.int().positive(), assignment: z.int().positive() }).optional(),
  isLate: z.literal(true).optional(),
  /** The case has ended since; reopened, it is nobody's in that way. */
  isOver: z.literal(true).optional(),
});
export type Lead = z.infer<typeof Lead>;

/** 批示: what a unit was told to do, by whom and until when, and whose turn that is. */
export const Instruction = z.strictObject({
  n: z.int().positive(),
  unit: UnitId,
  task: Written,
  until: DistrictDate,
  from: StaffId,
  holder: Holder,
  stepNo: z.int().positive(),
  assignment: z.int().positive(),
  clock: z.int().positive(),
  isSeen: z.literal(true).optional(),
  /** How often its time has passed: the head of its unit has it from the first time on. */
  missed: z.int().positive().optional(),
  /** It is done, and this is what was. */
  performed: Written.optional(),
  /** The case has ended since. */
  isOver: z.literal(true).optional(),
});
export type Instruction = z.infer<typeof Instruction>;

/** 重新办理: a review has revoked the answer. What has to be done differently, what the answer said, and who does not answer again. */
const Redo = z.strictObject({
  differently: Written,
  until: DistrictDate,
  findings: z.array(RequestFinding).min(1),
  notBy: z.array(StaffId),
});

/** 复查: of the answer in force, asked for once. */
export const Reviewed = z.strictObject({
  reasons: Written,
  askedOn: DistrictDate,
  /** The body that reviews it. */
  unit: UnitId,
  reviewer: Holder,
  assignment: z.int().positive(),
  /** Whose turn it has been. */
  examiners: z.array(StaffId).min(1),
  /** Nobody above has to decide. */
  isLast: z.literal(true).optional(),
  accepted: z.literal(true).optional(),
  over: z.enum(["refused", "upheld"]).optional(),
  /** 复查意见书: what came of it, where it was decided. */
  letter: ReviewLetter.optional(),
});
export type Reviewed = z.infer<typeof Reviewed>;

const common = {
  v: z.literal(1),
  id: CaseId,
  /** Number of the newest event: every change is guarded by it. */
  version: z.int().positive(),
  /** Hash of the newest event. */
  head: z.string(),
  /** When the newest event happened. No event is dated before the one that it follows. */
  changedAt: Instant,
  /** Counts workflow executions of this case. */
  epoch: z.int().positive(),
  category: CategoryId,
  /** Where it happened; none while a petitioner did not know and the bureau has not found out. */
  community: UnitId.optional(),
  /** Whom it complains about: they neither see it nor act on it. */
  about: About,
  /** How many requests it makes; its letter has a finding for each. */
  requests: z.int().min(1).max(mostRequests),
  /** Its steps are short, and its reminders are mailed at once. */
  urgent: z.literal(true).optional(),
  /** Who has said that it is, where its category does not. */
  urgentBy: UrgencyBy.optional(),
  /** Its petitioner left no name. */
  unnamed: z.literal(true).optional(),
  /** Its petitioner left a postal address. */
  postal: z.literal(true).optional(),
  /** 办理途径: which clocks, letters and remedies it has. */
  track: Track,
  registeredAt: Instant,
  /** 收到之日, where somebody else than its petitioner entered it, and later. */
  receivedOn: DistrictDate.optional(),
  /** Number of the newest step, 0 before the first. */
  stepNo: z.int().nonnegative(),
  /** 首问首办: who answers for the case until the next owner has acknowledged it. */
  responsible: Holder,
  /** Levels that have already handed the case back; each may do so once. */
  handedBackBy: z.array(Level),
  /** 听取陈述: how its petitioner was heard, as the answer will say. */
  heard: Hearing.optional(),
  /** How often they could not be reached. */
  tries: z.int().positive().optional(),
  /** 指定承办: the units that the bureau has named for a level, instead of those that place and category give. */
  sentTo: z.strictObject({ township: UnitId, department: UnitId }).partial().optional(),
  /** 重新审查: what was refused, by whom, and on which day its petitioner asked the bureau's head to look again. */
  reconsideration: z
    .strictObject({ askedOn: DistrictDate, refusedBy: StaffId, ground: Ground, where: Written.optional() })
    .optional(),
  /** 异议: how often a unit has said that the case is not its own. */
  objections: z.int().min(1).max(mostObjections).optional(),
  /** 提请转送、导入: how often an owner has proposed that another body or procedure has it. */
  otherWays: z.int().min(1).max(mostOtherWays).optional(),
  /** 协办答复: what other units have answered, at this step or before it. */
  contributions: z.array(Contribution).optional(),
  /** 补充材料: how often its petitioner has added some. */
  materials: z.int().min(1).max(mostMaterials).optional(),
  /** 照片和 PDF 材料: which its petitioner has sent, and which of them were not taken. */
  files: SentFiles.optional(),
  /** 协办附件: what other units have attached to their answers, at this step or before it; and what of it was not taken. */
  attachments: z
    .array(z.union([Attachment, NotAttached]))
    .max(mostAttachments + mostRefusedAttachments)
    .optional(),
  /** The highest number of a turn at the newest step: of those who had it one after the other, and those beside them. */
  turns: z.int().positive().optional(),
  /** How the one extension that a case may ask for was decided. */
  extensionDecided: z.enum(["approved", "refused"]).optional(),
  /** 法定答复期限, as it stood when the case was answered: it resumes when what the letter promised is not kept. */
  answeredIn: PeriodRunning.optional(),
  /** 承诺事项: what the letter in force has promised, by which units, and what became of it. */
  promised: z.array(PromiseLine).min(1).optional(),
  /** 恢复办理: on which day its petitioner last undid a withdrawal. What they had signed until then is undone with it. */
  takenUpOn: DistrictDate.optional(),
  /** 撤回是否自愿: how often its petitioner has told the bureau that they were pressed, and the word that waits for an answer. */
  pressed: z.strictObject({ words: z.int().min(1).max(mostWords), open: WordTold.optional() }).optional(),
  /** 督办、催办: what was asked for and issued, and what waits. */
  supervision: Supervising.optional(),
  /** 领导包案: which leader of the district is in charge, beside its owner. */
  inCharge: Lead.optional(),
  /** 批示: what units were instructed to do, at this step or before it. */
  instructions: z.array(Instruction).min(1).max(mostInstructions).optional(),
  /** Links that were made anew for turns of those two, which go with the case from step to step. */
  leadRenewals: z.array(Renewal).optional(),
  /** 评价: what its petitioner says of how it was handled; the last one counts. */
  rating: Rating.optional(),
  /** 经手人: everybody of the office who has had a hand in it: they did something to it, had a turn, or were mailed of one. */
  hands: z.array(StaffId).optional(),
  /** 承办、决定人: those of them who have had a step of it, or decided something on it; none of a case from before they were kept. */
  owners: z.array(StaffId).optional(),
  /** 回访: a call after its end has had it taken up anew, which happens once. */
  followedUp: z.literal(true).optional(),
  /** How many query codes its petitioner has had, from the second on; the newest alone opens it. */
  codes: z.int().min(2).optional(),
  /** How many addresses for mail they have left, from the second on, none counting as one; the newest alone is written to. */
  addresses: z.int().min(2).optional(),
  /** 代理: how many agents it has had, and who acts for the petitioner now, for what. */
  agents: z
    .strictObject({
      named: z.int().positive(),
      now: z.array(
        z.strictObject({
          n: agentNumber,
          scope: z.array(AgentScope).min(1),
          /** What they are to the petitioner, and whether that has confirmed them, where they have filed it. */
          filed: z.strictObject({ as: AgentRelation, confirmed: z.boolean() }).optional(),
        }),
      ),
    })
    .optional(),
  /** 联名: how often it was opened to others, whether it is now, how many have joined, and which of them have left again. */
  joint: z
    .strictObject({
      openings: openingNumber,
      isOpen: z.literal(true).optional(),
      joined: z.int().nonnegative(),
      left: z.array(signatoryNumber),
      /** 联系人: who of them is ready to be a contact person, and who is one. */
      ready: z.array(signatoryNumber).optional(),
      contactPersons: z.array(signatoryNumber).optional(),
      /** 愿意接手: which of the contact persons would take it over. */
      successors: z.array(signatoryNumber).optional(),
      /** 移交: how many agents it had had when it was last handed over; who they were is nobody's to read any more. */
      agentsBefore: z.int().nonnegative().optional(),
    })
    .optional(),
  /** 并案办理: the other petitions that are handled with this one, in the order in which they came. */
  members: z.array(CaseId).min(1).max(mostMembers).optional(),
  /** 文书: how many letters of each kind it has had. */
  letters: z.partialRecord(LetterKind, z.int().positive()).optional(),
  /** 重新办理: it is handled anew after a review, or was. */
  redo: Redo.optional(),
  /** 期限: the clocks that it goes by. */
  running: z.array(Running),
  /** Number of the newest event that its petitioner is told of: the page that they decide on shows all up to there. */
  told: z.int().positive(),
  /** Which turns were mailed last by themselves, and when: of a moment at which several clocks ring, whoever has one gets one mail. */
  mailed: z
    .array(z.strictObject({ to: StaffId, stepNo: z.int().positive(), assignment: z.int().positive(), at: Instant }))
    .optional(),
  /** When a clock last told its petitioner by mail where it stands: of one moment they get one such mail, too. */
  newsAt: Instant.optional(),
  /** What the petitioner decided last, and the event up to which their page told: the same sent again is the same. */
  decided: z.strictObject({ fact: z.string(), saw: z.int().positive() }).optional(),
};

/** 办理环节: one level's turn, with one owner and one deadline. */
const step = {
  stepNo: z.int().positive(),
  owner: StaffId,
  unit: UnitId,
  /** The owner's own unit when the step became theirs: another one where they stand in. */
  ownersUnit: UnitId,
  because: Because,
  /** Counts the owners of this step; a link works only for the assignment it was made for. */
  assignment: z.int().positive(),
  acknowledgedAt: Instant.optional(),
};

/** Links that were made anew, for turns of the present step. */
const renewed = { renewals: z.array(Renewal).optional() };

/** 督办: since when the answer that is owed now, or the bureau's decision, has been overdue with nobody above. */
const supervised = { supervisedSince: Instant.optional() };

/** While an answer is owed. */
const owed = {
  ...supervised,
  /** The share of the law's time at which a low case is lifted has passed, and this one was lifted or high enough. */
  liftJudged: z.literal(true).optional(),
};

/** 交办: the bureau has given the case to the unit of this step, which may say that it is not its own. */
const assigned = { isAssigned: z.literal(true).optional() };

/** 化解: what the owner proposes will be done, and by when; no day where it is done already. */
const proposal = { terms: Written, promisedFor: DistrictDate.optional() };

/** What waits for somebody's decision beside a step. */
const undecided = {
  /** Who decides, in a turn of their own beside the owner's. */
  decider: Holder,
  assignment: z.int().positive(),
  /** Nobody above decides: nobody has decided in time, or it is the second one. */
  isLast: z.literal(true).optional(),
};

/** What can be open beside the owner's own work on a step, and ends with it. Each has a row in side-matters.ts. */
const beside = {
  /** 化解: proposed, and waiting for the petitioner's word. */
  settlement: z.strictObject({ ...proposal, proposedAt: Instant }),
  /** 延期: asked for, and not decided yet. */
  extension: z.strictObject({
    days: z.int().positive(),
    reason: Written,
    askedAt: Instant,
    /** Who decides on it, in a turn of their own beside the owner's. */
    head: Holder,
    assignment: z.int().positive(),
  }),
  /** 协办: what other units were asked at this step, in order: by its owner, to a meeting, or by what one has decided. */
  assists: z.array(Assist).min(1).max(mostAsked),
  /** 会商: the meetings that were called at this step, in order, by its owner or for the bureau. */
  meetings: z.array(Meeting).min(1).max(mostMeetingsAtStep),
  /** 信访局会商: who calls meetings for the bureau at this step, in a turn of their own beside the owner's. */
  convening: z.strictObject({ convener: Holder, assignment: z.int().positive() }),
  /** 补正: what the owner has asked the petitioner for at this step, which they may do once. */
  material: MaterialAsked,
  /** 异议: the unit says that the case is not its own, and the bureau has not decided yet. */
  objection: z.strictObject({
    reason: Written,
    /** The unit that should have it. */
    names: UnitId,
    objectedAt: Instant,
    ...undecided,
  }),
  /** 提请转送、导入: the owner proposes that another body or procedure has it, and the bureau has not decided yet. */
  otherWay: z.strictObject({
    way: OtherWay,
    explanation: Written,
    proposedAt: Instant,
    ...undecided,
  }),
  /** 申请回避: the petitioner asks that whoever has the step, or its unit, have no part in it, which nobody has decided yet. */
  recusal: z.strictObject({
    whom: AskedToRecuse,
    why: RecusalGround,
    reason: Written.optional(),
    askedOn: DistrictDate,
    ...undecided,
  }),
  /** 申请紧急: the petitioner asks that the case be marked urgent, and the bureau has not decided yet. */
  hurry: z.strictObject({
    why: UrgentGround,
    reason: Written,
    askedAt: Instant,
    ...undecided,
  }),
};
export type SideMatterName = keyof typeof beside;
/** Those of them that wait for somebody's decision. */
export type AwaitedMatter = "objection" | "otherWay" | "recusal" | "hurry";

/** Registered; on its way to the bureau, which decides on acceptance. */
export const Registered = z.strictObject({ ...common, ...supervised, status: z.literal("registered") });
/** The bureau's step is open: accept or not. */
export const Screening = z.strictObject({
  ...common,
  ...step,
  ...renewed,
  ...supervised,
  status: z.literal("screening"),
  level: z.literal("bureau"),
});
/** Accepted, with no step open: on its way to `goingTo`, for the first time or between two steps. */
export const Accepted = z.strictObject({
  ...common,
  ...owed,
  status: z.literal("accepted"),
  goingTo: Level,
  /** Who set it on its way: what a clock moves at night is not mailed before the morning. */
  sentBy: z.enum(["person", "clock"]),
  /** Whether it comes from a level's step, or from its acceptance. */
  isNew: z.boolean(),
  /** What was agreed at its last step has come to nothing. */
  isAnew: z.literal(true).optional(),
  ...assigned,
});
/** A level's step is open. */
export const Handling = z.strictObject({
  ...common,
  ...step,
  ...renewed,
  ...owed,
  ...assigned,
  ...z.strictObject(beside).partial().shape,
  status: z.literal("handling"),
  level: Level,
  /** Which other ways the bureau has refused at this step, and how often its petitioner had added material by then. */
  waysRefused: z
    .array(z.strictObject({ kind: z.enum(["transfer", "guide"]), id: z.string(), materials: z.int().nonnegative() }))
    .max(mostOtherWays)
    .optional(),
  /** 申请回避: how often the petitioner has asked at this step that somebody have no part in it. */
  recusals: z.int().min(1).max(mostRecusals).optional(),
  /** 申请紧急: how often the petitioner has asked at this step that the case be marked urgent. */
  hurries: z.int().min(1).max(mostUrgencyRequests).optional(),
  /** What the step's clock was before the case was marked urgent: it comes back when that is taken back. */
  stepWas: PeriodClock.optional(),
});
/**
 * 履行: the petitioner has agreed to a settlement, or a letter has promised something, and the step stays open for what was promised to be done. When the day has
 * come, or its owner says that it is done, the petitioner is asked whether it is.
 */
export const Performing = z.strictObject({
  ...common,
  ...step,
  ...renewed,
  ...owed,
  status: z.literal("performing"),
  level: Level,
  settlement: z.strictObject({
    terms: Written,
    promisedFor: DistrictDate,
    agreedAt: Instant,
    /** 反悔: the last day on which the petitioner can take the agreement back; none where a letter promised it. */
    takeBackUntil: DistrictDate.optional(),
    /** Its owner says that it is done, and what was. */
    reported: z.strictObject({ at: Instant, performed: Written }).optional(),
    /** Since when the petitioner is asked whether it is done. */
    askedAt: Instant.optional(),
  }),
  /** 承诺: the letter that promised it, where it was no settlement; its time for review may still run. */
  letter: Letter.optional(),
  /** 和解协议书: the number of the agreement that is in force, where it was one. */
  agreement: LetterNumber.optional(),
});

const answer = {
  /** When the letter in force was issued. */
  answeredAt: Instant,
  answeredBy: Holder,
  /** The level that answered. */
  level: Level,
  /** The letter in force: the newest. */
  letter: Letter,
  /** The own unit of whoever delivers the letter, when that became theirs. */
  ownersUnit: UnitId,
  /** Who delivers the letter instead of its author, who was away when it should have been delivered. */
  deliverer: z.strictObject({ staff: StaffId, assignment: z.int().positive(), because: Because }).optional(),
  /** 复查: its petitioner has asked for review of the letter in force. */
  review: Reviewed.optional(),
};
/** Answered; the letter is on its way to the petitioner. */
export const Delivering = z.strictObject({
  ...common,
  ...answer,
  ...renewed,
  status: z.literal("delivering"),
  /** Since when somebody of the unit is asked to deliver it; before, it waits for its petitioner to open it. */
  deliveryAskedAt: Instant.optional(),
});
/** Delivered; the petitioner may ask for review until the review clock ends, and whoever delivered the letter correct it. */
export const Window = z.strictObject({
  ...common,
  ...answer,
  ...renewed,
  status: z.literal("window"),
  delivery: z.strictObject({ at: Instant, ...Delivered.shape }),
});
/**
 * Ended: answered and unopposed, or settled. `unconfirmed`: its owner says that what was agreed is done, and the petitioner
 * has not said whether it is; that is never counted as resolved.
 */
export const Closed = z.strictObject({
  ...common,
  ...renewed,
  status: z.literal("closed"),
  closedAt: Instant,
  how: z.enum(["windowClosed", "noReview", "promisesKept", "settled", "unconfirmed"]),
  /** 责任单位: whose answer or settlement it ended with. */
  endedBy: UnitId,
  /** None where the petitioner has not said whether the matter is resolved. */
  outcome: Outcome.optional(),
  letter: Letter.optional(),
  /** 和解协议书: the number of the agreement that it ended with. */
  agreement: LetterNumber.optional(),
  /** How its letter was answered and delivered: a promise that turns out not to be kept is still its unit's. */
  answered: z
    .strictObject({
      ...Delivering.pick({ answeredAt: true, answeredBy: true, level: true, ownersUnit: true }).shape,
      delivery: Window.shape.delivery,
    })
    .optional(),
  /** 回访: somebody outside the chain is asked to call its petitioner. */
  followUp: FollowUp.optional(),
  /** 反悔: where a settled case goes when its petitioner reopens it, and with what; until which day they can. */
  reopening: z.strictObject({ until: DistrictDate, level: Level, answer: PeriodRunning, ...owed }).optional(),
});
/** Ended: not accepted, on a legal ground, with the way to go instead. */
export const NotAccepted = z.strictObject({
  ...common,
  status: z.literal("notAccepted"),
  closedAt: Instant,
  /** Whose decision it was. */
  refusedBy: StaffId,
  /** As the policy worded it on the day. */
  ground: Ground,
  /** What the ground has to show. */
  where: Written.optional(),
  explanation: Written,
  limits: z.array(OtherLimit),
});
/** Ended here: guided to the procedure that decides such matters. */
export const Guided = z.strictObject({
  ...common,
  status: z.literal("guided"),
  closedAt: Instant,
  /** As the policy worded it on the day. */
  route: StatutoryRoute,
  explanation: Written,
  limits: z.array(CountedLimit),
});
/** Where a case goes on that is taken up again, and how it was on its way there. */
const back = z.strictObject({ to: StepLevel, isNew: z.boolean(), isAnew: z.literal(true).optional() });

/**
 * 撤回考虑期: taken back by its petitioner, who can undo that until the clock of it ends. Nobody has it and no step is open;
 * the law's clock goes on all the same, and nothing comes of it meanwhile.
 */
export const Withdrawing = z.strictObject({
  ...common,
  ...owed,
  status: z.literal("withdrawing"),
  withdrawnAt: Instant,
  /** 书面撤回: the day on the paper, where the bureau has recorded it for them. */
  signedOn: DistrictDate.optional(),
  back,
  /** 并案办理: which of those that were handled in it leads the others now. */
  leadPassedTo: CaseId.optional(),
});
/**
 * 并案: worked on in another petition of the same facts and requests, which leads. Nobody has a step of it; the law's clock goes
 * on, and what comes of it does. When that one is answered, so is this, by a letter of its own.
 */
export const Merged = z.strictObject({
  ...common,
  ...owed,
  status: z.literal("merged"),
  mergedAt: Instant,
  lead: CaseId,
  asks: SameAsks,
  back,
});
/** 转送: with another body, whose receipt is awaited; the bureau still answers for it. */
export const Transferring = z.strictObject({
  ...common,
  ...step,
  ...renewed,
  ...supervised,
  status: z.literal("transferring"),
  level: z.literal("bureau"),
  transferredAt: Instant,
  /** As the policy worded it on the day. */
  body: ReceivingBody,
});
/** Ended here: another body has it, by its own word. */
export const Transferred = z.strictObject({
  ...common,
  status: z.literal("transferred"),
  closedAt: Instant,
  body: ReceivingBody,
  receivedOn: DistrictDate,
  reference: Written,
});
/** Ended: taken back by the petitioner before it was answered. */
export const Withdrawn = z.strictObject({ ...common, status: z.literal("withdrawn"), closedAt: Instant });

/** 信访事项: a petition as the record holds it. */
export const Case = z.discriminatedUnion("status", [
  Registered,
  Screening,
  Accepted,
  Handling,
  Performing,
  Delivering,
  Window,
  Closed,
  NotAccepted,
  Guided,
  Transferring,
  Transferred,
  Withdrawing,
  Withdrawn,
  Merged,
]);
export type Case = z.infer<typeof Case>;
export type In<S extends Case["status"]> = Extract<Case, { status: S }>;

/** The states in which a step is open, and somebody holds it. */
export const openStates = ["screening", "handling", "performing", "transferring"] as const;
export type Open = In<(typeof openStates)[number]>;
/** The states of a case that is answered and not over. */
export const answeredStates = ["delivering", "window"] as const;
export type Answered = In<(typeof answeredStates)[number]>;
/** The states in which a case is over. */
export const endedStates = ["closed", "notAccepted", "guided", "transferred", "withdrawn"] as const;
export type Ended = In<(typeof endedStates)[number]>;
/** The states in which a case goes on, and its clocks run. */
export const goingStates = [
  "registered",
  "accepted",
  ...openStates,
  "merged",
  "withdrawing",
  ...answeredStates,
] as const;
export type Going = In<(typeof goingStates)[number]>;
/** The states in which a case may run clocks: until it has been followed up. */
export const runningStates = [...goingStates, "closed"] as const;
/** The states in which a case takes what its petitioner brings: as long as it is open, and not taken back. */
export const takingStates = ["registered", "accepted", ...openStates, "merged", ...answeredStates] as const;
/** Whether a case is in one of some states. */
export const isIn = <S extends Case["status"]>(c: Case, states: readonly S[]): c is In<S> =>
  states.some((status) => status === c.status);

/** Whether a step of the case is open, and somebody holds it. */
export const isOpen = (c: Case): c is Open => isIn(c, openStates);
/** Whether the case is answered and not over. */
export const isAnswered = (c: Case): c is Answered => isIn(c, answeredStates);
/** Whether the case is over: nobody holds it and nothing is owed. */
export const hasEnded = (c: Case): c is Ended => isIn(c, endedStates);
