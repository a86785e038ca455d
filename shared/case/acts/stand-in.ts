import type { Answered, Open } from "#case/state/case.ts";
import type { EventOfRing } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { Ask } from "#case/state/message.ts";
import { decidersOf, nextTurn } from "#case/state/standing.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import { staffOf, successorIn } from "#directory/routing.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { Until } from "#ground/instant.ts";
import type { Level } from "#ground/levels.ts";
import { stepAsk } from "./step-ask.ts";
import { type Occasion, whyUnable } from "./unable.ts";

/** A turn, and what of its case decides who may take it over. */
type HeldTurn = {
  staff: StaffId;
  unit: UnitId;
  assignment: number;
  level: Level | "bureau";
  decides?: readonly StaffId[];
  ask: Ask;
  lastDay: Until;
};

/** Who has taken a turn over, and the event that says so. */
type Taken = { to: StaffId; toUnit: UnitId; assignment: number; event: EventOfRing };

/**
 * Somebody else takes the turn over from a person whom no mail reaches, or who is not at work, or may not use it, when they
 * are to be reminded.
 */
const takeOver = (
  c: Open | Answered,
  held: HeldTurn,
  { by, unreachable = [] }: Occasion,
  world: World,
): Taken | undefined => {
  const { directory, calendar, now } = world;
  const on = districtDate(inWorkingHours(calendar, now));
  const { community, category, about, stepNo } = c;
  const { level, decides, ask, lastDay, staff: from } = held;
  const how = whyUnable(c, { staff: from, stepNo, assignment: held.assignment }, { on, unreachable }, directory);
  if (how === undefined) return undefined;
  const refusedBy = c.status === "screening" ? c.reconsideration?.refusedBy : undefined;
  const to = { level, community, category, about, on, decides, unreachable, refusedBy };
  const successor = successorIn(directory, held.unit, to);
  const { owner, because, passedOver } = successor;
  // Whoever has moved to the office that everything falls to at last gets the turn anew.
  if (owner === from && how !== "left" && how !== "recused") return undefined;
  const toUnit = staffOf(directory, owner).unit;
  const assignment = nextTurn(c);
  const fact = { type: "reassigned", how, stepNo, from, to: owner, unit: toUnit, because, assignment } as const;
  const event: EventOfRing = {
    by,
    fact: { ...fact, ...(passedOver.length > 0 && { passedOver }) },
    messages: [{ kind: "taskMail", to: owner, ask, stepNo, assignment, lastDay }],
  };
  return { to: owner, toUnit, assignment, event };
};

/**
 * 代办: an owner who is away, or has left, when a clock is to remind them would read of it too late or never. The turn
 * passes to whoever it would fall to now in their unit: deputy, head, or the bureau's duty officer; but not to who decides
 * on what the owner has asked for, since nobody decides on a request of their own. So does a turn whose owner no mail
 * reaches, at once (fault 24).
 * @returns the case with whoever holds it now, and the event of the change; none when it stays where it is.
 */
export const standIn = (c: Open, occasion: Occasion, world: World): { after: Open; events: EventOfRing[] } => {
  const { owner: staff, unit, assignment, level } = c;
  const decides = decidersOf(c);
  const ask = stepAsk(c);
  const { lastDay } = stepDue(c);
  const taken = takeOver(c, { staff, unit, assignment, level, decides, ask, lastDay }, occasion, world);
  if (taken === undefined) return { after: c, events: [] };
  const { to: owner, toUnit: ownersUnit, event } = taken;
  return { after: { ...c, owner, ownersUnit, assignment: taken.assignment }, events: [event] };
};

/**
 * The same for an answer: whoever's turn it is to deliver it, or to correct it once it is delivered, as long as its
 * petitioner may ask for a review.
 */
export const standInForLetter = (c: Answered, turn: Turn, occasion: Occasion, world: World): EventOfRing[] => {
  const { answeredBy, level } = c;
  const ask = c.status === "delivering" ? "deliver" : "mayCorrect";
  const { staff, assignment } = turn;
  const held = { staff, unit: answeredBy.unit, assignment, level, ask, lastDay: stepDue(c).lastDay } as const;
  const taken = takeOver(c, held, occasion, world);
  return taken === undefined ? [] : [taken.event];
};
