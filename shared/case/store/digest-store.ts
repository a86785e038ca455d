import {
  type DynamoDBDocumentClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type CaseNotice, Digest } from "#case/digest/digest.ts";
import { Notice } from "#case/state/message.ts";
import { CaseId, StaffId } from "#ground/ids.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { itemsOf } from "#record/item-store.ts";
import { type LeftOut, orLeftOut, readRow } from "#record/row.ts";
import { caseOfPartition, digestKey, noticeKey } from "./keys.ts";

/** What waits for a person: cases whose turn is theirs, and notices that no digest has carried. */
export type Waiting = { cases: CaseId[]; notices: Key[] };
type Key = { pk: string; sk: string };
/** A digest that has not left. */
type Open = { key: Key; digest: Digest };

/** DynamoDB's limit for one transaction, less this digest and one before it. */
const noticesAtMost = 98;

const NoticeRow = z.object({ notice: Notice, person: StaffId.optional() });
const Indexed = z.object({ pk: z.string(), sk: z.string() });

/** The digests of the Cases table, and the indexes that they are made from. */
export const digestStore = (db: DynamoDBDocumentClient, table: string) => {
  const get = itemsOf(db, table);

  const query = async (input: Omit<QueryCommandInput, "TableName">): Promise<Key[]> => {
    const keys: Key[] = [];
    for await (const { Items = [] } of paginateQuery({ client: db }, { TableName: table, ...input })) {
      keys.push(...Items.map((item) => Indexed.parse(item)));
    }
    return keys;
  };

  const byPerson = (person: StaffId, until: DistrictDate) => ({
    IndexName: "byPerson",
    KeyConditionExpression: "person = :person AND due <= :until",
    ExpressionAttributeValues: { ":person": person, ":until": until },
  });

  const caseIdOf = ({ pk }: Key): CaseId => CaseId.parse(caseOfPartition(pk));

  /** Notices that still wait, as the table has them: the index may lag behind it (fault 17). */
  const stillWaiting = async (keys: Key[], leftOut: LeftOut): Promise<CaseNotice[]> => {
    const read = async (key: Key): Promise<CaseNotice[]> => {
      const item = await get(key);
      const row = item === undefined ? undefined : readRow(NoticeRow, key, item);
      return row?.person === undefined ? [] : [{ caseId: caseIdOf(key), notice: row.notice }];
    };
    const found = await Promise.all(keys.map((key) => orLeftOut(() => read(key), leftOut)));
    return found.flat(2);
  };

  const digestOf = (key: Key, item: Record<string, unknown>): Digest => {
    const { pk: _, sk: __, ...row } = item;
    return readRow(Digest, key, row);
  };

  /** A person's last digest before a day, unless it has left. Only that one can be open: each takes over the one before. */
  const openBefore = async (staff: StaffId, on: DistrictDate, leftOut: LeftOut): Promise<Open[]> => {
    const { pk } = digestKey(staff, on);
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "pk = :pk AND sk < :on",
        ExpressionAttributeValues: { ":pk": pk, ":on": on },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    const found = Items.map((item) => {
      const key = Indexed.parse(item);
      return orLeftOut(async () => ({ key, digest: digestOf(key, item) }), leftOut);
    });
    return (await Promise.all(found)).flat().filter(({ digest }) => digest.done === undefined);
  };

  return {
    /** Whether anything waits for a person that presses by the day `until`. */
    async hasWaiting(person: StaffId, until: DistrictDate): Promise<boolean> {
      const { Count } = await db.send(new QueryCommand({ TableName: table, ...byPerson(person, until), Limit: 1 }));
      return Count === 1;
    },

    /** Whether a person's last digest before a day has not left, so that the next has its notices to carry. */
    async hasOpen(staff: StaffId, on: DistrictDate, leftOut: LeftOut): Promise<boolean> {
      return (await openBefore(staff, on, leftOut)).length > 0;
    },

    /** All that waits for a person and presses by the day `until`, the oldest day first. */
    async waiting(person: StaffId, until: DistrictDate): Promise<Waiting> {
      const keys = await query(byPerson(person, until));
      return {
        cases: keys.filter(({ sk }) => sk === "CASE").map(caseIdOf),
        notices: keys.filter(({ sk }) => sk.startsWith("NOTICE#")),
      };
    },

    /** The cases under supervision, the longest overdue first. */
    async supervised(): Promise<CaseId[]> {
      const keys = await query({
        IndexName: "supervised",
        KeyConditionExpression: "supervised = :district",
        ExpressionAttributeValues: { ":district": "district" },
      });
      return keys.map(caseIdOf);
    },

    /** A person's digest of a day, or `undefined`. */
    async digest(staff: StaffId, on: DistrictDate): Promise<Digest | undefined> {
      const key = digestKey(staff, on);
      const item = await get(key);
      return item === undefined ? undefined : digestOf(key, item);
    },

    /**
     * Writes a person's digest of a day, in one transaction: with the notices of the one before when that never left,
     * and with the oldest of those that wait, which it takes out of the index. A notice that cannot be read stays there.
     * @throws when another sender has taken the day, or one of the notices; then nothing is taken.
     */
    async take(staff: StaffId, on: DistrictDate, keys: Key[], at: Instant, leftOut: LeftOut): Promise<Digest> {
      const open = await openBefore(staff, on, leftOut);
      const carried = open.flatMap(({ digest }) => digest.notices);
      const taken = keys.slice(0, Math.max(0, noticesAtMost - carried.length));
      const notices = await stillWaiting(taken, leftOut);
      const digest: Digest = {
        v: 1,
        takenAt: at,
        notices: [...carried, ...notices],
        waiting: keys.length - taken.length,
      };
      const Item = { ...digestKey(staff, on), ...digest };
      const carriedOver: Digest["done"] = { came: "carriedOver", at, to: on };
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: table, Item, ConditionExpression: "attribute_not_exists(pk)" } },
            ...open.map(({ key, digest: { takenAt } }) => ({
              Update: {
                TableName: table,
                Key: key,
                UpdateExpression: "SET done = :done",
                ExpressionAttributeValues: { ":done": carriedOver, ":before": takenAt },
                ConditionExpression: "takenAt = :before AND attribute_not_exists(done)",
              },
            })),
            ...notices.map(({ caseId, notice }) => ({
              Update: {
                TableName: table,
                Key: noticeKey(caseId, notice),
                UpdateExpression: "SET toldOn = :on REMOVE person, due",
                ExpressionAttributeValues: { ":on": on },
                ConditionExpression: "attribute_exists(person)",
              },
            })),
          ],
        }),
      );
      return digest;
    },

    /** Begins on a digest again whose sender has died. @throws when another sender has begun at the same moment. */
    async takeAgain(staff: StaffId, on: DistrictDate, { takenAt }: Digest, at: Instant): Promise<void> {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: digestKey(staff, on),
          UpdateExpression: "SET takenAt = :at",
          ExpressionAttributeValues: { ":at": at, ":before": takenAt },
          ConditionExpression: "takenAt = :before AND attribute_not_exists(done)",
        }),
      );
    },

    /** Marks a digest as sent, or as not worth a mail, and says what became of its notices. */
    async markDone(staff: StaffId, on: DistrictDate, done: NonNullable<Digest["done"]>): Promise<void> {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: digestKey(staff, on),
          UpdateExpression: "SET done = :done",
          ExpressionAttributeValues: { ":done": done },
          ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(done)",
        }),
      );
    },
  };
};
export type DigestStore = ReturnType<typeof digestStore>;
