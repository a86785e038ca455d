import type { Directory, Staff } from "#directory/directory.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { mayDecide } from "#directory/routing.ts";
import type { Case } from "./case.ts";
import { partsIn } from "./standing.ts";
import { type Role, sameTurn, type Turn } from "./turn.ts";

/**
 * Why somebody may not take a turn now. `over`: the record gives it to nobody any more. `left`, `moved`: the directory in
 * force has them no longer, or in another unit than when it was given, or as no head who decides. `complainedAbout`: the case is about
 * them, or about an office that they belong to or did when it was filed, whatever their turn.
 */
export type Bar = "over" | "left" | "moved" | "complainedAbout";

/** What a turn allows now: whoever holds it may look and act in this role, or may not for a reason. */
export type TurnRight = { role: Role; person: Staff } | { barred: Bar };

const ofThem = (directory: Directory, { staff }: Turn): Staff | undefined =>
  directory.staff.find(({ id }) => id === staff);

/**
 * 回避与在岗: whether a turn may be used now, to look or to act. Asked of the case and of the directory in force each
 * time, by pages, mails and decisions alike: both may have changed since the link was made and the session began
 * (《信访工作条例》 Art. 28 and 30; guarantees 8 and 9).
 */
export const rightIn = (c: Case, turn: Turn, directory: Directory): TurnRight => {
  const person = ofThem(directory, turn);
  const part = partsIn(c).find((one) => sameTurn(one, turn));
  const units = [person?.unit, part?.unit].filter((unit) => unit !== undefined);
  if (
    units.some((unit) => isComplainedAbout(directory, c.about, { id: turn.staff, unit })) ||
    c.about.staff.includes(turn.staff)
  ) {
    return { barred: "complainedAbout" };
  }
  if (part === undefined) return { barred: "over" };
  if (person === undefined) return { barred: "left" };
  if (person.unit !== part.unit) return { barred: "moved" };
  // Whoever is head no longer decides no longer, though they stay in the unit.
  const isDecider = part.role === "head" || part.role === "judge";
  const decidesNow = !isDecider || ("unit" in c && mayDecide(directory, c.unit, person.id));
  return decidesNow ? { role: part.role, person } : { barred: "moved" };
};
