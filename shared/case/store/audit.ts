import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { departuresOf } from "#case/outbox/departures.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { replay } from "#case/state/record.ts";
import { shardOf } from "#clock/keys.ts";
import type { CaseId, RecordId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { writtenIn } from "#ground/written.ts";
import { type ChainEntry, faultsOf, type Newest } from "#record/audit.ts";
import { Chained } from "#record/chain.ts";
import type { Item, Key, RowForm } from "#record/database.ts";
import type { EntryKind, Finding, Wrong } from "#record/finding.ts";
import { UnreadableRow } from "#record/row.ts";
import { readEvent } from "#record/versions.ts";
import { caseKey, eventKey, lookKey, looksKey, matterKey, partyKey, textKey } from "./keys.ts";
import { caseRow, changedBy, EventRow, LookRow, LooksRow, MatterRow, PartyRow, TextRow } from "./rows.ts";
import { shapeOfCase } from "./shape.build.ts";
import { eventForm } from "./versions.ts";

/** What an anchor says of one of a case's heads. */
export type AnchoredOfCase = { anchor: number; sk: string; number: number; hash: string };

/** What the anchors say of a case, and the moment up to which everything has to be in one of them. */
export type AnchoredCase = { heads: readonly AnchoredOfCase[]; upTo: Instant | undefined };

/** Of a case that no anchor is asked about. */
export const notAnchored: AnchoredCase = { heads: [], upTo: undefined };

/** A stored row with its key. */
export type Row = { key: Key; row: Item };

/** The rows whose sort key begins with a prefix. */
export const rowsBelow = (items: readonly Item[], prefix: string): Row[] =>
  items.flatMap((item) => {
    const { pk, sk, ...row } = item;
    const key = { pk: String(pk), sk: String(sk) };
    return key.sk.startsWith(prefix) ? [{ key, row }] : [];
  });

const StoredEvent = z.looseObject({ caseId: z.string(), seq: z.int(), at: Instant, ...Chained.shape });
const StoredLook = z.looseObject({
  caseId: z.string(),
  n: z.int(),
  look: z.looseObject({ at: Instant }),
  ...Chained.shape,
});

const eventEntry = ({ key, row }: Row): ChainEntry => {
  const { data } = StoredEvent.safeParse(row.event);
  return { key, says: data && { of: data.caseId, number: data.seq, at: data.at, link: data } };
};
const lookEntry = ({ key, row }: Row): ChainEntry => {
  const { data } = StoredLook.safeParse(row);
  return { key, says: data && { of: data.caseId, number: data.n, at: data.look.at, link: data } };
};

/** The first field by which two rows differ. */
export const fieldThatDiffers = (a: object, b: object): string | undefined => {
  const fields = (row: object) => new Map(Object.entries(row).filter(([, value]) => value !== undefined));
  const [one, other] = [fields(a), fields(b)];
  return [...new Set([...one.keys(), ...other.keys()])].find(
    (field) => !isDeepStrictEqual(one.get(field), other.get(field)),
  );
};

/** The event of a row, unless the row or the event is not as it is stored. */
const readableEvent = ({ key, row }: Row): CaseEvent | undefined => {
  const { event: stored, ...marks } = row;
  try {
    const event = readEvent(eventForm, key, stored);
    const { data } = EventRow.omit({ event: true }).safeParse(marks);
    return data && isMarkedRightly(event, data) ? event : undefined;
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
};

/**
 * The marks of the outbox come and go; while they are there, they name the event's shard, and the moment of one of its
 * departures, or a later one for a mail that waits for working hours.
 */
const isMarkedRightly = (
  event: CaseEvent,
  { outbox, outboxAt }: Pick<z.output<typeof EventRow>, "outbox" | "outboxAt">,
): boolean =>
  outbox === undefined
    ? outboxAt === undefined
    : outbox === String(shardOf(event.caseId)) &&
      outboxAt !== undefined &&
      departuresOf(event).some(({ at, waited }) => at === outboxAt || (waited && at < outboxAt));

/** Compares a head with the newest entry of its chain. */
export function* headFaults(
  at: Omit<Finding, "wrong" | "number">,
  head: { number: number; hash: string },
  newest: Newest,
  next: Finding,
): Generator<Finding> {
  if (head.number > newest.number) yield next;
  if (head.number < newest.number) yield { ...at, number: head.number, wrong: "otherNumber" };
  if (head.hash !== newest.hash) yield { ...at, number: head.number, wrong: "otherHash" };
}

const StoredHead = z.looseObject({
  version: z.int(),
  shape: z.string(),
  case: z.looseObject({ version: z.int(), head: z.string() }),
});

function* stateFaults(
  id: CaseId,
  rows: readonly Row[],
  events: readonly CaseEvent[],
  newest: Newest,
): Generator<Finding> {
  const at = { of: id, entry: "state", key: caseKey(id) } as const;
  const [state] = rows;
  const { data: stored } = StoredHead.safeParse(state?.row);
  if (state === undefined || stored === undefined) {
    yield { ...at, wrong: state === undefined ? "missing" : "unreadable" };
    return;
  }
  const number = newest.number + 1;
  const next = { of: id, entry: "event", number, key: eventKey(id, number), wrong: "missing" } as const;
  yield* headFaults(at, { number: stored.version, hash: stored.case.head }, newest, next);
  const told = replay(events);
  if (told === undefined) return;
  const expected = caseRow(told);
  // A state of another shape is not read, but told from the events: only what puts the case on lists can be compared.
  const unread = stored.shape === shapeOfCase ? {} : { shape: "", case: "" };
  const field = fieldThatDiffers({ ...expected, ...unread }, { ...state.row, ...unread });
  if (field !== undefined) {
    const within = field === "case" ? fieldThatDiffers(told, stored.case) : undefined;
    yield { ...at, wrong: "differs", field: within === undefined ? field : `${field}.${within}` };
  }
}

function* looksFaults(id: CaseId, head: Row | undefined, newest: Newest): Generator<Finding> {
  const at = { of: id, entry: "looks", key: looksKey(id) } as const;
  if (head === undefined && newest.number === 0) return;
  const { data: stored } = LooksRow.safeParse(head?.row);
  if (stored === undefined) {
    yield { ...at, wrong: head === undefined ? "missing" : "unreadable" };
    return;
  }
  const number = newest.number + 1;
  const next = { of: id, entry: "look", number, key: lookKey(id, number), wrong: "missing" } as const;
  yield* headFaults(at, { number: stored.count, hash: stored.head }, newest, next);
  const field = fieldThatDiffers({ ...stored, ...changedBy(id, newest.at) }, stored);
  if (field !== undefined) yield { ...at, wrong: "differs", field };
}

/** What lies sealed beside the record: everything that an event names is there, and nothing else. */
function* besideFaults(id: CaseId, items: readonly Item[], events: readonly Row[]): Generator<Finding> {
  const expected: [Key, RowForm, EntryKind][] = [
    [partyKey(id), PartyRow, "filing"],
    [matterKey(id), MatterRow, "filing"],
    ...[...new Set(events.flatMap(({ row }) => writtenIn(row.event)))].map((name): [Key, RowForm, EntryKind] => [
      textKey(id, name),
      TextRow,
      "text",
    ]),
  ];
  const stored = new Map(rowsBelow(items, "").map(({ key, row }) => [key.sk, row]));
  for (const [key, form, entry] of expected) {
    const row = stored.get(key.sk);
    const wrong: Wrong = row === undefined ? "missing" : "unreadable";
    if (!form.safeParse(row).success) yield { of: id, entry, key, wrong };
  }
  const names = new Set(expected.map(([{ sk }]) => sk));
  const surplus = rowsBelow(items, "TEXT#").find(({ key }) => !names.has(key.sk));
  if (surplus !== undefined) yield { of: id, entry: "text", key: surplus.key, wrong: "surplus" };
}

/** What the anchors say of one chain: each number has the hash that it had then, and what is old is in one of them. */
export function* anchorFaults(
  { of, entry, keyOf }: { of: RecordId; entry: EntryKind; keyOf: (n: number) => Key },
  entries: readonly ChainEntry[],
  heads: readonly AnchoredOfCase[],
  upTo: Instant | undefined,
): Generator<Finding> {
  let newest = 0;
  for (const { anchor, number, hash } of heads.toSorted((a, b) => a.number - b.number)) {
    newest = number;
    const found = entries[number - 1]?.says;
    const at = { of, entry, number, key: keyOf(number), anchor };
    if (found === undefined) yield { ...at, wrong: "missing" };
    else if (found.link.hash !== hash) yield { ...at, wrong: "notAsAnchored" };
  }
  const next = entries[newest];
  if (upTo !== undefined && next?.says !== undefined && next.says.at < upTo) {
    yield { of, entry, number: newest + 1, key: next.key, wrong: "unanchored" };
  }
}

/** The rows that an audit of a case is made from. `record` are events, looks and their heads; `all` what is sealed, too. */
export type Extent = "record" | "all";

/**
 * Everything that is wrong with what is stored of a case, in the order of the record. What follows the first may only be
 * its consequence.
 */
function* faultsOfCase(
  id: CaseId,
  items: readonly Item[],
  { heads, upTo }: AnchoredCase,
  extent: Extent,
): Generator<Finding> {
  const [eventRows, lookRows] = [rowsBelow(items, "EVENT#"), rowsBelow(items, "LOOK#")];
  const [events, looks] = [eventRows.map(eventEntry), lookRows.map(lookEntry)];
  const eventsAt = { of: id, entry: "event", keyOf: (n: number) => eventKey(id, n) } as const;
  const looksAt = { of: id, entry: "look", keyOf: (n: number) => lookKey(id, n) } as const;
  const of = (sk: string) => heads.filter((head) => head.sk === sk);

  const newest = yield* faultsOf({ ...eventsAt, entries: events });
  const told: CaseEvent[] = [];
  for (const [at, row] of eventRows.entries()) {
    const event = readableEvent(row);
    if (event === undefined) {
      yield { of: id, entry: "event", number: at + 1, key: row.key, wrong: "unreadable" };
      return;
    }
    told.push(event);
  }
  yield* anchorFaults(eventsAt, events, of("CASE"), upTo);
  yield* stateFaults(id, rowsBelow(items, "CASE"), told, newest);

  const newestLook = yield* faultsOf({ ...looksAt, entries: looks });
  const odd = lookRows.find(({ row }) => !LookRow.safeParse(row).success);
  if (odd !== undefined) {
    yield { of: id, entry: "look", number: lookRows.indexOf(odd) + 1, key: odd.key, wrong: "unreadable" };
  }
  yield* anchorFaults(looksAt, looks, of("LOOKS"), upTo);
  yield* looksFaults(id, rowsBelow(items, "LOOKS")[0], newestLook);
  if (extent === "all") yield* besideFaults(id, items, eventRows);
}

/**
 * Audits a case: what is stored of it against itself, and against the anchors (guarantee 6).
 * @param items all rows of its partition, in the order of their keys; `record` does without what is sealed.
 * @returns the first entry that is not as it was written, or nothing.
 */
export const auditCase = (
  id: CaseId,
  items: readonly Item[],
  anchored: AnchoredCase = notAnchored,
  extent: Extent = "all",
): Finding | undefined => {
  const [first] = faultsOfCase(id, items, anchored, extent);
  return first;
};

const HeadOfCase = z.looseObject({ version: z.int().positive(), case: z.looseObject({ head: z.string() }) });
const HeadOfLooks = z.looseObject({ count: z.int().positive(), head: z.string() });

const HeadOfEntry = z.looseObject({ version: z.int().positive(), head: z.string() });

/** The heads of a record as they stand, for an anchor. One that cannot be read has none; an audit names it. */
export const headsOf = (items: readonly Item[]) => [
  ...rowsBelow(items, "CASE").flatMap(({ key, row }) => {
    const { data } = HeadOfCase.safeParse(row);
    return data === undefined ? [] : [{ ...key, number: data.version, hash: data.case.head }];
  }),
  ...rowsBelow(items, "ENTRY").flatMap(({ key, row }) => {
    const { data } = HeadOfEntry.safeParse(row);
    return data === undefined ? [] : [{ ...key, number: data.version, hash: data.head }];
  }),
  ...rowsBelow(items, "LOOKS").flatMap(({ key, row }) => {
    const { data } = HeadOfLooks.safeParse(row);
    return data === undefined ? [] : [{ ...key, number: data.count, hash: data.head }];
  }),
];
