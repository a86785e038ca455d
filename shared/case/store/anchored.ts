import type { RecordId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";
import { Anchor, faultsOfAnchors, type Shelf } from "#record/anchor.ts";
import type { Finding } from "#record/finding.ts";
import type { AnchoredCase, AnchoredOfCase } from "./audit.ts";
import { recordOfPartition } from "./keys.ts";

/**
 * Minutes by which an anchor may have missed what was dated before it: an index that lags, a decision whose commit took
 * its time, a clock that is behind. The next anchor looks back as far.
 */
export const slackMinutes = 30;

/** The moment up to which everything is in an anchor, if one was made at `at`. */
export const anchoredUpTo = (at: Instant): Instant => new Date(Date.parse(at) - slackMinutes * 60_000).toISOString();

/** What some anchors say of each record. */
export const anchoredCases = (anchors: readonly Anchor[]): Map<RecordId, AnchoredOfCase[]> => {
  const cases = new Map<RecordId, AnchoredOfCase[]>();
  for (const { n: anchor, heads } of anchors) {
    for (const { pk, sk, number, hash } of heads) {
      const id = recordOfPartition(pk);
      if (id === undefined) continue;
      const known = cases.get(id) ?? [];
      known.push({ anchor, sk, number, hash });
      cases.set(id, known);
    }
  }
  return cases;
};

/** All anchors that can be read, and the first thing that is wrong with them, if anything is. */
export const readAnchors = async (shelf: Shelf): Promise<{ anchors: Anchor[]; finding: Finding | undefined }> => {
  const places = await shelf.places();
  const kept = await inBatches(places, async (place) => ({ n: place.n, content: await shelf.read(place) }));
  const [finding] = faultsOfAnchors(kept);
  return { anchors: kept.flatMap(({ content }) => Anchor.safeParse(content).data ?? []), finding };
};

/** What all anchors say of a record. */
export const anchoredOf = (
  id: RecordId,
  cases: ReadonlyMap<RecordId, AnchoredOfCase[]>,
  newest: Anchor | undefined,
): AnchoredCase => ({
  heads: cases.get(id) ?? [],
  upTo: newest && anchoredUpTo(newest.at),
});
