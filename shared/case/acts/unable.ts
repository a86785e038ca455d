import type { Actor } from "#case/state/actor.ts";
import type { Case } from "#case/state/case.ts";
import type { Unable } from "#case/state/facts/fact.ts";
import { rightIn } from "#case/state/rights.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import { isAtWork } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** Why a turn may pass on: who is told by whom, and whom no mail reaches, if that is the reason. */
export type Occasion = { by: Actor; unreachable?: readonly StaffId[] };

/** On which day somebody is to decide, and whom no mail reaches. */
export type Asked = { on: DistrictDate; unreachable: readonly StaffId[] };

/** Why somebody cannot keep a turn that is theirs on a day; `undefined` when they can. */
export const whyUnable = (
  c: Case,
  turn: Turn,
  { on, unreachable }: Asked,
  directory: Directory,
): Unable | undefined => {
  const right = rightIn(c, turn, directory);
  if ("barred" in right) return right.barred === "complainedAbout" ? "recused" : "left";
  if (unreachable.includes(turn.staff)) return "unreachable";
  return isAtWork(directory, turn.staff, on) ? undefined : "whileAway";
};

/** Whoever has to decide in somebody's place, and why. */
export type Instead = { to: { unit: Staff["unit"]; staff: StaffId }; how: Unable };

/**
 * Who is to decide in the place of whoever was asked: has left, may not decide any more, is away, or gets no mail. Nobody
 * where they can keep it, or where who is merely away or out of reach would be followed by one who could not decide at once.
 * @param next whoever would be asked today, told whom no mail reaches
 */
export const whoDecidesInstead = (
  c: Case,
  turn: Turn,
  { unreachable = [] }: Pick<Occasion, "unreachable">,
  { directory, calendar, now }: World,
  next: (asked: Asked) => Staff | undefined,
): Instead | undefined => {
  const asked = { on: districtDate(inWorkingHours(calendar, now)), unreachable };
  const how = whyUnable(c, turn, asked, directory);
  const person = how && next(asked);
  if (how === undefined || person === undefined) return undefined;
  const isBarred = how === "left" || how === "recused";
  const couldDecide =
    isAtWork(directory, person.id, asked.on) && !unreachable.includes(person.id) && person.id !== turn.staff;
  return isBarred || couldDecide ? { to: { unit: person.unit, staff: person.id }, how } : undefined;
};
