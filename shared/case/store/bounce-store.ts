import { StaffId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { type Database, Key } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { bouncedKey } from "./keys.ts";
import { BouncedRow } from "./rows.ts";

/**
 * Which members of staff take no mail, in the Cases table. Their addresses are not kept: the version of the directory that
 * gave them is, so that whatever is imported next is tried anew.
 */
export const bounceStore = (db: Database, table: string) => ({
  /** Notes that a mail to a member of staff was refused. @param directory the version that has their address. */
  note: (staff: StaffId, directory: string, at: Instant): Promise<void> =>
    db.write([{ does: "put", table, key: bouncedKey(staff), form: BouncedRow, row: { v: 1, at, directory } }]),

  /** Everybody whom no mail reaches by the addresses of a version of the directory. */
  async unreachable(directory: string): Promise<StaffId[]> {
    const found: StaffId[] = [];
    for await (const { pk, sk, ...row } of db.query({ table, of: bouncedKey("").pk })) {
      const key = Key.parse({ pk, sk });
      if (readRow(BouncedRow, key, row).directory === directory) found.push(StaffId.parse(key.sk));
    }
    return found;
  },
});
export type BounceStore = ReturnType<typeof bounceStore>;
