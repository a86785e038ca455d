import type { UnitId } from "#ground/ids.ts";
import type { Database } from "#record/database.ts";
import { AskedToRate, askedIn } from "./listed.ts";
import { askedIndex } from "./rows.ts";

/** What petitioners have said of a unit, month by month: of which case each is, it does not say. */
export const ratingStore = (db: Pick<Database, "query">, table: string) => ({
  /** Those who may rate a unit, of the cases that ended with it in a month (`2026-10`): one for each case, in no order. */
  async asked(unit: UnitId, month: string): Promise<AskedToRate[]> {
    const found: AskedToRate[] = [];
    for await (const item of db.query({ table, index: askedIndex, of: askedIn(unit, month) })) {
      found.push(AskedToRate.parse(item));
    }
    return found;
  },
});
