import { type Case, hasEnded } from "#case/state/case.ts";
import { unitInCharge } from "#case/state/standing.ts";
import type { CategoryId, UnitId } from "#ground/ids.ts";

/** What of an open case a directory leaves out without a successor, so that the case would lose its way by it. */
export type LeftBehind = { kind: "unit" | "category"; id: string };

/** The units and the category that an open case goes by, as far as they are among those that leave. */
export const leftBehind = (
  c: Case,
  { units, categories }: { units: readonly UnitId[]; categories: readonly CategoryId[] },
): LeftBehind[] => {
  if (hasEnded(c)) return [];
  const goesBy = new Set([c.community ?? [], unitInCharge(c) ?? []].flat());
  return [
    ...[...goesBy].filter((id) => units.includes(id)).map((id) => ({ kind: "unit" as const, id })),
    ...(categories.includes(c.category) ? [{ kind: "category" as const, id: c.category }] : []),
  ];
};
