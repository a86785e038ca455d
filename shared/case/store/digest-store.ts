import * as z from "zod";
import { type CaseNotice, Digest } from "#case/digest/digest.ts";
import type { Waiting } from "#case/state/waiting.ts";
import { CaseId, StaffId } from "#ground/ids.ts";
import { DistrictDate, type Instant } from "#ground/instant.ts";
import {
  absent,
  allOf,
  type Condition,
  type Database,
  equals,
  has,
  type Item,
  Key,
  lacks,
  type Query,
  rowOf,
  there,
  transactionSize,
  type Write,
} from "#record/database.ts";
import { type LeftOut, orLeftOut, readRow } from "#record/row.ts";
import { caseOfPartition, digestKey, noticeKey } from "./keys.ts";
import { byPersonIndex, DigestRow, NoticeRow, supervisedIndex } from "./rows.ts";

/** What waits for a person: cases whose turn is theirs, and notices that no digest has carried. */
export type WaitingForDigest = { cases: CaseId[]; notices: Key[] };
/** What the index of what waits holds beside the keys. */
const Listed = z.object({ person: StaffId, due: DistrictDate });
/** A digest that has not left. */
type OpenDigest = { key: Key; digest: Digest };

/** What one transaction holds, less this digest and one before it. */
const noticesAtOnce = transactionSize - 2;

/** What one digest holds: a notice is stored in less than half a kilobyte, and a row in 400 at most. */
const noticesAtMost = 500;

const digestOf = (key: Key, item: Item): Digest => readRow(Digest, key, rowOf(item));

/** A list in pieces of at most `size`. */
const batchesOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

