import * as z from "zod";
import { Instant } from "#ground/instant.ts";
import { type ChainEntry, faultsOf, type Newest } from "./audit.ts";
import { Chained, chainHash, genesis } from "./chain.ts";
import { Key } from "./database.ts";
import type { Finding } from "./finding.ts";

/** How a chain stood when it was anchored: the key of its head, the number of its newest entry, and that one's hash. */
export const AnchoredHead = z.strictObject({ ...Key.shape, number: z.int().positive(), hash: z.string() });
export type AnchoredHead = z.infer<typeof AnchoredHead>;

/**
 * The heads of all chains that have changed since the anchor before, kept where nobody can change them. Chained to the
 * anchor before, so that the newest proves all.
 */
export const Anchor = z.strictObject({
  v: z.literal(1),
  n: z.int().positive(),
  at: Instant,
  heads: z.array(AnchoredHead),
  previous: z.string(),
  hash: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

/** Where an anchor lies: its number, and the version in which it was first put there. */
export type AnchorPlace = { n: number; version: string };

/** Anchors as they are kept, outside the database. */
export type Shelf = {
  /** Where all anchors lie, in the order of their numbers. Its cost grows with their number. */
  places: () => Promise<AnchorPlace[]>;
  /** Where the newest anchor lies, if there is one. Its cost does not grow with the number of those before it. */
  newest: () => Promise<AnchorPlace | undefined>;
  /** Where the anchor of a number lies, if there is one. */
  place: (n: number) => Promise<AnchorPlace | undefined>;
  /** What lies there; `undefined` for what is no JSON. */
  read: (place: AnchorPlace) => Promise<unknown>;
  /** Puts the next anchor there. @throws when there is one of its number already. */
  add: (anchor: Anchor) => Promise<void>;
};

/** The anchor after another one. */
export const anchorAfter = (newest: Anchor | undefined, at: Instant, heads: AnchoredHead[]): Anchor => {
  const previous = newest?.hash ?? genesis;
  const content = { v: 1, n: (newest?.n ?? 0) + 1, at, heads } as const;
  return { ...content, previous, hash: chainHash(previous, content) };
};

/** Where an anchor lies on its shelf. */
export const anchorKey = (n: number): Key => ({ pk: "anchors", sk: `${String(n).padStart(8, "0")}.json` });

/** What is wrong with the anchors themselves: each has to follow from the one before it, from the first one on. */
export const faultsOfAnchors = (kept: readonly { n: number; content: unknown }[]): Generator<Finding, Newest> => {
  const entries = kept.map(({ n, content }): ChainEntry => {
    const { data: anchor } = Anchor.safeParse(content);
    const { data: link } = Chained.safeParse(content);
    const says = anchor && link && { of: "", number: anchor.n, at: anchor.at, link };
    return { key: anchorKey(n), says };
  });
  return faultsOf({ of: "", entry: "anchor", entries, keyOf: anchorKey });
};
