import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type * as z from "zod";
import type { Announcement } from "#clock/announcement.ts";
import { type Calendar, chineseCalendar, districtCalendar } from "#clock/calendar.ts";
import { anyOf, type Database, equals, type Item, Key, lacks, transactionSize, type Write } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { announcementStore } from "./announcement-store.ts";
import type { Directory } from "./directory.ts";
import { currentKey, demoClockKey, versionKey, versionPartition } from "./keys.ts";
import { CurrentRow, DemoClockRow, DirectoryRow, entriesOf, formOf, fromRows, headOf, VersionRow } from "./row.ts";

/** The version is stored already with other content. What was decided under it must stay readable: give a new version. */
export class DirectoryVersionTaken extends Error {
  override name = "DirectoryVersionTaken";
}

/** Two have moved the demo clock at the same time; this one was too late. */
export class DemoClockMoved extends Error {
  override name = "DemoClockMoved";
}

/** What decisions rest on besides the moment. */
export type InForce = { directory: Directory; calendar: Calendar };

const read = <S extends z.ZodType>(schema: S, { pk, sk, ...row }: Item): z.infer<S> =>
  readRow(schema, Key.parse({ pk, sk }), row);

const hashOf = (directory: Directory): string =>
  createHash("sha256")
    .update(canonicalize(directory) ?? "")
    .digest("hex");

/** Reads and imports the directory and the district's calendar, and keeps the demo clock's offset. */
export const directoryStore = (db: Database, table: string) => {
  const announcements = announcementStore(db, table);
  let cached: Directory | undefined;
  let calendar: { version: number; calendar: Calendar } | undefined;

  const get = (key: Key): Promise<Item | undefined> => db.get(table, key);

  const partition = async (version: string): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const item of db.query({ table, of: versionPartition(version) })) items.push(item);
    return items;
  };

  /** More than one transaction holds, in their order. */
  const writeAll = async (writes: Write[]): Promise<void> => {
    for (let done = 0; done < writes.length; done += transactionSize) {
      await db.write(writes.slice(done, done + transactionSize));
    }
  };

  const readVersion = async (version: string): Promise<Directory> => {
    const rows = (await partition(version)).map((item) => read(DirectoryRow, item));
    const head = rows.find((row) => row.kind === "version");
    if (head?.kind !== "version") throw new Error(`Directory version ${version} is in force, but not stored whole`);
    return fromRows(version, head, rows);
  };

  const storeVersion = async (directory: Directory, contentHash: string): Promise<void> => {
    const leftovers = (await partition(directory.version)).map((item) => Key.parse(item));
    await writeAll(leftovers.map((key) => ({ does: "delete", table, key })));
    await writeAll(entriesOf(directory).map(({ key, row }) => ({ does: "put", table, key, form: formOf(row), row })));
    const { key, row } = headOf(directory, contentHash);
    await db.write([{ does: "put", table, key, form: VersionRow, row }]);
  };

  const currentRow = async (): Promise<CurrentRow> => {
    const item = await get(currentKey);
    if (item === undefined) throw new Error("No directory has been imported yet");
    return read(CurrentRow, item);
  };

  const calendarOf = async (version: number): Promise<Calendar> => {
    if (calendar?.version !== version) {
      calendar = { version, calendar: districtCalendar(chineseCalendar(), await announcements.upTo(version)) };
    }
    return calendar.calendar;
  };

  const inForce = async (): Promise<InForce> => {
    const row = await currentRow();
    if (cached?.version !== row.version) cached = await readVersion(row.version);
    return { directory: cached, calendar: await calendarOf(row.calendar) };
  };

  return {
    /**
     * The directory in force and the calendar with the district's announcements. Each call reads which versions are in
     * force (one item for both); the rest is read once per version.
     * @throws UnreadableRow naming the key of a row that does not have its form.
     */
    inForce,

    /** The directory in force. */
    current: async (): Promise<Directory> => (await inForce()).directory,

    /** The directory in force, or `undefined` before the first import. */
    imported: async (): Promise<Directory | undefined> =>
      (await get(currentKey)) === undefined ? undefined : (await inForce()).directory,

    /** Puts an announcement in force for all that is counted from now on; one that is in force already changes nothing. */
    announce: async (announcement: Announcement): Promise<void> =>
      announcements.add((await currentRow()).calendar, announcement),

    /**
     * Stores a whole version beside the others, then puts it in force: an import that is killed half-way changes
     * nothing that anybody sees, and can be run again. Importing the same content again only puts it in force.
     * @throws DirectoryVersionTaken when the version is stored with other content.
     */
    importVersion: async (directory: Directory): Promise<void> => {
      const contentHash = hashOf(directory);
      const stored = await get(versionKey(directory.version));
      if (stored === undefined) await storeVersion(directory, contentHash);
      else if (read(VersionRow, stored).contentHash !== contentHash) {
        throw new DirectoryVersionTaken(`Directory version ${directory.version} is stored with other content`);
      }
      const update = { set: { v: 1, version: directory.version } };
      await db.write([{ does: "update", table, key: currentKey, form: CurrentRow, update }]);
    },

    /** How far the demo clock is ahead, in milliseconds. */
    demoOffset: async (): Promise<number> => {
      const item = await get(demoClockKey);
      return item === undefined ? 0 : read(DemoClockRow, item).offset;
    },

    /**
     * Moves the demo clock from being `from` milliseconds ahead to being `to` ahead.
     * @throws DemoClockMoved when it is not `from` ahead (any more).
     */
    moveDemoClock: async (from: number, to: number): Promise<void> => {
      await db.write([
        {
          does: "update",
          table,
          key: demoClockKey,
          form: DemoClockRow,
          update: { set: { v: 1, offset: to } },
          if: from === 0 ? anyOf(lacks("offset"), equals("offset", 0)) : equals("offset", from),
          refusedAs: DemoClockMoved,
        },
      ]);
    },
  };
};
