import { districtDate, inWorkingHours } from "#clock/period.ts";
import type { StaffId, UnitId } from "#directory/directory.ts";
import { isAtWork, successorIn } from "#directory/routing.ts";
import type { Case, In, Open } from "./case.ts";
import { stepDue } from "./due.ts";
import type { Actor, Ask, NewEvent } from "./event.ts";
import { isAsking } from "./extension.ts";
import type { World } from "./world.ts";

/** A case after somebody else has taken a turn over, and the event that says so; none when it stays where it is. */
export type StoodIn<C extends Case> = { after: C; events: Omit<NewEvent, "clocks">[] };

/** A turn, and what of its case decides who may take it over. */
type Held = {
  staff: StaffId;
  unit: UnitId;
  assignment: number;
  level: Open["level"];
  decides?: StaffId | undefined;
  ask: Ask;
  lastDay: string;
};

/** The event by which somebody takes a turn over from a person who is not at work when they are to be reminded. */
const takenOver = (c: Case & { stepNo: number }, held: Held, by: Actor, world: World): StoodIn<Case>["events"] => {
  const { directory, calendar, now } = world;
  const on = districtDate(inWorkingHours(calendar, now));
  if (isAtWork(directory, held.staff, on)) return [];
  const { community, category, about, stepNo } = c;
  const { level, decides, ask, lastDay, staff: from } = held;
  const successor = successorIn(directory, held.unit, { level, community, category, about, on, decides });
  const { owner: to, because, passedOver } = successor;
  if (to === from) return [];
  const assignment = held.assignment + 1;
  const fact = { type: "reassigned", how: "whileAway", stepNo, from, to, because, assignment } as const;
  return [
    {
      by,
      fact: { ...fact, ...(passedOver.length > 0 && { passedOver }) },
      messages: [{ kind: "taskMail", to, ask, stepNo, assignment, lastDay }],
    },
  ];
};

const newHolder = (events: StoodIn<Case>["events"]) => {
  const fact = events[0]?.fact;
  return fact?.type === "reassigned" && fact.how === "whileAway" ? fact : undefined;
};

/**
 * 代办: an owner who is away, or has left, when a clock is to remind them would read of it too late or never. The turn
 * passes to whoever it would fall to now in their unit: deputy, head, or the bureau's duty officer; but not to who decides
 * on the owner's request for more time, since nobody decides on a request of their own.
 */
export const standIn = (c: Open, by: Actor, world: World): StoodIn<Open> => {
  const { owner: staff, unit, assignment, level } = c;
  const decides = isAsking(c) ? c.extension.head.staff : undefined;
  const ask = c.status === "screening" ? "accept" : "handle";
  const events = takenOver(c, { staff, unit, assignment, level, decides, ask, lastDay: stepDue(c).lastDay }, by, world);
  const taken = newHolder(events);
  return { after: taken === undefined ? c : { ...c, owner: taken.to, assignment: taken.assignment }, events };
};

/** The same for an answer that its author should have delivered by now. */
export const standInToDeliver = (
  c: In<"answered">,
  { staff, assignment }: { staff: StaffId; assignment: number },
  by: Actor,
  world: World,
): StoodIn<Case>["events"] => {
  const { answeredBy, level, deliverBy: lastDay } = c;
  return takenOver(c, { staff, unit: answeredBy.unit, assignment, level, ask: "deliver", lastDay }, by, world);
};
