import * as z from "zod";
import { Because, PassedOver, Vacancy } from "#directory/routing.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { Level, StepLevel } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { endsStep, goesOn, stepNo, type TraitsOf, Unable } from "./fact.ts";

const reassigned = {
  type: z.literal("reassigned"),
  stepNo,
  from: StaffId,
  to: StaffId,
  /** Their own unit. */
  unit: UnitId,
  assignment: z.int().positive(),
};

/** 办理环节: a step opens or is passed by; its owner acknowledges it, or another person takes it over. */
export const stepFacts = [
  z.strictObject({
    type: z.literal("stepOpened"),
    stepNo,
    level: StepLevel,
    unit: UnitId,
    owner: StaffId,
    /** Their own unit: another one where they stand in. */
    ownersUnit: UnitId,
    because: Because,
    passedOver: z.array(PassedOver).optional(),
    /** No unit of the level can hold the step, and none is above: why another office has it. */
    vacancy: Vacancy.optional(),
    /** Urgent, and nobody on duty may be told of it: the complaint is about the bureau and every leader's office. */
    dutyUntold: z.literal(true).optional(),
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
  /**
   * `byOwner`: inside the unit, for a reason. `whileAway`: the owner was away when they were to be reminded.
   * `unreachable`: the mail that should have told them was refused for good. `left`: they are in the unit no more.
   * `recused`: the complaint is about them by now.
   */
  z.discriminatedUnion("how", [
    z.strictObject({ ...reassigned, how: z.literal("byOwner"), reason: Written }),
    z.strictObject({
      ...reassigned,
      how: Unable,
      because: Because,
      passedOver: z.array(PassedOver).optional(),
    }),
  ]),
] as const;

export const stepTraits: TraitsOf<typeof stepFacts> = {
  stepOpened: goesOn,
  levelSkipped: endsStep,
  acknowledged: goesOn,
  reassigned: goesOn,
};
