import { leftBehind } from "#case/account/left-behind.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { DigestStore } from "#case/store/digest-store.ts";
import { shards } from "#clock/keys.ts";
import type { Leavers } from "#directory/check/leavers.ts";
import { type CaseId, numberOf } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";

/** What leaves while open cases go by it: a unit, a category, or a person whose turn it is. */
export type StillHeld = { kind: "unit" | "category" | "staff"; id: string; cases: CaseId[] };

export type HeldPorts = {
  cases: Pick<CaseStore, "openIn" | "standing" | "load">;
  digests: Pick<DigestStore, "waiting">;
};

/** Later than any case falls due. */
const endOfTime = "9999-12-31";

/**
 * The open cases that go by a unit or a category that leaves: those that stand with a unit by its list, and those that came
 * from it by looking at all that stand somewhere, if anything leaves.
 */
const byPlace = async ({ cases }: Pick<HeldPorts, "cases">, leavers: Leavers): Promise<StillHeld[]> => {
  if (leavers.units.length + leavers.categories.length === 0) return [];
  const held = new Map<string, StillHeld>();
  const hold = (kind: "unit" | "category", id: string, caseId: CaseId): void => {
    const before = held.get(`${kind} ${id}`)?.cases ?? [];
    held.set(`${kind} ${id}`, { kind, id, cases: [...new Set([...before, caseId])].toSorted() });
  };
  await inBatches(leavers.units, async (id) => {
    for (const caseId of await cases.openIn(id)) hold("unit", id, caseId);
  });
  for (const shard of shards) {
    const ids: string[] = [];
    for await (const { caseId } of cases.standing(shard)) ids.push(caseId);
    await inBatches(ids, async (caseId) => {
      const c = await cases.load(caseId);
      for (const { kind, id } of c === undefined ? [] : leftBehind(c, leavers)) hold(kind, id, caseId);
    });
  }
  return [...held.values()].toSorted((a, b) => `${a.kind} ${a.id}`.localeCompare(`${b.kind} ${b.id}`));
};

/** What still holds cases of all that a new directory leaves out without a successor. */
export const stillHeld = async ({ cases, digests }: HeldPorts, leavers: Leavers): Promise<StillHeld[]> => {
  const byStaff = await inBatches(leavers.staff, async (id): Promise<StillHeld> => {
    return { kind: "staff", id, cases: (await digests.waiting(id, endOfTime)).cases };
  });
  return [...(await byPlace({ cases }, leavers)), ...byStaff.filter((held) => held.cases.length > 0)];
};

const shown = 5;

/** One line for each: what leaves, how many cases go by it, and the first of them. */
export const heldLines = (held: readonly StillHeld[]): string[] =>
  held.map(({ kind, id, cases }) => {
    const more = cases.length > shown ? `, and ${cases.length - shown} more` : "";
    return `  ${kind} ${id}: ${cases.length} case${cases.length === 1 ? "" : "s"} (${cases.slice(0, shown).map(numberOf).join(", ")}${more})`;
  });
