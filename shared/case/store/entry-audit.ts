import * as z from "zod";
import { type EntryId, type RecordId, registerOf } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { writtenIn } from "#ground/written.ts";
import { type ChainEntry, faultsOf } from "#record/audit.ts";
import { Chained } from "#record/chain.ts";
import type { Item } from "#record/database.ts";
import type { Finding } from "#record/finding.ts";
import { UnreadableRow } from "#record/row.ts";
import { readEvent } from "#record/versions.ts";
import { type EntryEvent, replay } from "#register/entry.ts";
import {
  type AnchoredCase,
  anchorFaults,
  auditCase,
  type Extent,
  fieldThatDiffers,
  headFaults,
  notAnchored,
  type Row,
  rowsBelow,
} from "./audit.ts";
import { entryKey, eventKey, textKey } from "./keys.ts";
import { EntryRow, entryRow, TextRow } from "./rows.ts";
import { entryEventForm } from "./versions.ts";

const Stored = z.looseObject({ entry: z.string(), seq: z.int(), at: Instant, ...Chained.shape });

const chainEntry = ({ key, row }: Row): ChainEntry => {
  const { data } = Stored.safeParse(row.event);
  return { key, says: data && { of: data.entry, number: data.seq, at: data.at, link: data } };
};

const readable = ({ key, row }: Row): EntryEvent | undefined => {
  try {
    return readEvent(entryEventForm, key, row.event);
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
};

/** Everything that is wrong with what is stored of an entry, in the order of its record, as of a case. */
function* faultsOfEntry(
  id: EntryId,
  items: readonly Item[],
  { heads, upTo }: AnchoredCase,
  extent: Extent,
): Generator<Finding> {
  const rows = rowsBelow(items, "EVENT#");
  const entries = rows.map(chainEntry);
  const at = { of: id, entry: "event", keyOf: (n: number) => eventKey(id, n) } as const;
  const newest = yield* faultsOf({ ...at, entries });
  const told: EntryEvent[] = [];
  for (const [index, row] of rows.entries()) {
    const event = readable(row);
    if (event === undefined) {
      yield { of: id, entry: "event", number: index + 1, key: row.key, wrong: "unreadable" };
      return;
    }
    told.push(event);
  }
  yield* anchorFaults(at, entries, heads, upTo);

  const state = { of: id, entry: "state", key: entryKey(id) } as const;
  const [head] = rowsBelow(items, "ENTRY");
  const { data: stored } = EntryRow.safeParse(head?.row);
  if (stored === undefined) {
    yield { ...state, wrong: head === undefined ? "missing" : "unreadable" };
    return;
  }
  const number = newest.number + 1;
  const next = { of: id, entry: "event", number, key: eventKey(id, number), wrong: "missing" } as const;
  yield* headFaults(state, { number: stored.version, hash: stored.head }, newest, next);
  const entry = replay(told);
  const field = entry && fieldThatDiffers(entryRow(entry), stored);
  if (field !== undefined) yield { ...state, wrong: "differs", field };
  if (extent === "record") return;
  const sealed = new Map(rowsBelow(items, "TEXT#").map(({ key, row }) => [key.sk, row]));
  const named = new Set(rows.flatMap(({ row }) => writtenIn(row.event)).map((name) => textKey(id, name).sk));
  for (const sk of named) {
    const row = sealed.get(sk);
    const wrong = row === undefined ? "missing" : "unreadable";
    if (!TextRow.safeParse(row).success) yield { of: id, entry: "text", key: { ...textKey(id, ""), sk }, wrong };
  }
  for (const sk of sealed.keys()) {
    if (!named.has(sk)) yield { of: id, entry: "text", key: { ...textKey(id, ""), sk }, wrong: "surplus" };
  }
}

/** Audits a record: a case, or an entry of a register, by the same walk (guarantee 6). @returns the first entry that is not as it was written */
export const auditRecord = (
  id: RecordId,
  items: readonly Item[],
  anchored: AnchoredCase = notAnchored,
  extent: Extent = "all",
): Finding | undefined => {
  if (registerOf(id) === undefined) return auditCase(id, items, anchored, extent);
  const [first] = faultsOfEntry(id, items, anchored, extent);
  return first;
};