/** The digests of the Cases table, and the indexes that they are made from. */
export const digestStore = (db: Database, table: string) => {
  const keysOf = async (query: Query): Promise<Key[]> => {
    const keys: Key[] = [];
    for await (const item of db.query(query)) keys.push(Key.parse(item));
    return keys;
  };

  const byPerson = (person: StaffId, until: DistrictDate): Query => ({
    table,
    index: byPersonIndex,
    of: person,
    range: { until },
  });

  const caseIdOf = ({ pk }: Key): CaseId => CaseId.parse(caseOfPartition(pk));

  /** Notices that still wait, as the table has them: the index may lag behind it (fault 17). */
  const stillWaiting = async (keys: Key[], leftOut: LeftOut): Promise<CaseNotice[]> => {
    const read = async (key: Key): Promise<CaseNotice[]> => {
      const item = await db.get(table, key);
      const row = item === undefined ? undefined : readRow(NoticeRow, key, rowOf(item));
      return row?.person === undefined ? [] : [{ caseId: caseIdOf(key), notice: row.notice }];
    };
    const found = await Promise.all(keys.map((key) => orLeftOut(() => read(key), leftOut)));
    return found.flat(2);
  };

  /** A person's last digest before a day, unless it has left. Only that one can be open: each takes over the one before. */
  const openBefore = async (staff: StaffId, on: DistrictDate, leftOut: LeftOut): Promise<OpenDigest[]> => {
    const { pk } = digestKey(staff, on);
    const open: OpenDigest[] = [];
    for await (const item of db.query({ table, of: pk, range: { below: on }, backwards: true, limit: 1 })) {
      const key = Key.parse(item);
      const read = () => Promise.resolve(item).then((found) => ({ key, digest: digestOf(key, found) }));
      open.push(...(await orLeftOut(read, leftOut)));
    }
    return open.filter(({ digest }) => digest.done === undefined);
  };

  /** Leaves the outbox by it, unless it is kept there by what is set; once it is done with, it waits for nobody. */
  const changeDigest = (key: Key, set: Partial<Digest>, condition: Condition): Write => ({
    does: "update",
    table,
    key,
    form: DigestRow,
    update: {
      set,
      remove: [
        ...(set.outboxAt === undefined ? ["outbox", "outboxAt"] : []),
        ...(set.done === undefined ? [] : ["person", "due"]),
      ],
    },
    if: condition,
  });

  /** Marks that a notice has found its digest, and takes it out of the index. */
  const takeNotice = ({ caseId, notice }: CaseNotice, on: DistrictDate): Write => ({
    does: "update",
    table,
    key: noticeKey(caseId, notice),
    form: NoticeRow,
    update: { set: { toldOn: on }, remove: ["person", "due"] },
    if: has("person"),
  });

  const notTakenSince = (takenAt: Instant) => allOf(equals("takenAt", takenAt), lacks("done"));

  return {
    /**
     * For whom anything waits that presses by the day `until`, a digest that never left included. The index is read whole,
     * since it holds only what is open: the staff of a city would be as many requests, most of them for nothing.
     */
    async pressing(until: DistrictDate): Promise<Set<StaffId>> {
      const people = new Set<StaffId>();
      for await (const item of db.list(table, byPersonIndex)) {
        const { person, due } = Listed.parse(item);
        if (due <= until) people.add(person);
      }
      return people;
    },

    /** All that waits for a person and presses by the day `until`, the oldest day first. */
    async waiting(person: StaffId, until: DistrictDate): Promise<WaitingForDigest> {
      const keys = await keysOf(byPerson(person, until));
      return {
        cases: keys.filter(({ sk }) => sk === "CASE").map(caseIdOf),
        notices: keys.filter(({ sk }) => sk.startsWith("NOTICE#")),
      };
    },

    /** The cases under supervision, the longest overdue first. */
    async supervised(): Promise<CaseId[]> {
      return (await keysOf({ table, index: supervisedIndex, of: "district" })).map(caseIdOf);
    },

    /** A person's digest of a day, or `undefined`. */
    async digest(staff: StaffId, on: DistrictDate): Promise<Digest | undefined> {
      const key = digestKey(staff, on);
      const item = await db.get(table, key);
      return item === undefined ? undefined : digestOf(key, item);
    },

    /**
     * Writes a person's digest of a day, in one transaction: with the notices of the one before when that never left,
     * and with the oldest of those that wait, which it takes out of the index; more of them in further transactions, as
     * many as a digest holds. A notice that cannot be read stays there.
     * @throws when another sender has taken the day, or one of the notices; then nothing is taken.
     */
    async take(staff: StaffId, on: DistrictDate, keys: Key[], at: Instant, leftOut: LeftOut): Promise<Digest> {
      const open = await openBefore(staff, on, leftOut);
      const carried = open.flatMap(({ digest }) => digest.notices);
      const taken = keys.slice(0, Math.max(0, noticesAtMost - carried.length));
      const [first, ...rest] = batchesOf(taken, noticesAtOnce);
      const notices = await stillWaiting(first ?? [], leftOut);
      let digest: Digest = {
        v: 1,
        takenAt: at,
        notices: [...carried, ...notices],
        waiting: keys.length - (first?.length ?? 0),
      };
      const carriedOver: Digest["done"] = { came: "carriedOver", at, to: on };
      const key = digestKey(staff, on);
      const row = { ...digest, person: staff, due: on };
      await db.write([
        { does: "put", table, key, form: DigestRow, row, if: absent },
        ...open.map((one) => changeDigest(one.key, { done: carriedOver }, notTakenSince(one.digest.takenAt))),
        ...notices.map((notice) => takeNotice(notice, on)),
      ]);
      for (const batch of rest) {
        const more = await stillWaiting(batch, leftOut);
        const grown = { notices: [...digest.notices, ...more], waiting: digest.waiting - batch.length };
        digest = { ...digest, ...grown };
        await db.write([changeDigest(key, grown, notTakenSince(at)), ...more.map((notice) => takeNotice(notice, on))]);
      }
      return digest;
    },

    /** Begins on a digest again whose sender has died. @throws when another sender has begun at the same moment. */
    takeAgain: (staff: StaffId, on: DistrictDate, { takenAt }: Digest, at: Instant): Promise<void> =>
      db.write([changeDigest(digestKey(staff, on), { takenAt: at }, notTakenSince(takenAt))]),

    /** Keeps a digest that the mail server did not take in the outbox, until it is tried again. */
    wait: (staff: StaffId, on: DistrictDate, waiting: Waiting): Promise<void> =>
      db.write([changeDigest(digestKey(staff, on), waiting, allOf(there, lacks("done")))]),

    /** Takes a digest out of the outbox whose time is over: the next one carries its notices. */
    async stopWaiting(staff: StaffId, on: DistrictDate): Promise<void> {
      await db.write([changeDigest(digestKey(staff, on), {}, there)]);
    },

    /** Marks a digest as sent, or as not worth a mail, and says what became of its notices. */
    markDone: (staff: StaffId, on: DistrictDate, done: NonNullable<Digest["done"]>): Promise<void> =>
      db.write([changeDigest(digestKey(staff, on), { done }, allOf(there, lacks("done")))]),
  };
};
export type DigestStore = ReturnType<typeof digestStore>;
