import { barring, barringUnit } from "#case/state/barred.ts";
import type { In } from "#case/state/case.ts";
import { type AskedToRecuse, mostRecusals } from "#case/state/facts/recusal.ts";
import type { World } from "#case/state/world.ts";
import type { About, Staff } from "#directory/directory.ts";
import { deciderFor } from "#directory/routing.ts";
import type { AwaitedDecision, DeciderAsked } from "./awaited-decision.ts";

/** Whom the case would be about for routing and rights if it were granted. */
export const aboutWithout = (c: In<"handling">, whom: AskedToRecuse): About =>
  (whom.is === "handler" ? barring(c, whom.staff) : barringUnit(c, whom.unit)).about;

/**
 * Who decides on it: the unit's head; of the head or the whole unit, or where the unit is silent, the bureau's; or else a
 * leader. Nobody decides on themselves. `undefined` when that leaves nobody.
 */
export const judgeFor = (
  c: In<"handling">,
  whom: AskedToRecuse,
  { isLast = false, ...asked }: DeciderAsked,
  { directory }: Pick<World, "directory">,
): Staff | undefined =>
  deciderFor(directory, {
    unit: isLast ? directory.district.bureau : c.unit,
    owner: c.owner,
    about: aboutWithout(c, whom),
    ...asked,
  });

/** 申请回避: what a petitioner has asked for waits for whoever decides on it. */
export const recusalDecision: AwaitedDecision = {
  matter: "recusal",
  clock: "recusalDecision",
  ask: "decideRecusal",
  told: { passedOn: "recusalPassedOn", climbed: "recusalClimbed", awaited: "recusalAwaited" },
  next: (c, asked, world) => (c.recusal === undefined ? undefined : judgeFor(c, c.recusal.whom, asked, world)),
};

/** The number of the next decision. Each request of a step may need two, as the first may climb; no two of a case have one number. */
export const nextRecusalDecision = ({ stepNo, recusals = 0 }: In<"handling">): number =>
  2 * (mostRecusals * stepNo + recusals) + 1;
