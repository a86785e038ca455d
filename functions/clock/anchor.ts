import { anchoredCases, anchoredUpTo } from "#case/store/anchored.ts";
import { headsOf } from "#case/store/audit.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import { auditRecord } from "#case/store/entry-audit.ts";
import { shards } from "#clock/keys.ts";
import type { RecordId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";
import { Anchor, type AnchoredHead, type AnchorPlace, anchorAfter, anchorKey, type Shelf } from "#record/anchor.ts";
import type { Finding } from "#record/finding.ts";

export type AnchorPorts = {
  cases: Pick<CaseStore, "rows" | "changedAfter">;
  shelf: Shelf;
  now: () => Promise<Instant>;
};

/** How many heads the call has anchored, and the first thing wrong with each case that it looked at. */
export type Anchored = { heads: number; findings: Finding[] };

const hour = 3_600_000;

/** The number of an anchor before another one, each hour that of another. Before the first one it is that itself. */
const olderThan = ({ n }: AnchorPlace, at: Instant): number =>
  1 + (Math.floor(Date.parse(at) / hour) % Math.max(1, n - 1));

const missing = (n: number): Finding => ({ of: "", entry: "anchor", number: n, key: anchorKey(n), wrong: "missing" });

const nameOf = ({ pk, sk, number, hash }: AnchoredHead): string => `${pk} ${sk} ${number} ${hash}`;

/**
 * Anchors what has changed (ADR 0025): writes the heads of all records, cases and entries of registers, that have changed since the last anchor where nobody
 * can change them, chained to the anchor before. On the way it audits each of these cases, those of the newest anchor,
 * and those of one older anchor, another each hour: so what it reads follows what happens, not what is kept.
 */
export const anchor =
  ({ cases, shelf, now }: AnchorPorts) =>
  async (): Promise<Anchored> => {
    const at = await now();
    const last = await shelf.newest();
    const read = async (place: AnchorPlace | undefined): Promise<Anchor | undefined> =>
      place && Anchor.parse(await shelf.read(place));
    const newest = await read(last);
    const older = last && (await shelf.place(olderThan(last, at)));
    const known = anchoredCases([newest, await read(older)].flatMap((one) => one ?? []));

    const changed = new Set<RecordId>();
    const after = newest === undefined ? "" : anchoredUpTo(newest.at);
    for (const shard of shards) for (const id of await cases.changedAfter(shard, after)) changed.add(id);

    const findings: Finding[] = last && older === undefined ? [missing(olderThan(last, at))] : [];
    const heads: AnchoredHead[] = [];
    await inBatches([...new Set([...changed, ...known.keys()])], async (id) => {
      const rows = await cases.rows(id, "record");
      const finding = auditRecord(id, rows, { heads: known.get(id) ?? [], upTo: undefined }, "record");
      if (finding !== undefined) findings.push(finding);
      if (changed.has(id)) heads.push(...headsOf(rows));
    });

    const before = new Set(newest?.heads.map(nameOf));
    const fresh = heads.filter((head) => !before.has(nameOf(head))).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    if (fresh.length > 0) await shelf.add(anchorAfter(newest, at, fresh));
    return { heads: fresh.length, findings };
  };
