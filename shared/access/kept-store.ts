import * as z from "zod";
import type { Instant } from "#ground/instant.ts";
import { type Database, rowOf } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { type KeptPage, keptName, openKept, sealKept, secondsKept } from "./kept-page.ts";
import { keptKey } from "./keys.ts";
import { SealedText } from "./sealing.ts";

/** `expires` is when it is shown no more, in seconds since 1970; the table deletes it some time after that. */
const KeptRow = z.strictObject({ v: z.literal(1), sealed: SealedText, expires: z.int().positive() });

const seconds = (now: Instant): number => Math.ceil(Date.parse(now) / 1000);

/** Pages that are kept for devices, in the Tries table, sealed under what only the device has. */
export const keptStore = (db: Database, table: string) => ({
  /** Keeps what a page shows, in place of what it showed before. @returns whether there is room for it. */
  keep: async (page: KeptPage, content: object, now: Instant): Promise<boolean> => {
    const sealed = sealKept(page, content);
    if (sealed === undefined) return false;
    const row = { v: 1, sealed, expires: seconds(now) + secondsKept(page.kind) };
    await db.write([{ does: "put", table, key: keptKey(keptName(page)), form: KeptRow, row }]);
    return true;
  },

  /** What a page shows, or `undefined` once its time is over. */
  kept: async (page: KeptPage, now: Instant): Promise<unknown> => {
    const key = keptKey(keptName(page));
    const item = await db.get(table, key);
    if (item === undefined) return undefined;
    const { sealed, expires } = readRow(KeptRow, key, rowOf(item));
    return expires > seconds(now) ? openKept(page, sealed) : undefined;
  },
});
export type KeptStore = ReturnType<typeof keptStore>;
