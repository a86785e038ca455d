import { faultsOf } from "#record/audit.ts";
import type { Chained } from "#record/chain.ts";

/** The position (from 0) of the first link that does not follow from the one before it, or `undefined` when all do. */
export const firstBrokenLink = (links: readonly Chained[]): number | undefined => {
  const keyOf = (number: number) => ({ pk: "chain", sk: String(number).padStart(6, "0") });
  const entries = links.map((link, i) => ({ key: keyOf(i + 1), says: { of: "", number: i + 1, at: "", link } }));
  const [fault] = faultsOf({ of: "", entry: "event", entries, keyOf });
  return fault?.number === undefined ? undefined : fault.number - 1;
};
