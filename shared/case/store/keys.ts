import type { Notice } from "#case/state/message.ts";
import { type RegisterName, registerOf, type StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { ReviewStation } from "#ground/levels.ts";
import { nameOfPartition, type Partitions, partitionOf } from "#ground/partitions.ts";

/**
 * The kinds of partitions of the Cases table. What only few functions may reach of a case lies in a partition of its own
 * kind; who reaches which is said in infra/reach.ts.
 */
export const casesPartitions = {
  /** The record of a case: its state, its events, the looks at it. */
  record: "CASE#*",
  /** The record of an entry of a register: its head and its events. */
  entries: "ENTRY#*",
  /** What was told and written on a record, sealed. */
  sealed: "SEALED#*",
  /** The task tokens of a case. */
  tokens: "TOKEN#*",
  /** The lines of a case for somebody's next digest. */
  notices: "NOTICE#*",
  /** How far the mails of a record have got. */
  mails: "MAIL#*",
  /** Whose the address is that the petitioner of a case left. */
  mailboxes: "MAILBOX#*",
  mailboxLinks: "MAILBOXLINK#*",
  bounced: "BOUNCED",
  outages: "OUTAGE",
  digests: "DIGEST#*",
  links: "LINK#*",
  codes: "CODE#*",
  /** Codes of those who act for a petitioner: whoever may give these gives nobody a petitioner's. */
  agentCodes: "AGENTCODE#*",
  /** Codes by which others join a petition, and codes of those who have. */
  joinCodes: "JOINCODE#*",
  signatoryCodes: "SIGNATORYCODE#*",
  submissions: "SUBMISSION#*",
  numbers: "NUMBER#*",
  /** What is known of a letter by its number, to whoever has the paper. */
  letters: "LETTER#*",
  counters: "COUNTER#*",
} as const satisfies Partitions;

/** What keeps an item of the Cases table in the outbox: the shard of the index where it waits, and until when. */
export const outboxFields = { hash: "outbox", range: "outboxAt" } as const;

/** The keys of the Cases table. */
const key = (kind: keyof typeof casesPartitions, name: string | number, sk: string) => ({
  pk: partitionOf(casesPartitions[kind], name),
  sk,
});
const padded = (n: number, width: number): string => String(n).padStart(width, "0");

/** Where the events of a record lie: those of a case, or of a register's entry. */
const kindOf = (id: string): "record" | "entries" => (registerOf(id) === undefined ? "record" : "entries");

export const casePartition = (id: string): string => partitionOf(casesPartitions.record, id);
export const caseKey = (id: string) => key("record", id, "CASE");
/** An event of a record, whatever it is a record of. */
export const eventKey = (id: string, seq: number) => key(kindOf(id), id, `EVENT#${padded(seq, 6)}`);
export const entryPartition = (id: string): string => partitionOf(casesPartitions.entries, id);
/** The head of an entry's record. */
export const entryKey = (id: string) => key("entries", id, "ENTRY");
export const lookKey = (id: string, n: number) => key("record", id, `LOOK#${padded(n, 6)}`);
/** How many looks there are at a case, and the hash of the newest. */
export const looksKey = (id: string) => key("record", id, "LOOKS");

export const sealedPartition = (id: string): string => partitionOf(casesPartitions.sealed, id);
export const partyKey = (id: string) => key("sealed", id, "PARTY#1");
/** Who an agent of a case is, by number. */
export const agentKey = (id: string, n: number) => key("sealed", id, `AGENT#${padded(n, 6)}`);
/** Whoever has joined a case, by number. */
export const signatoryKey = (id: string, n: number) => key("sealed", id, `SIGNATORY#${padded(n, 6)}`);
/** The code by which others join, as long as they may. */
export const openingKey = (id: string) => key("sealed", id, "OPENING");
export const matterKey = (id: string) => key("sealed", id, "MATTER");
/** A text that somebody wrote on a case, by its name. */
export const textKey = (id: string, name: string) => key("sealed", id, `TEXT#${name}`);

/** The token that the workflow waits on at a step, or at a station of the review chain after it. */
export const tokenKey = (id: string, stepNo: number, at?: ReviewStation) =>
  key("tokens", id, `TOKEN#${padded(stepNo, 3)}${at === undefined ? "" : `#${at}`}`);
export const mailKey = (id: string, seq: number, position: number) =>
  key("mails", id, `MAIL#${padded(seq, 6)}#${padded(position, 2)}`);

type NoticeOnce = Pick<Notice, "clock" | "percent" | "to" | "lastDay">;
/** A line for a digest. With the last day: a case that turns ordinary has another time, whose shares are told anew. */
export const noticeKey = (id: string, { clock, percent, to, lastDay }: NoticeOnce) =>
  key("notices", id, `NOTICE#${clock.kind}#${clock.n}#${percent}#${to}#${lastDay}`);

/** The mailbox that the petitioner of a case left. */
export const mailboxKey = (id: string) => key("mailboxes", id, "MAILBOX");
/** A link by which a mailbox is answered for, by the hash of its token. */
export const mailboxLinkKey = (hash: string) => key("mailboxLinks", hash, "LINK");

export const digestKey = (staff: StaffId, on: DistrictDate) => key("digests", staff, on);
/** That mail to a member of staff was refused. */
export const bouncedKey = (staff: StaffId) => key("bounced", "", staff);
export const outageKey = (on: DistrictDate) => key("outages", "", on);
export const linkKey = (hash: string) => key("links", hash, "LINK");
export const codeKey = (hash: string) => key("codes", hash, "CODE");
export const agentCodeKey = (hash: string) => key("agentCodes", hash, "CODE");
export const joinCodeKey = (hash: string) => key("joinCodes", hash, "CODE");
export const signatoryCodeKey = (hash: string) => key("signatoryCodes", hash, "CODE");
/** A form that was registered, by its mark. */
export const submissionKey = (form: string) => key("submissions", form, "SUBMISSION");
export const numberKey = (number: string) => key("numbers", number, "NUMBER");
/** What is known of a letter, by its name. */
export const letterKey = (name: string) => key("letters", name, "LETTER");
export const counterKey = (year: number) => key("counters", year, "COUNTER");
/** Where the entries of a register are numbered, year by year. */
export const entryCounterKey = (register: RegisterName, year: number) =>
  key("counters", `${register}-${year}`, "COUNTER");

/** Whose digests a partition of this table holds, or `undefined` for other items. */
export const readerOfDigest = (pk: string): string | undefined => nameOfPartition(casesPartitions.digests, pk);

const { record, sealed, tokens, notices, mails, mailboxes } = casesPartitions;
/** The kinds of partitions that a case has rows in. */
const ofCases = [record, sealed, tokens, notices, mails, mailboxes];

/** All partitions of a case. */
export const partitionsOfCase = (id: string): string[] => ofCases.map((pattern) => partitionOf(pattern, id));

/** The case id in a partition key of this table, or `undefined` for items of no case. */
export const caseOfPartition = (pk: string): string | undefined =>
  ofCases.map((pattern) => nameOfPartition(pattern, pk)).find((id) => id !== undefined);

/** The id of an entry in the key of the partition that its record lies in, or `undefined` for items of others. */
export const entryOfPartition = (pk: string): string | undefined => nameOfPartition(casesPartitions.entries, pk);

/** The record that a partition of this table belongs to: a case, or an entry of a register. */
export const recordOfPartition = (pk: string): string | undefined => entryOfPartition(pk) ?? caseOfPartition(pk);
