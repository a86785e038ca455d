import type { In } from "#case/state/case.ts";
import { startPeriod } from "#case/state/decision.ts";
import type { Letter } from "#case/state/facts/answer.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { clockRule } from "#directory/rules.ts";
import { promiseClock } from "./promise.ts";

/** 送达: what begins with the letter that answers a case: the time for its delivery, and that of what it promises. */
export const deliveryBegins = (c: In<"handling" | "merged">, letter: Letter, world: World): ClockChange[] => {
  const n = c.stepNo + 1;
  const delivery = { rule: clockRule(world.directory, c, "delivery"), start: world.now, urgent: c.urgent === true };
  return [startPeriod({ kind: "delivery", n }, delivery, world), ...promiseClock(c, letter, n, world)];
};
