import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { assistNumber } from "./assistance.ts";
import { goesOn, inside, remindsInside, stepNo, type TraitsOf, Unable } from "./fact.ts";
import { letterParts } from "./letter.ts";
import { mostConvened, mostMeetingsAtStep } from "./meeting-bounds.ts";

/** How few units make a meeting: one alone is asked to assist. */
export const leastConvened = 2;

/** Which meeting of a step. */
const n = z.int().min(1).max(mostMeetingsAtStep);

/** What a unit has to do with a meeting: a turn of its own among all that is asked beside the step. */
const Asked = z.strictObject({ n: assistNumber, unit: UnitId, holder: Holder, assignment: z.int().positive() });

/**
 * 会商纪要: which units met on which day about what, what was said, and what each is to do by when. It goes to the units and
 * to nobody else: what it quotes is the work of offices, and its petitioner is told what was decided.
 */
export const MinutesLetter = z.strictObject({
  ...letterParts("minutes"),
  to: z.literal("units"),
  metOn: DistrictDate,
  question: Written,
  /** The units that were called, besides the one that issues it. */
  convened: z.array(Bilingual).min(leastConvened).max(mostConvened),
  /** Those of them that came. */
  present: z.array(Bilingual).min(1).max(mostConvened),
  discussed: Written,
  decisions: z.array(z.strictObject({ unit: Bilingual, task: Written, wantedBy: DistrictDate })).max(mostConvened),
});
export type MinutesLetter = z.infer<typeof MinutesLetter>;

/** 信访局会商: the bureau has called it, and not the owner of the step. */
const forBureau = z.literal(true).optional();

/** 会商: a meeting that was called at a step; with its minutes once they are recorded. */
export const Meeting = z.strictObject({
  n,
  forBureau,
  on: DistrictDate,
  question: Written,
  /** Whom it was called with, in the order of the form in which its minutes are recorded. */
  units: z.array(UnitId).min(leastConvened).max(mostConvened),
  minutes: MinutesLetter.optional(),
  calledOff: z.literal(true).optional(),
});
export type Meeting = z.infer<typeof Meeting>;

const assignment = z.int().positive();

/**
 * 会商: the owner of a step at a department or of a leader calls other units together, or the bureau does at any step, and records what was decided. Whoever
 * has to do something by it answers for that as whoever was asked to assist does.
 * Source: 社区监管、乡镇负责、部门协调、区领导联系; the law knows no such meeting and gives it no time.
 */
export const meetingFacts = [
  /** Somebody of the bureau is to call a meeting on a case that a unit handles. */
  z.strictObject({ type: z.literal("conveningBegun"), stepNo, convener: Holder, assignment }),
  /** They cannot, and somebody else of the bureau does it. */
  z.strictObject({
    type: z.literal("convenerPassedOn"),
    ...{ stepNo, from: StaffId, to: Holder, assignment, how: Unable },
  }),
  z.strictObject({
    type: z.literal("convened"),
    ...{ stepNo, n, forBureau, unit: UnitId, on: DistrictDate, question: Written },
    invited: z.array(Asked).min(leastConvened).max(mostConvened),
  }),
  z.strictObject({
    type: z.literal("met"),
    ...{ stepNo, n, unit: UnitId, on: DistrictDate },
    present: z.array(UnitId).min(1).max(mostConvened),
    decisions: z.array(Asked.extend({ task: Written, wantedBy: DistrictDate })).max(mostConvened),
    letter: MinutesLetter,
  }),
  z.strictObject({
    type: z.literal("meetingCalledOff"),
    ...{ stepNo, n, unit: UnitId, on: DistrictDate, reason: Written },
    units: z.array(UnitId).min(leastConvened).max(mostConvened),
  }),
  /** Its day has passed, and its minutes are not there. */
  z.strictObject({ type: z.literal("minutesAwaited"), stepNo, n, staff: StaffId, on: DistrictDate }),
  /** The step ended before it met, or before what it had decided was done. */
  z.strictObject({
    type: z.literal("meetingLapsed"),
    stepNo,
    /** The day for which it was called, where it has not met. */
    on: DistrictDate.optional(),
    /** The units that had something to do by a decision, and have not answered for it. */
    undone: z.array(UnitId),
  }),
] as const;

export const meetingTraits: TraitsOf<typeof meetingFacts> = {
  conveningBegun: inside,
  convenerPassedOn: inside,
  convened: goesOn,
  met: goesOn,
  meetingCalledOff: goesOn,
  minutesAwaited: remindsInside,
  meetingLapsed: goesOn,
};
