import type { Actor } from "#case/state/actor.ts";
import type { Case } from "#case/state/case.ts";
import type { Unable } from "#case/state/facts/fact.ts";
import { rightIn } from "#case/state/rights.ts";
import type { Turn } from "#case/state/turn.ts";
import type { Directory } from "#directory/directory.ts";
import { isAtWork } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** Why a turn may pass on: who is told by whom, and whom no mail reaches, if that is the reason. */
export type Occasion = { by: Actor; unreachable?: readonly StaffId[] };

type Asked = { on: DistrictDate; unreachable: readonly StaffId[] };

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
