import * as z from "zod";
import type { Announcement, Overruled } from "#clock/announcement.ts";
import { type Calendar, chineseCalendar, districtCalendar } from "#clock/calendar.ts";
import { absent, anyOf, type Database, equals, type Item, Key, lacks, rowOf, type Write } from "#record/database.ts";
import { readRow, WouldNotReadBack } from "#record/row.ts";
import { announcementStore } from "./announcement-store.ts";
import type { Directory } from "./directory.ts";
import { contentPartition, currentKey, demoClockKey, partKey, versionKey } from "./keys.ts";
import {
  CurrentRow,
  contentHashOf,
  DemoClockRow,
  DirectoryEntry,
  entriesOf,
  entriesText,
  fromRows,
  PartRow,
  packed,
  unpacked,
  VersionRow,
} from "./row.ts";

/** The version is stored already with other content. What was decided under it must stay readable: give a new version. */
export class DirectoryVersionTaken extends Error {
  override name = "DirectoryVersionTaken";
}

/** Another import has put another version in force while this one was under way. Nothing was put in force by this one. */
export class ImportOvertaken extends Error {
  override name = "ImportOvertaken";
}

/** What is stored of a version is not what was imported: somebody has changed its rows by hand, or lost some. */
export class DirectoryChanged extends Error {
  override name = "DirectoryChanged";
}

/** Nothing can be judged before a directory is in force. */
export class NoDirectoryYet extends Error {
  override name = "NoDirectoryYet";
}

/** Two have moved the demo clock at the same time; this one was too late. */
export class DemoClockMoved extends Error {
  override name = "DemoClockMoved";
}

/** What decisions rest on besides the moment. */
export type InForce = { directory: Directory; calendar: Calendar };

const read = <S extends z.ZodType>(schema: S, item: Item): z.infer<S> => readRow(schema, Key.parse(item), rowOf(item));

/** How an entry that cannot be read is named: by its place among all of its version. */
const entryAt = (position: number): string => `entry ${position}`;

/** Reads and imports the directory and the district's calendar, and keeps the demo clock's offset. */
export const directoryStore = (db: Database, table: string) => {
  const announcements = announcementStore(db, table);
  let cached: Directory | undefined;
  let calendar: { version: number; calendar: Calendar } | undefined;

  const get = (key: Key): Promise<Item | undefined> => db.get(table, key);

  const readVersion = async (version: string): Promise<Directory> => {
    const stored = await get(versionKey(version));
    if (stored === undefined) throw new Error(`Directory version ${version} is in force, but not stored whole`);
    const head = read(VersionRow, stored);
    const partition = contentPartition(version, head.contentHash);
    const parts: string[] = [];
    for await (const item of db.query({ table, of: partition })) parts.push(read(PartRow, item).packed);
    const text = unpacked(parts);
    const { district, former, policy } = stored;
    if (text === undefined || contentHashOf({ district, former, policy }, text) !== head.contentHash) {
      throw new DirectoryChanged(
        `Directory version ${version} is not stored as it was imported: import its file under another version`,
      );
    }
    const entries = z.array(z.unknown()).parse(JSON.parse(text));
    return fromRows(
      version,
      head,
      entries.map((entry, position) => readRow(DirectoryEntry, { pk: partition, sk: entryAt(position) }, entry)),
    );
  };

  /** The parts first, each content in a partition of its own; then the head, of which the first to be written counts. */
  const storeVersion = async (directory: Directory): Promise<void> => {
    const { version, district, former, policy } = directory;
    const entries = entriesOf(directory);
    const text = entriesText(entries);
    const contentHash = contentHashOf({ district, former, policy }, text);
    const taken = new DirectoryVersionTaken(`Directory version ${version} is stored with other content`);
    const before = await get(versionKey(version));
    if (before !== undefined) {
      if (read(VersionRow, before).contentHash !== contentHash) throw taken;
      return;
    }
    const partition = contentPartition(version, contentHash);
    for (const [position, entry] of entries.entries()) {
      const { error } = DirectoryEntry.safeParse(entry);
      if (error) throw new WouldNotReadBack(`${partition} / ${entryAt(position)}: ${z.prettifyError(error)}`);
    }
    // One by one: a transaction takes 4 MB, and a part is already what an item takes.
    for (const [position, part] of packed(text).entries()) {
      const row = { v: 1, packed: part };
      await db.write([{ does: "put", table, key: partKey(partition, position), form: PartRow, row }]);
    }
    const head: Write = {
      does: "put",
      table,
      key: versionKey(version),
      form: VersionRow,
      row: { v: 1, contentHash, district, former, policy },
      if: anyOf(absent, equals("contentHash", contentHash)),
      refusedAs: DirectoryVersionTaken,
    };
    await db.write([head]).catch((error: unknown) => {
      throw error instanceof DirectoryVersionTaken ? taken : error;
    });
  };

  const currentRow = async (): Promise<CurrentRow> => {
    const item = await get(currentKey);
    if (item === undefined) throw new NoDirectoryYet("No directory has been imported yet");
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

    /**
     * Puts an announcement in force for all that is counted from now on; one that is in force already changes nothing.
     * @returns the days on which it disagrees with another one: of the two, the one that was announced later rules.
     * @throws AnnouncedMeanwhile when another one came into force at the same moment; then nothing has changed.
     */
    announce: async (announcement: Announcement): Promise<Overruled[]> =>
      announcements.add((await currentRow()).calendar, announcement),

    /**
     * Stores a whole version beside the others, then puts it in force: an import that is killed half-way changes
     * nothing that anybody sees, and can be run again. Importing the same content again only puts it in force. Of two
     * imports at the same moment one is told.
     * @throws DirectoryVersionTaken when the version is stored with other content; ImportOvertaken when another version
     * was put in force meanwhile.
     */
    importVersion: async (directory: Directory): Promise<void> => {
      const { version } = directory;
      const before = await get(currentKey);
      await storeVersion(directory);
      await db.write([
        {
          does: "update",
          table,
          key: currentKey,
          form: CurrentRow,
          update: { set: { v: 1, version } },
          if: anyOf(
            before === undefined ? absent : equals("version", read(CurrentRow, before).version),
            equals("version", version),
          ),
          refusedAs: ImportOvertaken,
        },
      ]);
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
