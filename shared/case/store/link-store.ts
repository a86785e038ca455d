import { Link, type LinkFor } from "#access/link.ts";
import type { Instant } from "#ground/instant.ts";
import { absent, type Database, Refused } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { linkKey } from "./keys.ts";

/** Task links in the Cases table. As a rule they are made and used up in the transactions of the case store. */
export const linkStore = (db: Database, table: string) => ({
  /** A task link by the hash of its token. */
  async link(hash: string): Promise<Link | undefined> {
    const key = linkKey(hash);
    const item = await db.get(table, key);
    if (item === undefined) return undefined;
    const { pk: _pk, sk: _sk, ...row } = item;
    return readRow(Link, key, row);
  },

  /** Makes a link that is not there; one that is there stays as it is, used up or not. */
  async makeIfMissing(hash: string, link: LinkFor, at: Instant): Promise<void> {
    const row: Link = { v: 1, for: link, madeAt: at };
    try {
      await db.write([{ does: "put", table, key: linkKey(hash), form: Link, row, if: absent }]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  },
});
export type LinkStore = ReturnType<typeof linkStore>;
