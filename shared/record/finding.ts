import type { Key } from "./database.ts";

/** What an audit can find wrong with an entry of a record. */
export type Wrong =
  /** It is not there, though others say that it was. */
  | "missing"
  /** It is there, and nothing in the record says so. */
  | "surplus"
  /** It lies under another's key. */
  | "misplaced"
  /** Its hash is not that of its content. */
  | "changed"
  /** It does not follow from the one before it: one of the two was changed. */
  | "unchained"
  /** It is dated before the one that it follows. */
  | "early"
  /** It does not have the form that it is stored in. */
  | "unreadable"
  /** A head says another number than its newest entry has. */
  | "otherNumber"
  /** A head says another hash than its newest entry has. */
  | "otherHash"
  /** It is not what the entries come to. */
  | "differs"
  /** An anchor has another hash for its number. */
  | "notAsAnchored"
  /** It is older than the newest anchor, and in none. */
  | "unanchored";

/** What kinds of entry there are. */
export type EntryKind = "event" | "look" | "state" | "looks" | "text" | "filing" | "anchor";

/** The first entry of a record that is not as it was written, or not there. */
export type Finding = {
  /** The record that it belongs to: a case's number; of an anchor nothing. */
  of?: string;
  entry: EntryKind;
  /** Of an entry that is numbered. */
  number?: number;
  key: Key;
  wrong: Wrong;
  /** The field that is concerned, if it is known. */
  field?: string;
  /** The anchor by which it was found. */
  anchor?: number;
};
