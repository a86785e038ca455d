import { districtDate, inWorkingHours } from "#clock/period.ts";
import { isAtWork } from "#directory/routing.ts";
import type { Open } from "./case.ts";
import { stepDue } from "./due.ts";
import type { Actor, NewEvent } from "./event.ts";
import { isAsking } from "./extension.ts";
import { routeFor } from "./route-for.ts";
import type { World } from "./world.ts";

/** A turn after somebody else has taken it over, and the event that says so; none when it stays where it is. */
export type StoodIn = { open: Open; events: Omit<NewEvent, "clocks">[] };

/**
 * 代办: an owner who is away, or has left, when a clock is to remind them would read of it too late or never. The turn
 * passes to whoever it would fall to now: deputy, head, or the bureau's duty officer. It stays where nobody else may take
 * it, and where that person decides on the owner's request for more time, since nobody decides on a request of their own.
 */
export const standIn = (c: Open, by: Actor, world: World): StoodIn => {
  const stays: StoodIn = { open: c, events: [] };
  if (isAtWork(world.directory, c.owner, districtDate(inWorkingHours(world.calendar, world.now)))) return stays;
  const route = routeFor(c, c.level, world);
  if (route.kind === "vacant" || route.owner === c.owner) return stays;
  if (isAsking(c) && c.extension.head.staff === route.owner) return stays;
  const { owner: to, because } = route;
  const { stepNo, owner: from } = c;
  const assignment = c.assignment + 1;
  const ask = c.status === "screening" ? "accept" : "handle";
  return {
    open: { ...c, owner: to, assignment },
    events: [
      {
        by,
        fact: { type: "reassigned", how: "whileAway", stepNo, from, to, because, assignment },
        messages: [{ kind: "taskMail", to, ask, stepNo, assignment, lastDay: stepDue(c).lastDay }],
      },
    ],
  };
};
