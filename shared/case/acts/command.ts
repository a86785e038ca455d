import * as z from "zod";
import { Letter } from "#case/state/event.ts";
import type { ClockName, PeriodClock } from "#clock/clock.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import type { Station } from "#ground/levels.ts";

/** What staff can do on an open step, or after an answer. The names double as the forms' `command` field. */
export const StaffCommand = z.discriminatedUnion("command", [
  z.strictObject({ command: z.literal("accept") }),
  z.strictObject({ command: z.literal("notAccept"), ground: z.string(), explanation: z.string() }),
  z.strictObject({ command: z.literal("acknowledge") }),
  z.strictObject({ command: z.literal("proposeSettlement"), terms: z.string() }),
  z.strictObject({ command: z.literal("reply"), ...Letter.shape }),
  z.strictObject({ command: z.literal("reportUpward"), reason: z.string() }),
  z.strictObject({ command: z.literal("handBack"), reason: z.string() }),
  z.strictObject({ command: z.literal("reassign"), to: StaffId, reason: z.string() }),
  z.strictObject({ command: z.literal("askExtension"), days: z.int().positive(), reason: z.string() }),
  z.strictObject({ command: z.literal("approveExtension") }),
  z.strictObject({ command: z.literal("refuseExtension"), reason: z.string() }),
  z.strictObject({ command: z.literal("recordDelivery"), how: z.enum(["byHand", "byPost"]), on: DistrictDate }),
]);
export type StaffCommand = z.infer<typeof StaffCommand>;
/** The names alone, for forms that came back with something to correct. */
export const StaffCommandName = z.enum(StaffCommand.options.map(({ shape }) => shape.command.value));
export type StaffCommandName = StaffCommand["command"];

/** Everything that can be asked of a case after it was filed. Staff, petitioner, clock and workflow use the same door. */
export type Command =
  /** `stepNo` and `assignment` are those of the link that the person used; `running` is what an extension extends. */
  | {
      type: "staff";
      by: StaffId;
      stepNo: number;
      assignment: number;
      act: StaffCommand;
      running?: readonly PeriodClock[];
    }
  | { type: "confirmSettlement" }
  | { type: "declineSettlement"; reason: string }
  /** The petitioner has opened the answer with the query code. */
  | { type: "openAnswer" }
  /** The workflow has reached a station and waits there. */
  | { type: "openStation"; epoch: number; station: Station }
  | { type: "ring"; clock: ClockName }
  /** An operator puts a clock back that had failed too often. */
  | { type: "releaseClock"; clock: ClockName; by: string }
  /** The calendar has changed: these clocks of the case run by an older one. */
  | { type: "recount"; running: readonly PeriodClock[]; reason: Bilingual }
  /**
   * The execution of `epoch` is gone; a new one takes over from where the record stands. `lost` is the clock that watched
   * the case on its way, when that has no row any more.
   */
  | { type: "replaceExecution"; epoch: number; lost?: ClockName };
