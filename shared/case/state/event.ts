import * as z from "zod";
import { ClockChange, ClockName, PeriodKind, PeriodName } from "#clock/clock.ts";
import { About } from "#directory/directory.ts";
import { Because, PassedOver, Vacancy } from "#directory/routing.ts";
import { Bilingual } from "#ground/bilingual.ts";
import { CaseId, CategoryId, StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";
import { Level, Station, StepLevel } from "#ground/levels.ts";

/** How a matter ended. Each is counted apart; "closed" alone says nothing. */
export const Outcome = z.enum(["resolved", "explained", "notSupported"]);
export type Outcome = z.infer<typeof Outcome>;

/** Who did it. */
export const Actor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("petitioner") }),
  z.strictObject({ kind: z.literal("staff"), id: StaffId }),
  z.strictObject({ kind: z.literal("clock"), clock: ClockName }),
  z.strictObject({ kind: z.literal("policy"), version: z.string() }),
  z.strictObject({ kind: z.literal("workflow"), epoch: z.int().positive() }),
  z.strictObject({ kind: z.literal("operator"), name: z.string().min(1) }),
]);
export type Actor = z.infer<typeof Actor>;

/** 答复意见: the letter that answers a petition. */
export const Letter = z.strictObject({
  outcome: Outcome,
  facts: z.string().min(1),
  rule: z.string().min(1),
  decision: z.string().min(1),
});
export type Letter = z.infer<typeof Letter>;

const stepNo = z.int().positive();
const reason = z.string().min(1);
/** Shares of the clock whose moment had come too when it did more than remind: they get no notice of their own. */
const passedOver = z.array(z.int()).optional();

const reassigned = {
  type: z.literal("reassigned"),
  stepNo,
  from: StaffId,
  to: StaffId,
  assignment: z.int().positive(),
};

