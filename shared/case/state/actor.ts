import * as z from "zod";
import { ClockName } from "#clock/clock.ts";
import { CaseId, StaffId, UnitId } from "#ground/ids.ts";

/** Who did it. */
export const Actor = z.discriminatedUnion("kind", [
  /** `saw`: number of the newest event that the page told of on which they decided. `agent`: who decided for them, if they did not. */
  z.strictObject({
    kind: z.literal("petitioner"),
    saw: z.int().positive().optional(),
    agent: z.int().positive().optional(),
  }),
  /** Whoever has joined a petition, by number. */
  z.strictObject({ kind: z.literal("signatory"), n: z.int().positive() }),
  z.strictObject({ kind: z.literal("staff"), id: StaffId }),
  /** What happened to another case that it is merged with. */
  z.strictObject({ kind: z.literal("case"), id: CaseId }),
  z.strictObject({ kind: z.literal("clock"), clock: ClockName }),
  z.strictObject({ kind: z.literal("policy"), version: z.string() }),
  z.strictObject({ kind: z.literal("workflow"), epoch: z.int().positive() }),
  z.strictObject({ kind: z.literal("operator"), name: z.string().min(1) }),
]);
export type Actor = z.infer<typeof Actor>;

/** A unit and the named person in it. */
export const Holder = z.strictObject({ unit: UnitId, staff: StaffId });
export type Holder = z.infer<typeof Holder>;

/**
 * 经手人员: everybody of the office who has had a part in a case, or was mailed of it. `owned`: who has had a step of it, or decided
 * something on it.
 */
export const Hands = z.strictObject({ owned: z.array(StaffId), others: z.array(StaffId) });
export type Hands = z.infer<typeof Hands>;
