import type * as z from "zod";
import type { Announcement, Overruled } from "#clock/announcement.ts";
import { type Calendar, chineseCalendar, districtCalendar } from "#clock/calendar.ts";
import {
  absent,
  anyOf,
  type Database,
  equals,
  type Item,
  Key,
  lacks,
  rowOf,
  transactionSize,
  type Write,
} from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { announcementStore } from "./announcement-store.ts";
import type { Directory } from "./directory.ts";
import { contentPartition, currentKey, demoClockKey, entryKey, versionKey } from "./keys.ts";
import {
  CurrentRow,
  contentHashOf,
  DemoClockRow,
  DirectoryRow,
  entriesOf,
  formOf,
  fromRows,
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

/** Reads and imports the directory and the district's calendar, and keeps the demo clock's offset. */
export const directoryStore = (db: Database, table: string) => {
  const announcements = announcementStore(db, table);
  let cached: Directory | undefined;
  let calendar: { version: number; calendar: Calendar } | undefined;

  const get = (key: Key): Promise<Item | undefined> => db.get(table, key);

  /** More than one transaction holds, in their order. */
  const writeAll = async (writes: Write[]): Promise<void> => {
    for (let done = 0; done < writes.length; done += transactionSize) {
      await db.write(writes.slice(done, done + transactionSize));
    }
  };

  const readVersion = async (version: string): Promise<Directory> => {
    const stored = await get(versionKey(version));
    if (stored === undefined) throw new Error(`Directory version ${version} is in force, but not stored whole`);
    const head = read(VersionRow, stored);
    const rows: DirectoryRow[] = [];
    const contents: object[] = [];
    for await (const item of db.query({ table, of: contentPartition(version, head.contentHash) })) {
      rows.push(read(DirectoryRow, item));
      contents.push(rowOf(item));
    }
    if (
      contentHashOf({ district: stored.district, former: stored.former, policy: stored.policy }, contents) !==
      head.contentHash
    ) {
      throw new DirectoryChanged(
        `Directory version ${version} is not stored as it was imported: import its file under another version`,
      );
    }
    return fromRows(version, head, rows);
  };

  /** Rows first, each content in a partition of its own; then the head, of which the first to be written counts. */
  const storeVersion = async (directory: Directory): Promise<void> => {
    const { version, district, former, policy } = directory;
    const entries = entriesOf(directory);
    const contentHash = contentHashOf(
      { district, former, policy },
      entries.map(({ row }) => row),
    );
    const taken = new DirectoryVersionTaken(`Directory version ${version} is stored with other content`);
    const before = await get(versionKey(version));
    if (before !== undefined) {
      if (read(VersionRow, before).contentHash !== contentHash) throw taken;
      return;
    }
    const partition = contentPartition(version, contentHash);
    await writeAll(
      entries.map(({ position, row }) => {
        const key = entryKey(partition, row.kind, position);
        return { does: "put", table, key, form: formOf(row), row };
      }),
    );
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
