import type { Look } from "#case/state/party.ts";
import type { CaseId } from "#ground/ids.ts";
import { later } from "#ground/instant.ts";
import { chainHash, genesis } from "#record/chain.ts";
import { absent, type Database, equals, MovedOn, rowOf } from "#record/database.ts";
import { untilWon } from "#record/lost-races.ts";
import { readRow } from "#record/row.ts";
import { putNew } from "#record/stored.ts";
import { lookKey, looksKey } from "./keys.ts";
import { changedBy, LookRow, LooksRow } from "./rows.ts";

/** A look at a case as it is stored: numbered, and chained to the one before it. */
const chained = (caseId: CaseId, look: Look, before: LooksRow | undefined): LookRow => {
  const content = { v: 1, caseId, n: (before?.count ?? 0) + 1, look } as const;
  const previous = before?.head ?? genesis;
  return { ...content, previous, hash: chainHash(previous, content) };
};

/**
 * Records looks at the petitioner's identity, each with a number of its own: of two at the same moment each gets one.
 * No look is dated before the one that it follows. @throws MovedOn after too many lost races; then nothing is to be shown.
 */
export const lookRecorder = (db: Database, table: string) => {
  const looksAt = async (id: CaseId): Promise<LooksRow | undefined> => {
    const key = looksKey(id);
    const item = await db.get(table, key);
    if (item === undefined) return undefined;
    return readRow(LooksRow, key, rowOf(item));
  };

  return (id: CaseId, { at, ...seen }: Look): Promise<void> =>
    untilWon(async () => {
      const before = await looksAt(id);
      const look = { ...seen, at: later(at, before?.changedAt ?? at) };
      const row = chained(id, look, before);
      const head: LooksRow = { v: 1, count: row.n, head: row.hash, ...changedBy(id, look.at) };
      const isSame = before === undefined ? absent : equals("count", before.count);
      await db.write([
        putNew(table, LookRow, lookKey(id, row.n), row, MovedOn),
        { does: "put", table, key: looksKey(id), form: LooksRow, row: head, if: isSame, refusedAs: MovedOn },
      ]);
    });
};
