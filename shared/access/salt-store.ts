import * as z from "zod";
import { endOfDay } from "#clock/period.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { absent, type Database, MovedOn, rowOf } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { saltKey } from "./keys.ts";

const SaltRow = z.strictObject({ v: z.literal(1), salt: z.string().min(40), expires: z.int().positive() });

const saltBytes = 32;
const daySeconds = 24 * 60 * 60;

/**
 * The salt of a day: made by whoever needs it first, the same for all machines, and gone a day after its own. What was
 * hashed under it can then be told by nobody from anything else. @param random gives as many random bytes as asked for.
 */
export const saltStore = (db: Database, table: string, random: (bytes: number) => Uint8Array) => {
  let kept: { on: DistrictDate; salt: string } | undefined;

  const read = async (on: DistrictDate): Promise<string | undefined> => {
    const item = await db.get(table, saltKey(on));
    if (item === undefined) return undefined;
    return readRow(SaltRow, saltKey(on), rowOf(item)).salt;
  };

  const made = async (on: DistrictDate): Promise<string> => {
    const salt = Buffer.from(random(saltBytes)).toString("base64url");
    const expires = Math.ceil(Date.parse(endOfDay(on)) / 1000) + daySeconds;
    const row = { v: 1, salt, expires };
    await db.write([{ does: "put", table, key: saltKey(on), form: SaltRow, row, if: absent, refusedAs: MovedOn }]);
    return salt;
  };

  const readOrMade = async (on: DistrictDate): Promise<string> => {
    const found = await read(on);
    if (found !== undefined) return found;
    try {
      return await made(on);
    } catch (error) {
      if (error instanceof MovedOn) return readOrMade(on);
      throw error;
    }
  };

  return async (on: DistrictDate): Promise<string> => {
    if (kept?.on !== on) kept = { on, salt: await readOrMade(on) };
    return kept.salt;
  };
};
