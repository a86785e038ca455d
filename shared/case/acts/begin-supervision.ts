import type { Case } from "#case/state/case.ts";
import { isIn } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import type { SupervisionGround } from "#case/state/facts/supervision.ts";
import { missedDays, supervisedStates } from "#case/state/missed-days.ts";
import type { World } from "#case/state/world.ts";
import { staffOf } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import { whyNotOfTheBureau } from "./bureau-officer.ts";
import { supervisorsTurn } from "./supervision-watch.ts";

/**
 * 督办 by the bureau of its own accord: whoever says so gets the turn in which the notice is written.
 * @param ground which of the grounds that the record shows; the weightiest unless told
 */
export const beginSupervision = (
  c: Case,
  { by, ground }: { by: StaffId; ground?: SupervisionGround | undefined },
  world: World,
): Decision => {
  const barred = whyNotOfTheBureau(c, by, world.directory);
  if (barred !== undefined) return refuse(barred);
  if (!isIn(c, supervisedStates)) return refuse("nothingMissed");
  if (c.supervision?.open !== undefined) return refuse("supervisedAlready");
  const missed = missedDays(c, world.now).find((one) => ground === undefined || one.ground === ground);
  if (missed === undefined) return refuse("nothingMissed");
  const { told, clock, mail } = supervisorsTurn(c, staffOf(world.directory, by), "asked", world);
  return happened({ kind: "staff", id: by }, { type: "supervisionAsked", missed, ...told }, [clock], [mail]);
};
