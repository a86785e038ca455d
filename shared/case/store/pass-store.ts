import * as z from "zod";
import { digest } from "#access/digest.ts";
import { linkTokenIn } from "#access/task-link.ts";
import { passKey } from "#directory/keys.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { absent, type Database, MovedOn, rowOf } from "#record/database.ts";
import { readRow } from "#record/row.ts";

/** Whose pass it is, and the last day on which it is good. */
const PassRow = z.strictObject({ v: z.literal(1), staff: StaffId, until: DistrictDate });

/** Days for which a pass can be given: whoever registers for others asks for the next one by then. */
export const mostPassDays = 31;

/**
 * 代登记凭证, in the Directory table: each lets one member of staff register petitions for others until a day, and do nothing
 * else: it reads no case and finds nobody. Of its 256 random bits the hash is stored.
 */
export const registerPasses = (db: Database, table: string) => ({
  /** Gives a pass. @returns its token, which is shown once. @param random gives as many random bytes as asked for */
  give: async (of: { staff: StaffId; until: DistrictDate }, random: (bytes: number) => Uint8Array): Promise<string> => {
    const token = Buffer.from(random(32)).toString("base64url");
    const row = { v: 1, ...of };
    const key = passKey(digest(token));
    await db.write([{ does: "put", table, key, form: PassRow, row, if: absent, refusedAs: MovedOn }]);
    return token;
  },

  /** Who may register with what was typed or pasted; `undefined` for no pass, and for one that is over by `today`. */
  holder: async (typed: string, today: DistrictDate): Promise<StaffId | undefined> => {
    const token = linkTokenIn(typed);
    if (token === undefined) return undefined;
    const key = passKey(digest(token));
    const item = await db.get(table, key);
    if (item === undefined) return undefined;
    const { staff, until } = readRow(PassRow, key, rowOf(item));
    return until < today ? undefined : staff;
  },
});
export type RegisterPasses = ReturnType<typeof registerPasses>;