/** What happened, in the record's words. */
export const Fact = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("registered"),
    category: CategoryId,
    community: UnitId,
    /** SHA-256 of the petition's own words, which are kept encrypted beside the case. */
    matterHash: z.string(),
    about: About,
    /** The category is urgent: its steps are short, and its reminders are mailed at once. */
    urgent: z.literal(true).optional(),
    responsible: z.strictObject({ unit: UnitId, staff: StaffId }),
  }),
  z.strictObject({ type: z.literal("accepted"), basis: z.enum(["policy", "officer"]), startAt: Level }),
  z.strictObject({ type: z.literal("notAccepted"), stepNo, ground: z.string(), explanation: reason }),
  z.strictObject({
    type: z.literal("stepOpened"),
    stepNo,
    level: StepLevel,
    unit: UnitId,
    owner: StaffId,
    because: Because,
    passedOver: z.array(PassedOver).optional(),
    /** No unit of the level can hold the step, and none is above: why another office has it. */
    vacancy: Vacancy.optional(),
  }),
  z.strictObject({
    type: z.literal("levelSkipped"),
    stepNo,
    level: Level,
    /** `lateByLaw`: the level is low in the chain, and three quarters of the statutory time are gone. */
    reason: z.enum([...Vacancy.options, "lateByLaw"]),
    to: Level,
  }),
  z.strictObject({ type: z.literal("acknowledged"), stepNo, unit: UnitId, staff: StaffId }),
  z.strictObject({ type: z.literal("settlementProposed"), stepNo, terms: reason }),
  z.strictObject({ type: z.literal("settlementConfirmed"), stepNo }),
  z.strictObject({ type: z.literal("settlementDeclined"), stepNo, reason }),
  /** The step ended before the petitioner had said whether the matter is settled. */
  z.strictObject({ type: z.literal("settlementLapsed"), stepNo }),
  z.strictObject({ type: z.literal("replied"), stepNo, unit: UnitId, staff: StaffId, letter: Letter }),
  z.strictObject({ type: z.literal("reportedUpward"), stepNo, level: Level, reason, to: Level }),
  z.strictObject({ type: z.literal("handedBack"), stepNo, level: Level, reason, to: Level }),
  /** `byOwner`: inside the unit, for a reason. `whileAway`: the owner was away when they were to be reminded. */
  z.discriminatedUnion("how", [
    z.strictObject({ ...reassigned, how: z.literal("byOwner"), reason }),
    z.strictObject({
      ...reassigned,
      how: z.literal("whileAway"),
      because: Because,
      passedOver: z.array(PassedOver).optional(),
    }),
  ]),
  z.strictObject({
    type: z.literal("extensionAsked"),
    stepNo,
    days: z.int().positive(),
    reason,
    head: z.strictObject({ unit: UnitId, staff: StaffId }),
    /** The owner's assignment at that moment; it names the head's turn too. */
    assignment: z.int().positive(),
  }),
  z.strictObject({
    type: z.literal("extensionApproved"),
    stepNo,
    days: z.int().positive(),
    /** The last day for the answer from now on. */
    answerBy: DistrictDate,
    /** The last day of the step from now on. */
    lastDay: DistrictDate,
  }),
  /** `tooLate`: the step ended, or the time set by law did, before the head had decided. */
  z.discriminatedUnion("how", [
    z.strictObject({ type: z.literal("extensionRefused"), stepNo, how: z.literal("head"), reason }),
    z.strictObject({ type: z.literal("extensionRefused"), stepNo, how: z.literal("tooLate") }),
  ]),
  z.strictObject({
    type: z.literal("stepOverdue"),
    stepNo,
    level: Level,
    lastDay: DistrictDate,
    to: Level,
    passedOver,
  }),
  /** The bureau's or the top level's deadline has passed: nobody is above, so it is reminded daily and alarmed. */
  z.strictObject({ type: z.literal("overdueAtTop"), stepNo, level: StepLevel, lastDay: DistrictDate, passedOver }),
  /** Three quarters of the statutory time are gone and the case was still low in the chain: it moves up at once. */
  z.strictObject({
    type: z.literal("lifted"),
    stepNo,
    level: Level,
    percent: z.int(),
    answerBy: DistrictDate,
    to: Level,
    passedOver,
  }),
  /**
   * 提醒: a share of a clock has passed, and the person whose turn it is is told: by the next morning digest, or at once
   * when the case is urgent. `passedOver` are lower shares whose moment came with this one: they get no notice of their own.
   */
  z.strictObject({
    type: z.literal("reminded"),
    clock: PeriodName,
    percent: z.int(),
    passedOver: z.array(z.int()),
    to: StaffId,
    how: z.enum(["digest", "mail"]),
    lastDay: DistrictDate,
  }),
  /**
   * A clock rang before its end and nobody had to be told. `lift` when it might have moved the case up: not needed where
   * the case is high enough; it waits while the case is between two steps, until the next of them would open.
   */
  z.strictObject({
    type: z.literal("shareReached"),
    clock: PeriodKind,
    percent: z.int(),
    lastDay: DistrictDate,
    lift: z.enum(["notNeeded", "waits"]).optional(),
  }),
  /** A statutory clock ran out before the answer; the case goes on and the lateness stays on the record. */
  z.strictObject({ type: z.literal("statutoryOverdue"), clock: PeriodKind, lastDay: DistrictDate, passedOver }),
  /** The calendar changed under a running clock. With the same day twice, a provisional day was confirmed. */
  z.strictObject({
    type: z.literal("clockMoved"),
    clock: PeriodName,
    from: DistrictDate,
    to: DistrictDate,
    reason: Bilingual,
    calendarVersion: z.string(),
  }),
  z.strictObject({ type: z.literal("delivered"), how: z.enum(["opened", "byHand", "byPost"]), on: DistrictDate }),
  z.strictObject({ type: z.literal("deliveryOverdue"), lastDay: DistrictDate }),
  z.strictObject({ type: z.literal("closed"), how: z.enum(["windowClosed"]), outcome: Outcome }),
  /** An operator has put a clock back that had failed too often. */
  z.strictObject({ type: z.literal("clockReleased"), clock: ClockName }),
  z.strictObject({
    type: z.literal("executionReplaced"),
    epoch: z.int().positive(),
    startAt: Station,
    reason: z.enum(["executionGone", "stuckInTransit"]),
  }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<T extends Fact["type"]> = Extract<Fact, { type: T }>;

/** Result words that the workflow maps to its next state. */
export const StepOutcome = z.enum([
  "accepted",
  "notAccepted",
  "settled",
  "answered",
  "overdue",
  "lifted",
  "reportedUpward",
  "handedBack",
  "skipped",
  "closed",
]);
export type StepOutcome = z.infer<typeof StepOutcome>;

/** What a task mail asks of its reader. */
export const Ask = z.enum([
  "accept",
  "handle",
  "overdueAtTop",
  "overdueByLaw",
  "settlementDeclined",
  "deliver",
  "dateMoved",
  "decideExtension",
  "extensionDecided",
  "reminded",
  "remindedOfAnswer",
]);
export type Ask = z.infer<typeof Ask>;

/** News that a petitioner gets by mail when they left an address. */
export const News = z.enum([
  "registered",
  "settlementProposed",
  "answered",
  "notAccepted",
  "closed",
  "dateMoved",
  "extended",
]);
export type News = z.infer<typeof News>;

/**
 * A line for a person's next morning digest: that a share of a clock has passed. Stored with the decision, once for
 * each case, clock, share and person; the turn (step and assignment) tells whether the case is still theirs by then.
 */
export const Notice = z.strictObject({
  kind: z.literal("notice"),
  to: StaffId,
  clock: PeriodName,
  percent: z.int().min(1).max(100),
  stepNo,
  assignment: z.int().positive(),
  lastDay: DistrictDate,
});
export type Notice = z.infer<typeof Notice>;

/** Set on a mail that a clock has caused outside working hours: it waits for their beginning. */
const notBefore = Instant.optional();

/** An effect that leaves through the outbox after its decision is stored. */
export const Message = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), epoch: z.int().positive(), startAt: Station }),
  z.strictObject({
    kind: z.literal("signal"),
    stepNo,
    outcome: StepOutcome,
    /** Only with `accepted`: the level at which the chain begins. */
    startAt: Level.optional(),
  }),
  z.strictObject({
    kind: z.literal("taskMail"),
    to: StaffId,
    ask: Ask,
    stepNo,
    assignment: z.int().positive(),
    lastDay: DistrictDate,
    notBefore,
  }),
  z.strictObject({ kind: z.literal("newsMail"), news: News, notBefore }),
  Notice,
]);
export type Message = z.infer<typeof Message>;

/** A decided event that is not stored yet. */
export type NewEvent = { by: Actor; fact: Fact; clocks: ClockChange[]; messages: Message[] };

/** One stored entry of a case's history, chained to the one before it. */
export const CaseEvent = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  seq: z.int().positive(),
  at: Instant,
  by: Actor,
  fact: Fact,
  clocks: z.array(ClockChange),
  messages: z.array(Message),
  previous: z.string(),
  hash: z.string(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
