import { Link, type LinkFor } from "#access/link.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import {
  absent,
  allOf,
  anyOf,
  below,
  type Condition,
  type Database,
  equals,
  lacks,
  Refused,
  there,
  type Update,
} from "#record/database.ts";
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

  /**
   * Takes one of the day's tries for a link's code before the code is compared, so that two requests cannot share one.
   * @returns whether there was a try left today.
   */
  async takeTry(hash: string, limit: number, today: DistrictDate): Promise<boolean> {
    const took = async (update: Update, condition: Condition) => {
      try {
        const guard = allOf(there, condition);
        await db.write([{ does: "update", table, key: linkKey(hash), form: Link, update, if: guard }]);
        return true;
      } catch (error) {
        if (error instanceof Refused) return false;
        throw error;
      }
    };
    const another = () => took({ add: { tries: 1 } }, allOf(equals("triedOn", today), below("tries", limit)));
    const first = () => took({ set: { tries: 1, triedOn: today } }, anyOf(lacks("triedOn"), below("triedOn", today)));
    // The last call is for two first tries at the same moment.
    return (await another()) || (await first()) || (await another());
  },
});
export type LinkStore = ReturnType<typeof linkStore>;
