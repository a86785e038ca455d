import { createHash } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import canonicalize from "canonicalize";
import * as z from "zod";
import type { Announcement } from "#clock/announcement.ts";
import { type Calendar, chineseCalendar, districtCalendar } from "#clock/calendar.ts";
import { readRow } from "#record/row.ts";
import { announcementStore } from "./announcement-store.ts";
import type { Directory } from "./directory.ts";
import { currentKey, demoClockKey, versionKey, versionPartition } from "./keys.ts";
import { CurrentRow, DemoClockRow, DirectoryRow, entriesOf, fromRows, headOf, VersionRow } from "./row.ts";

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

const Key = z.object({ pk: z.string(), sk: z.string() });
type Key = z.infer<typeof Key>;
type Item = Record<string, unknown>;
type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** DynamoDB's limit for one transaction. */
const transactionSize = 100;

const read = <S extends z.ZodType>(schema: S, { pk, sk, ...row }: Item): z.infer<S> =>
  readRow(schema, Key.parse({ pk, sk }), row);

const hashOf = (directory: Directory): string =>
  createHash("sha256")
    .update(canonicalize(directory) ?? "")
    .digest("hex");

/** Reads and imports the directory and the district's calendar, and keeps the demo clock's offset. */
export const directoryStore = (db: DynamoDBDocumentClient, table: string) => {
  const announcements = announcementStore(db, table);
  let cached: Directory | undefined;
  let calendar: { version: number; calendar: Calendar } | undefined;

  const get = async (key: Key): Promise<Item | undefined> =>
    (await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;

  const partition = async (version: string): Promise<Item[]> => {
    const items: Item[] = [];
    const query = {
      TableName: table,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": versionPartition(version) },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client: db }, query)) items.push(...Items);
    return items;
  };

  const write = async (items: TransactItem[]): Promise<void> => {
    for (let done = 0; done < items.length; done += transactionSize) {
      await db.send(new TransactWriteCommand({ TransactItems: items.slice(done, done + transactionSize) }));
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
    const entries = entriesOf(directory);
    await write(leftovers.map((key) => ({ Delete: { TableName: table, Key: key } })));
    await write(entries.map(({ key, row }) => ({ Put: { TableName: table, Item: { ...key, ...row } } })));
    const head = headOf(directory, contentHash);
    await db.send(new PutCommand({ TableName: table, Item: { ...head.key, ...head.row } }));
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
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: currentKey,
          UpdateExpression: "SET v = :v, version = :version",
          ExpressionAttributeValues: { ":v": 1, ":version": directory.version },
        }),
      );
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
      try {
        await db.send(
          new UpdateCommand({
            TableName: table,
            Key: demoClockKey,
            UpdateExpression: "SET v = :v, #offset = :to",
            ConditionExpression: "#offset = :from OR (attribute_not_exists(#offset) AND :from = :none)",
            ExpressionAttributeNames: { "#offset": "offset" },
            ExpressionAttributeValues: { ":v": 1, ":from": from, ":to": to, ":none": 0 },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        throw new DemoClockMoved("Somebody else has moved the demo clock", { cause: error });
      }
    },
  };
};
