import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { endsStep, goesOn, inside, remindsInside, stepNo, type TraitsOf, Unable } from "./fact.ts";

/** How many instructions a case has in its life. */
export const mostInstructions = 20;

/**
 * Why a leader takes charge of a case: more than ten petition together, other units were asked, the law's time for the answer is
 * over, or the leader wants to. Each but the last is checked against the record.
 */
export const LeadGround = z.enum(["joint", "severalUnits", "lateByLaw", "ownWish"]);
export type LeadGround = z.infer<typeof LeadGround>;

/** Why another leader takes charge instead: the first is away for long, has to keep away, or the matter is another's field. */
export const LeadChange = z.enum(["away", "conflict", "otherField"]);
export type LeadChange = z.infer<typeof LeadChange>;

/** Why the head of the bureau, or a leader, pulls a case up: units differ, the level is too low for it, or it is late there. */
export const PullUpGround = z.enum(["unitsDiffer", "beyondLevel", "lateThere"]);
export type PullUpGround = z.infer<typeof PullUpGround>;

/** What a leader in charge owes next: to meet the petitioner, to say who does what, to report. */
export const LeadStage = z.enum(["meet", "plan", "report"]);
export type LeadStage = z.infer<typeof LeadStage>;

const assignment = z.int().positive();
const clock = z.int().positive();

/** A leader as petitioners are told of them: the one place where they read the name of somebody in office (docs/adr/0083). */
export const leader = { name: z.string(), post: Bilingual };

/** Of which instruction it is told, by its number in the case. */
const instruction = { n: z.int().min(1).max(mostInstructions), unit: UnitId };

/**
 * 领导包案, 批示: a leader of the district is in charge of a case. They meet its petitioner, say who does what by when, and report;
 * the owner stays the owner, and no clock of the case moves (《信访工作条例》 Art. 18).
 */
export const leadFacts = [
  z.strictObject({
    type: z.literal("leaderNamed"),
    stepNo,
    ground: LeadGround,
    change: LeadChange.optional(),
    /** Whoever was in charge until now. */
    from: StaffId.optional(),
    to: Holder,
    ...leader,
    assignment,
    clock,
  }),
  /** 约见: the leader has met the petitioner. */
  z.strictObject({
    type: z.literal("leaderMet"),
    stepNo,
    on: DistrictDate,
    discussed: Written,
    clock: clock.optional(),
  }),
  /** 批示、交办: a unit does something by a day, as the leader in charge has decided. */
  z.strictObject({
    type: z.literal("instructed"),
    stepNo,
    ...instruction,
    task: Written,
    until: DistrictDate,
    from: StaffId,
    to: Holder,
    assignment,
    clock,
    /** It is the first: the leader reports by a clock from now on. */
    leadClock: clock.optional(),
  }),
  /** The unit has seen it; or says that it is done, and what was. */
  z.strictObject({ type: z.literal("instructionAnswered"), stepNo, ...instruction, performed: Written.optional() }),
  /** 报告: how far the case is, for those who have named the leader. */
  z.strictObject({ type: z.literal("leaderReported"), stepNo, note: Written, clock }),
  /** Whoever owes something of it is reminded. */
  z.strictObject({
    type: z.literal("leadAwaited"),
    stepNo,
    of: z.enum([...LeadStage.options, "instruction"]),
    n: instruction.n.optional(),
    lastDay: DistrictDate,
  }),
  /**
   * Its day is over. What the leader owes comes to the head of the bureau; an instruction to the head of its unit, and the second
   * time to the leader.
   */
  z.strictObject({
    type: z.literal("leadMissed"),
    stepNo,
    of: z.enum([...LeadStage.options, "instruction"]),
    n: instruction.n.optional(),
    unit: UnitId.optional(),
    lastDay: DistrictDate,
    to: Holder.optional(),
    assignment: assignment.optional(),
    clock: clock.optional(),
  }),
  /** Whoever has such a turn cannot keep it. */
  z.strictObject({
    type: z.literal("leadPassedOn"),
    stepNo,
    part: z.enum(["inCharge", "namer", "instructed"]),
    n: instruction.n.optional(),
    from: StaffId,
    to: Holder,
    name: leader.name.optional(),
    post: Bilingual.optional(),
    assignment,
    how: Unable,
  }),
  /** 提级: by the leader in charge, who says why; or by the head of the bureau or a leader, on a ground. Never down. */
  z.strictObject({
    type: z.literal("pulledUp"),
    stepNo,
    level: Level,
    to: Level,
    ground: PullUpGround.optional(),
    reason: Written.optional(),
  }),
] as const;

export const leadTraits: TraitsOf<typeof leadFacts> = {
  leaderNamed: goesOn,
  leaderMet: goesOn,
  instructed: goesOn,
  instructionAnswered: goesOn,
  leaderReported: inside,
  leadAwaited: remindsInside,
  leadMissed: goesOn,
  leadPassedOn: goesOn,
  pulledUp: endsStep,
};
