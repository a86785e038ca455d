import type { CaseStore } from "#case/store/case-store.ts";
import type { DigestStore } from "#case/store/digest-store.ts";
import type { Leavers } from "#directory/check/leavers.ts";
import { type CaseId, numberOf } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";

/** What somebody who leaves still has: a unit its open cases, a person those in which it is their turn. */
export type StillHeld = { kind: "unit" | "staff"; id: string; cases: CaseId[] };

export type HeldPorts = { cases: Pick<CaseStore, "openIn">; digests: Pick<DigestStore, "waiting"> };

/** Later than any case falls due. */
const endOfTime = "9999-12-31";

/** The cases that units and people still hold whom a new directory leaves out; only those who hold any. */
export const stillHeld = async ({ cases, digests }: HeldPorts, { units, staff }: Leavers): Promise<StillHeld[]> => {
  const byUnits = await inBatches(
    units,
    async (id): Promise<StillHeld> => ({ kind: "unit", id, cases: await cases.openIn(id) }),
  );
  const byStaff = await inBatches(staff, async (id): Promise<StillHeld> => {
    return { kind: "staff", id, cases: (await digests.waiting(id, endOfTime)).cases };
  });
  return [...byUnits, ...byStaff].filter((held) => held.cases.length > 0);
};

const shown = 5;

/** One line for each: who leaves, how many cases they hold, and the first of them. */
export const heldLines = (held: readonly StillHeld[]): string[] =>
  held.map(({ kind, id, cases }) => {
    const more = cases.length > shown ? `, and ${cases.length - shown} more` : "";
    return `  ${kind} ${id}: ${cases.length} case${cases.length === 1 ? "" : "s"} (${cases.slice(0, shown).map(numberOf).join(", ")}${more})`;
  });
