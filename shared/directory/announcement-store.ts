import { type Announcement, disagreements, type Overruled } from "#clock/announcement.ts";
import { canonical } from "#ground/canonical.ts";
import { absent, type Database, equals, lacks, MovedOn, rowOf, type Write } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { calendarKey, currentKey } from "./keys.ts";
import { AnnouncementsRow, CurrentRow } from "./row.ts";

const same = (a: Announcement, b: Announcement): boolean => canonical(a) === canonical(b);

/** Another announcement came into force at the same moment. */
export class AnnouncedMeanwhile extends Error {
  override name = "AnnouncedMeanwhile";
}

/**
 * The district's announcements of rest days and working days. Each version is a list of all up to then and is never
 * changed; its number stands in the row that names the directory in force, so that nobody reads more to notice it.
 */
export const announcementStore = (db: Database, table: string) => {
  /** The first `version` announcements, in the order in which they were entered. */
  const upTo = async (version: number): Promise<Announcement[]> => {
    if (version === 0) return [];
    const key = calendarKey(version);
    const item = await db.get(table, key);
    if (item === undefined) throw new Error(`Calendar version ${version} is in force, but not stored`);
    return readRow(AnnouncementsRow, key, rowOf(item)).announcements;
  };

  return {
    upTo,

    /**
     * Puts one more announcement in force after the `version` stored ones, unless it is among them already.
     * @returns the days on which it disagrees with one of them.
     * @throws AnnouncedMeanwhile when another one was stored meanwhile; then nothing has changed.
     */
    add: async (version: number, announcement: Announcement): Promise<Overruled[]> => {
      const stored = await upTo(version);
      const others = stored.filter((other) => !same(other, announcement));
      const overruled = disagreements(others, announcement);
      if (others.length < stored.length) return overruled;
      const next = version + 1;
      const row = { v: 1, announcements: [...stored, announcement] };
      const refusedAs = AnnouncedMeanwhile;
      const writes: Write[] = [
        { does: "put", table, key: calendarKey(next), form: AnnouncementsRow, row, if: absent, refusedAs },
        {
          does: "update",
          table,
          key: currentKey,
          form: CurrentRow,
          update: { set: { calendar: next } },
          if: version === 0 ? lacks("calendar") : equals("calendar", version),
          refusedAs,
        },
      ];
      await db.write(writes).catch((error: unknown) => {
        throw error instanceof MovedOn ? new AnnouncedMeanwhile(error.message, { cause: error }) : error;
      });
      return overruled;
    },
  };
};
