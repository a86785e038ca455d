import type { In } from "#case/state/case.ts";
import { startPeriod } from "#case/state/decision.ts";
import type { World } from "#case/state/world.ts";
import type { ReceivingBody } from "#clock/receiving-body.ts";
import { clockRule } from "#directory/rules.ts";
import type { UnitId } from "#ground/ids.ts";
import { issue } from "./issue.ts";

/**
 * 转送: the letter that tells of it, and the time for the receipt of the other body, which begins now.
 * @param by the unit that answers for the case until then; `stepNo`: its step
 */
export const sentTo = (
  c: In<"screening" | "handling">,
  body: ReceivingBody,
  { by, stepNo }: { by: UnitId; stepNo: number },
  world: World,
) => {
  const awaited = startPeriod(
    { kind: "transfer", n: stepNo },
    { rule: clockRule(world.directory, c, "transfer"), start: world.now, urgent: c.urgent === true },
    world,
  );
  const { lastDay, days, dayType, article } = awaited.clock;
  const letter = issue("transfer", c, by, { body, due: { lastDay, days, dayType, article } }, world);
  return { awaited, letter };
};
