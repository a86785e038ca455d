import type { Shelf } from "#record/anchor.ts";

/** Anchors in memory, as text like in a bucket; `kept` may be tampered with. */
export const memoryShelf = (): Shelf & { kept: Map<number, string> } => {
  const kept = new Map<number, string>();
  const placed = (n: number) => ({ n, version: "" });
  return {
    kept,
    places: () => Promise.resolve([...kept.keys()].sort((a, b) => a - b).map(placed)),
    newest: () => Promise.resolve(kept.size === 0 ? undefined : placed(Math.max(...kept.keys()))),
    place: (n) => Promise.resolve(kept.has(n) ? placed(n) : undefined),
    read: ({ n }) => Promise.resolve(JSON.parse(kept.get(n) ?? "null")),
    add: (anchor) => {
      if (kept.has(anchor.n)) return Promise.reject(new Error(`There is an anchor ${anchor.n}`));
      kept.set(anchor.n, JSON.stringify(anchor));
      return Promise.resolve();
    },
  };
};
