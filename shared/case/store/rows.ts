import * as z from "zod";
import { Sealed } from "#access/identity.ts";
import { SealedText } from "#access/sealing.ts";
import { Digest } from "#case/digest/digest.ts";
import { departuresOf, firstOf } from "#case/outbox/departures.ts";
import { Posted } from "#case/outbox/posted.ts";
import { Case } from "#case/state/case.ts";
import { CaseEvent } from "#case/state/event.ts";
import { agentNumber } from "#case/state/facts/agent.ts";
import { openingNumber, signatoryNumber } from "#case/state/facts/joint.ts";
import { LetterKind, LetterNumber } from "#case/state/facts/letter.ts";
import { MailboxStanding } from "#case/state/mailbox.ts";
import { Notice } from "#case/state/message.ts";
import { Look } from "#case/state/party.ts";
import { SealedAgent } from "#case/state/sealed-agent.ts";
import { SealedFields } from "#case/state/sealed-party.ts";
import { SealedOpening, SealedSignatory } from "#case/state/sealed-signatory.ts";
import { Waiting } from "#case/state/waiting.ts";
import { shardOf } from "#clock/keys.ts";
import { districtDate } from "#clock/period.ts";
import { Bilingual } from "#ground/bilingual.ts";
import { CaseId, type RecordId, StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";
import type { Index } from "#record/database.ts";
import { type Entry, EntryEvent } from "#register/entry.ts";
import { outboxFields } from "./keys.ts";
import { AskedToRate, asked, Expected, listed, standing } from "./listed.ts";
import { shapeOfCase } from "./shape.build.ts";

const v = z.literal(1);

/** The indexes of the Cases table. */
export const unpublishedIndex: Index = { name: "unpublished", ...outboxFields, projects: "keys" };
export const byUnitIndex: Index = { name: "byUnit", hash: "unit", range: "due", projects: "keys" };
export const byPersonIndex: Index = { name: "byPerson", hash: "person", range: "due", projects: "keys" };
export const standingIndex: Index = {
  name: "standing",
  hash: "standing",
  range: "pk",
  projects: ["clocks", "execution"],
};
/** Heads by the moment at which they changed, so that what is new since the last anchor is found. */
export const changedIndex: Index = { name: "changed", hash: "changed", range: "changedAt", projects: "keys" };
/** Ended cases whose petitioner may say how they were handled, by the unit and the month with which they ended: with what they said. */
export const askedIndex: Index = { name: "asked", hash: "asked", range: "pk", projects: ["rated"] };
export const supervisedIndex: Index = { name: "supervised", hash: "supervised", range: "due", projects: "keys" };

/** What keeps a head in the index of what has changed: the shard of its case, and when. */
const changing = { changed: z.string(), changedAt: Instant };
/** The shard and the moment by which a head of a case is found among those that have changed. */
export const changedBy = (id: RecordId, changedAt: Instant) => ({ changed: String(shardOf(id)), changedAt });

/** Beside the case: what puts it on lists, `version`, the guard, and `shape`, which says what wrote the state. */
export const CaseRow = z.strictObject({
  v,
  version: z.int().positive(),
  shape: z.string(),
  case: Case,
  unit: UnitId.optional(),
  person: StaffId.optional(),
  supervised: z.literal("district").optional(),
  due: DistrictDate.optional(),
  standing: z.string().optional(),
  ...Expected.partial().shape,
  asked: z.string().optional(),
  ...AskedToRate.shape,
  ...changing,
});
export const caseRow = (c: Case): z.input<typeof CaseRow> => ({
  v: 1,
  version: c.version,
  shape: shapeOfCase,
  case: c,
  ...listed(c),
  ...standing(c),
  ...asked(c),
  ...changedBy(c.id, c.changedAt),
});

/** What keeps an event of a record in the outbox, while it has messages to leave. */
const inOutbox = (id: RecordId, event: Parameters<typeof departuresOf>[0]) => {
  const outboxAt = firstOf(departuresOf(event));
  return outboxAt === undefined ? {} : { outbox: String(shardOf(id)), outboxAt };
};

/** `outbox` and `outboxAt` keep the event in the outbox until its messages have left. */
export const EventRow = z.strictObject({
  v,
  event: CaseEvent,
  outbox: z.string().optional(),
  outboxAt: Instant.optional(),
});
export const eventRow = (event: CaseEvent): z.input<typeof EventRow> => ({
  v: 1,
  event,
  ...inOutbox(event.caseId, event),
});

/** `person` and `due` keep the notice among what waits for that person until a digest has taken it, on the day `toldOn`. */
export const NoticeRow = z.strictObject({
  v,
  notice: Notice,
  person: StaffId.optional(),
  due: DistrictDate.optional(),
  toldOn: DistrictDate.optional(),
});
export const noticeRow = (notice: Notice, at: Instant): z.input<typeof NoticeRow> => ({
  v: 1,
  notice,
  person: notice.to,
  due: districtDate(at),
});

/** `person` and `due` keep a digest among what waits for its reader until it has left. */
export const DigestRow = z.strictObject({
  ...Digest.shape,
  person: StaffId.optional(),
  due: DistrictDate.optional(),
});

/** The head of an entry's record: `version` is the guard. The entry itself is told from its events. */
export const EntryRow = z.strictObject({ v, version: z.int().positive(), head: z.string(), ...changing });
export const entryRow = ({ id, version, head, changedAt }: Entry): z.input<typeof EntryRow> => ({
  v: 1,
  version,
  head,
  ...changedBy(id, changedAt),
});

/** An event of an entry, in the outbox as one of a case is. */
export const EntryEventRow = EventRow.extend({ event: EntryEvent });
export const entryEventRow = (event: EntryEvent): z.input<typeof EntryEventRow> => ({
  v: 1,
  event,
  ...inOutbox(event.entry, event),
});

export const SubmissionRow = z.strictObject({ v, caseId: CaseId, receipt: SealedText });
export const NumberRow = z.strictObject({ v, caseId: CaseId });
/**
 * What is known of a letter by its number: the hash of its code, what kind it is, who issued it and when. `replaced`: the
 * number and the day of the one that corrects it. `ended`: since when what was agreed in it is in force no more.
 */
export const LetterRow = z.strictObject({
  v,
  code: z.string(),
  kind: LetterKind,
  by: Bilingual,
  on: DistrictDate,
  replaced: z.strictObject({ number: LetterNumber, on: DistrictDate }).optional(),
  ended: DistrictDate.optional(),
});
export type LetterRow = z.infer<typeof LetterRow>;

export const CodeRow = z.strictObject({
  v,
  caseId: CaseId,
  /** Keyed hashes of the petitioner's number: of its last four digits, and of all. */
  phone: z.strictObject({ ending: z.string(), number: z.string() }),
  /** Which of the case's codes it is, from the second on. */
  issue: z.int().min(2).optional(),
});
/** An agent's code: whose it is, by number, and the hashes of their own phone number. */
export const AgentCodeRow = z.strictObject({
  ...CodeRow.pick({ v: true, caseId: true, phone: true }).shape,
  agent: agentNumber,
});
/** A code by which others join a case, and of which opening it is. */
export const JoinCodeRow = z.strictObject({ v, caseId: CaseId, opening: openingNumber });
/** The code of somebody who has joined: which of them, and the hashes of the number that goes with it. */
export const SignatoryCodeRow = z.strictObject({
  ...CodeRow.pick({ v: true, caseId: true, phone: true }).shape,
  signatory: signatoryNumber,
});
/** `address`: which of the addresses for mail that the petitioner has left is in it, from the second on. */
export const PartyRow = z.strictObject({
  v,
  role: z.literal("petitioner"),
  sealed: SealedFields,
  address: z.int().min(2).optional(),
});
/** An agent of the petitioner's, sealed. */
export const AgentRow = z.strictObject({ v, ...SealedAgent.shape });
/** Somebody who has joined, sealed. */
export const SignatoryRow = z.strictObject({ v, ...SealedSignatory.shape });
/** The code of the newest opening, sealed. */
export const OpeningRow = z.strictObject({ v, ...SealedOpening.shape });
export const MatterRow = z.strictObject({ v, sealed: SealedFields });
/** A text that somebody wrote on a case, sealed. */
export const TextRow = z.strictObject({ v, sealed: Sealed });
/** A look by its number, chained to the one before it as events are. */
export const LookRow = z.strictObject({
  v,
  caseId: CaseId,
  n: z.int().positive(),
  look: Look,
  previous: z.string(),
  hash: z.string(),
});
export type LookRow = z.infer<typeof LookRow>;
/** How many looks there are, and the hash of the newest: who takes one away has to change this, too. */
export const LooksRow = z.strictObject({ v, count: z.int().positive(), head: z.string(), ...changing });
export type LooksRow = z.infer<typeof LooksRow>;
export const TokenRow = z.strictObject({ v, token: z.string().min(1), epoch: z.int().positive() });
export const CounterRow = z.strictObject({ v, serial: z.int().positive() });
/**
 * A mail on which a sender has begun, that waits for its server, or that has been dealt with. Since when it has waited,
 * how often it was tried, and, in the outbox, when it is tried next.
 */
export const MailRow = z.strictObject({
  v,
  takenAt: Instant.optional(),
  /** The others that were told in one mail with this one, which is the first of them. */
  told: z.array(Posted).optional(),
  ...Waiting.partial().shape,
  at: Instant.optional(),
  done: z.string().optional(),
});
/** A mail to this member of staff was refused while a version of the directory was in force, with the address that it gives. */
export const BouncedRow = z.strictObject({ v, at: Instant, directory: z.string() });
/** Where the mailbox of a petitioner stands. */
export const MailboxRow = MailboxStanding.extend({ v });
/** A link by which whoever reads a mailbox answers for it, which address that was, and until when. */
export const MailboxLinkRow = z.strictObject({
  v,
  caseId: CaseId,
  address: z.int().positive(),
  until: Instant,
});
