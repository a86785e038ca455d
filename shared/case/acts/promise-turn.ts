import type { Answered } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import type { PromiseLine } from "#case/state/facts/promise.ts";
import { promiseOf } from "#case/state/promise.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** When a letter's promises are somebody's turns. */
export const answered = ["delivering", "window"] as const;

/** What comes of the promise whose turn somebody has. */
export const ofTurn = (c: Answered, turn: Turn | undefined, decide: (line: PromiseLine) => Decision): Decision => {
  const line = promiseOf(c, turn);
  return line === undefined ? refuse("movedOn") : decide(line);
};

/** Whether a day may be named for a promise: after today, and within the policy's days. */
export const isWithin = (until: DistrictDate, { now, directory }: World): boolean => {
  const today = districtDate(now);
  return until > today && until <= dayAfter(today, directory.policy.clocks.promise.days);
};
