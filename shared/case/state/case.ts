import * as z from "zod";
import { ClockName } from "#clock/clock.ts";
import { About } from "#directory/directory.ts";
import { Because } from "#directory/routing.ts";
import { CaseId, CategoryId, StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Letter, Outcome } from "./event.ts";

/** A unit and the named person in it. */
export const Holder = z.strictObject({ unit: UnitId, staff: StaffId });
export type Holder = z.infer<typeof Holder>;

/** 办理环节: one level's turn, with one owner and one deadline. */
const step = {
  stepNo: z.int().positive(),
  owner: StaffId,
  unit: UnitId,
  because: Because,
  /** Counts the owners of this step; a link works only for the assignment it was made for. */
  assignment: z.int().positive(),
  openedAt: Instant,
  acknowledgedAt: Instant.optional(),
  /** The step's own clock. */
  clock: ClockName,
  lastDay: DistrictDate,
  /** The highest share of that clock, in percent, at which its owner was reminded. */
  reminded: z.int().optional(),
};

const common = {
  v: z.literal(1),
  id: CaseId,
  /** Number of the newest event: every change is guarded by it. */
  version: z.int().positive(),
  /** Hash of the newest event. */
  head: z.string(),
  /** Counts workflow executions of this case. */
  epoch: z.int().positive(),
  category: CategoryId,
  community: UnitId,
  /** Whom it complains about: they neither see it nor act on it. */
  about: About,
  /** Its steps are short, and its reminders are mailed at once. */
  urgent: z.literal(true).optional(),
  registeredAt: Instant,
  /** Number of the newest step, 0 before the first. */
  stepNo: z.int().nonnegative(),
  /** 首问首办: who answers for the case until the next owner has acknowledged it. */
  responsible: Holder,
  /** Levels that have already handed the case back; each may do so once. */
  handedBackBy: z.array(Level),
  /** How many clocks of each kind the case has had. */
  clocksStarted: z.record(z.string(), z.int().positive()),
  /** How the one extension that a case may ask for was decided. */
  extensionDecided: z.enum(["approved", "refused"]).optional(),
  /** 督办: since when the answer that is owed now, or the bureau's decision, has been overdue with nobody above. */
  supervisedSince: Instant.optional(),
};

/** The statutory clock of an accepted case. */
const answerClock = {
  acceptedAt: Instant,
  /** Last day for the answer. */
  answerBy: DistrictDate,
  /** The highest share of that clock, in percent, at which somebody was reminded. */
  answerReminded: z.int().optional(),
  /** The share at which a low case is lifted has passed, and this one was lifted or was high enough. */
  liftJudged: z.literal(true).optional(),
};

/** Registered; on its way to the bureau, which decides on acceptance. */
export const Registered = z.strictObject({
  ...common,
  status: z.literal("registered"),
  transit: ClockName,
  /** Last day for the bureau's decision. */
  acceptBy: DistrictDate,
});
/** The bureau's step is open: accept or not. */
export const Screening = z.strictObject({
  ...common,
  ...step,
  status: z.literal("screening"),
  level: z.literal("bureau"),
});
/** Accepted, with no step open: on its way to `goingTo`, for the first time or between two steps. */
export const Accepted = z.strictObject({
  ...common,
  ...answerClock,
  status: z.literal("accepted"),
  goingTo: Level,
  /** Who set it on its way: what a clock moves at night is not mailed before the morning. */
  sentBy: z.enum(["person", "clock"]),
  transit: ClockName,
});
/** A level's step is open. */
export const Handling = z.strictObject({
  ...common,
  ...step,
  ...answerClock,
  status: z.literal("handling"),
  level: Level,
  settlement: z.strictObject({ terms: z.string(), proposedAt: Instant }).optional(),
  /** 延期: asked for, and not decided yet. */
  extension: z
    .strictObject({
      days: z.int().positive(),
      reason: z.string(),
      askedAt: Instant,
      /** Who decides on it, in a turn of their own beside the owner's. */
      head: Holder,
      assignment: z.int().positive(),
    })
    .optional(),
});
/** Answered; the letter is being delivered, then the petitioner may ask for review until `reviewUntil`. */
export const Answered = z.strictObject({
  ...common,
  status: z.literal("answered"),
  acceptedAt: Instant,
  answeredAt: Instant,
  answeredBy: Holder,
  /** The level that answered. */
  level: Level,
  letter: Letter,
  deliverBy: DistrictDate,
  clock: ClockName,
  /** Who delivers the letter instead of its author, who was away when it should have been delivered. */
  deliverer: z.strictObject({ staff: StaffId, assignment: z.int().positive(), because: Because }).optional(),
  /** 100 once its author was told that it should have been delivered. */
  reminded: z.int().optional(),
  delivery: z
    .strictObject({
      at: Instant,
      how: z.enum(["opened", "byHand", "byPost"]),
      on: DistrictDate,
      reviewUntil: DistrictDate,
    })
    .optional(),
});
/** Ended: answered and unopposed, or settled and confirmed by the petitioner. */
export const Closed = z.strictObject({
  ...common,
  status: z.literal("closed"),
  closedAt: Instant,
  how: z.enum(["windowClosed", "settled"]),
  outcome: Outcome,
  letter: Letter.optional(),
});
/** Ended: not accepted, on a legal ground, with the way to go instead. */
export const NotAccepted = z.strictObject({
  ...common,
  status: z.literal("notAccepted"),
  closedAt: Instant,
  ground: z.string(),
  explanation: z.string(),
});

/** 信访事项: a petition as the record holds it. */
export const Case = z.discriminatedUnion("status", [
  Registered,
  Screening,
  Accepted,
  Handling,
  Answered,
  Closed,
  NotAccepted,
]);
export type Case = z.infer<typeof Case>;
export type In<S extends Case["status"]> = Extract<Case, { status: S }>;
export type Open = In<"screening" | "handling">;

/** Whether a step of the case is open, and somebody holds it. */
export const isOpen = (c: Case): c is Open => c.status === "screening" || c.status === "handling";
