import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import canonicalize from "canonicalize";
import type { Announcement } from "#clock/announcement.ts";
import { readRow } from "#record/row.ts";
import { calendarKey, currentKey } from "./keys.ts";
import { AnnouncementsRow } from "./row.ts";

const same = (a: Announcement, b: Announcement): boolean => canonicalize(a) === canonicalize(b);

/**
 * The district's announcements of rest days and working days. Each version is a list of all up to then and is never
 * changed; its number stands in the row that names the directory in force, so that nobody reads more to notice it.
 */
export const announcementStore = (db: DynamoDBDocumentClient, table: string) => {
  /** The first `version` announcements, oldest first. */
  const upTo = async (version: number): Promise<Announcement[]> => {
    if (version === 0) return [];
    const key = calendarKey(version);
    const { Item: item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    if (item === undefined) throw new Error(`Calendar version ${version} is in force, but not stored`);
    const { pk: _, sk: __, ...row } = item;
    return readRow(AnnouncementsRow, key, row).announcements;
  };

  return {
    upTo,

    /**
     * Puts one more announcement in force after the `version` stored ones, unless it is among them already.
     * Refused by the database when another one was stored meanwhile; then nothing has changed.
     */
    add: async (version: number, announcement: Announcement): Promise<void> => {
      const stored = await upTo(version);
      if (stored.some((other) => same(other, announcement))) return;
      const next = version + 1;
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: table,
                Item: { ...calendarKey(next), v: 1, announcements: [...stored, announcement] },
                ConditionExpression: "attribute_not_exists(pk)",
              },
            },
            {
              Update: {
                TableName: table,
                Key: currentKey,
                UpdateExpression: "SET calendar = :next",
                ConditionExpression: version === 0 ? "attribute_not_exists(calendar)" : "calendar = :version",
                ExpressionAttributeValues: { ":next": next, ...(version > 0 && { ":version": version }) },
              },
            },
          ],
        }),
      );
    },
  };
};
