import { letterCode, letterCodeHash } from "#access/letter-code.ts";
import { Link } from "#access/link.ts";
import type { SealedTexts } from "#access/texts.ts";
import type { Case } from "#case/state/case.ts";
import {
  CaseMovedOn,
  type Change,
  FiledBefore,
  type Filing,
  JoinedBefore,
  LinkUsed,
  RangBefore,
} from "#case/state/change.ts";
import { type CaseEvent, letterIn } from "#case/state/event.ts";
import type { LetterNumber } from "#case/state/facts/letter.ts";
import { nameOfLetter } from "#case/state/letter-number.ts";
import { stationOf } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import { clockWrite, netChanges } from "#clock/row.ts";
import { numberOf } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { isOfReview } from "#ground/levels.ts";
import {
  absent,
  allOf,
  anyOf,
  equals,
  type Key,
  lacks,
  type RefusedAs,
  type RowForm,
  there,
  type Write,
} from "#record/database.ts";
import { type Layout, putNew, writesOfStep } from "#record/stored.ts";
import {
  agentCodeKey,
  agentKey,
  caseKey,
  codeKey,
  eventKey,
  joinCodeKey,
  letterKey,
  linkKey,
  mailboxKey,
  matterKey,
  noticeKey,
  numberKey,
  openingKey,
  partyKey,
  signatoryCodeKey,
  signatoryKey,
  submissionKey,
  textKey,
  tokenKey,
} from "./keys.ts";
import {
  AgentCodeRow,
  AgentRow,
  CaseRow,
  CodeRow,
  caseRow,
  EventRow,
  eventRow,
  JoinCodeRow,
  LetterRow,
  MailboxRow,
  MatterRow,
  NoticeRow,
  NumberRow,
  noticeRow,
  OpeningRow,
  PartyRow,
  SignatoryCodeRow,
  SignatoryRow,
  SubmissionRow,
  TextRow,
  TokenRow,
} from "./rows.ts";

/** The tables that a decision on a case concerns, by what they hold. */
export type CaseTable = "cases" | "deadlines";

/** How a case lies in its table. */
const layout: Layout<Case, CaseEvent, "cases"> = {
  table: "cases",
  state: { key: caseKey, form: CaseRow, row: caseRow },
  event: { key: ({ caseId, seq }) => eventKey(caseId, seq), form: EventRow, row: eventRow },
  movedOn: CaseMovedOn,
};

/** A row of the Cases table that must not be there yet. */
const fresh = (form: RowForm, key: Key, row: object, refusedAs: RefusedAs = CaseMovedOn): Write<"cases"> =>
  putNew("cases", form, key, { ...row }, refusedAs);

/** A link is used up by the event of a number, or is only to be unused still. */
export const linkUse = ({ hash, usedUp }: { hash: string; usedUp: boolean }, seq: number): Write<"cases"> => {
  const unused = {
    table: "cases",
    key: linkKey(hash),
    if: allOf(there, lacks("usedBy")),
    refusedAs: LinkUsed,
  } as const;
  return usedUp
    ? { ...unused, does: "update", form: Link, update: { set: { usedBy: seq } } }
    : { ...unused, does: "check" };
};

const filingWrites = (
  id: string,
  { form, receipt, insteadOf, codeHash, phone, petitioner, matter }: Filing,
): Write<"cases">[] => [
  {
    ...fresh(SubmissionRow, submissionKey(form), { v: 1, caseId: id, receipt }, FiledBefore),
    if: insteadOf === undefined ? absent : anyOf(absent, equals("caseId", insteadOf)),
  },
  // Two cases never share a number, not even when the counter has gone back.
  fresh(NumberRow, numberKey(numberOf(id)), { v: 1, caseId: id }),
  fresh(CodeRow, codeKey(codeHash), { v: 1, caseId: id, phone }),
  fresh(PartyRow, partyKey(id), { v: 1, role: "petitioner", sealed: petitioner }),
  fresh(MatterRow, matterKey(id), { v: 1, sealed: matter }),
];

/** The condition is the rule: nobody is told a second time that the same share of a clock has passed (guarantee 5). */
const noticeWrites = (events: readonly CaseEvent[]): Write<"cases">[] =>
  events.flatMap(({ caseId, at, messages }) =>
    messages.flatMap((message) =>
      message.kind === "notice" ? [fresh(NoticeRow, noticeKey(caseId, message), noticeRow(message, at))] : [],
    ),
  );

/** What people wrote on a record, sealed. */
export const textWrites = (id: string, texts: SealedTexts): Write<"cases">[] =>
  Object.entries(texts).map(([name, sealed]) => fresh(TextRow, textKey(id, name), { v: 1, sealed }));

/** What was decided takes a letter out of force. */
const letterChange = (
  number: LetterNumber,
  set: { replaced: { number: LetterNumber; on: DistrictDate } } | { ended: DistrictDate },
): Write<"cases"> => ({
  does: "update",
  table: "cases",
  key: letterKey(nameOfLetter(number)),
  form: LetterRow,
  update: { set },
  if: there,
  refusedAs: CaseMovedOn,
});

const agreementOf = (c: Case | undefined): LetterNumber | undefined =>
  c !== undefined && "agreement" in c ? c.agreement : undefined;

/** What is known of letters by their numbers: of a new one, of one that it corrects, and of an agreement that came to nothing. */
const letterWrites = ({ before, after, events }: Pick<Change, "before" | "after" | "events">): Write<"cases">[] => {
  const [agreed, agrees] = [agreementOf(before), agreementOf(after)];
  return [
    ...events.flatMap(({ fact }): Write<"cases">[] => {
      const letter = letterIn(fact);
      if (letter === undefined) return [];
      const { number, kind, by, on, hash } = letter;
      const row = { v: 1, code: letterCodeHash(letterCode(hash)), kind, by: by.name, on };
      return [
        fresh(LetterRow, letterKey(nameOfLetter(number)), row),
        ...(letter.kind === "correction" ? [letterChange(letter.corrects.number, { replaced: { number, on } })] : []),
      ];
    }),
    ...(agreed !== undefined && agrees === undefined
      ? [letterChange(agreed, { ended: districtDate(after.changedAt) })]
      : []),
  ];
};

const tokenWrite = (after: Case, token: string): Write<"cases"> => {
  const { id, stepNo, epoch } = after;
  const at = stationOf(after);
  return {
    does: "put",
    table: "cases",
    key: tokenKey(id, stepNo, isOfReview(at) ? at : undefined),
    form: TokenRow,
    row: { v: 1, token, epoch },
    refusedAs: CaseMovedOn,
  };
};

/** What is taken over from somebody else lies where something of before may lie: it takes the place of that. */
const instead = (form: RowForm, key: Key, row: object): Write<"cases"> => ({
  ...{ does: "put", table: "cases", key, form, row: { ...row }, refusedAs: CaseMovedOn },
});

const isHandedOver = (events: readonly CaseEvent[]): boolean => events.some(({ fact }) => fact.type === "handedOver");

/**
 * A code that was given anew is known by its number, so that those before it open nothing. Whoever takes a petition over has
 * theirs already, and may have petitioned with it before.
 */
const codeWrite = (
  { id, codes }: Case,
  events: readonly CaseEvent[],
  { hash, phone }: NonNullable<Change["code"]>,
): Write<"cases"> => {
  const row = { v: 1, caseId: id, phone, issue: codes };
  return isHandedOver(events) ? instead(CodeRow, codeKey(hash), row) : fresh(CodeRow, codeKey(hash), row);
};

/** An agent with a code of their own, known by the number that the event gives them. @throws when they were sealed under another */
const agentWrites = (
  { id }: Case,
  events: readonly CaseEvent[],
  { codeHash, phone, ...agent }: NonNullable<Change["agent"]>,
): Write<"cases">[] => {
  const named = events.some(
    ({ fact }) => (fact.type === "agentNamed" || fact.type === "agentFiled") && fact.agent === agent.n,
  );
  if (!named) throw new Error(`Agent ${agent.n} of ${id} is none that was named or has filed`);
  return [
    fresh(AgentCodeRow, agentCodeKey(codeHash), { v: 1, caseId: id, phone, agent: agent.n }),
    fresh(AgentRow, agentKey(id, agent.n), { v: 1, ...agent }),
  ];
};

/**
 * A code by which others may join, in place of the one before it, which is known by its number to let nobody in.
 * @throws when it was sealed as that of another opening
 */
const openingWrites = (
  { id }: Case,
  events: readonly CaseEvent[],
  { codeHash, ...opening }: NonNullable<Change["opening"]>,
): Write<"cases">[] => {
  const opened = events.some(({ fact }) => fact.type === "joiningOpened" && fact.opening === opening.opening);
  if (!opened) throw new Error(`Opening ${opening.opening} of ${id} is none that was made`);
  return [
    fresh(JoinCodeRow, joinCodeKey(codeHash), { v: 1, caseId: id, opening: opening.opening }),
    {
      does: "put",
      table: "cases",
      key: openingKey(id),
      form: OpeningRow,
      row: { v: 1, ...opening },
      refusedAs: CaseMovedOn,
    },
  ];
};

/**
 * Whoever joins, known by the number that the event gives them, with a code of their own. The same form sent again has the
 * same code, and joins once. @throws when nobody has joined
 */
const signatoryWrites = (
  { id }: Case,
  events: readonly CaseEvent[],
  { phone, ...signatory }: NonNullable<Change["signatory"]>,
): Write<"cases">[] => {
  const numbers = events.map(({ fact }) => {
    if (fact.type === "joined") return fact.signatory;
    return fact.type === "handedOver" ? fact.former : undefined;
  });
  const n = numbers.find((one) => one);
  if (n === undefined) throw new Error(`Nobody has joined ${id}`);
  const [key, row] = [signatoryCodeKey(signatory.mark), { v: 1, caseId: id, phone, signatory: n }];
  return [
    isHandedOver(events) ? instead(SignatoryCodeRow, key, row) : fresh(SignatoryCodeRow, key, row, JoinedBefore),
    fresh(SignatoryRow, signatoryKey(id, n), { v: 1, ...signatory }),
  ];
};

/** A petitioner who is reached by something else: what is sealed, the number that goes with their code, and, of another address, that it is to be asked. */
const contactWrites = (
  { id, addresses }: Case,
  events: readonly CaseEvent[],
  { petitioner, code }: NonNullable<Change["contact"]>,
): Write<"cases">[] => {
  const here = { table: "cases", refusedAs: CaseMovedOn } as const;
  const party = {
    v: 1,
    role: "petitioner",
    sealed: petitioner,
    ...(addresses !== undefined && { address: addresses }),
  };
  const writes: Write<"cases">[] = [{ ...here, does: "put", key: partyKey(id), form: PartyRow, row: party, if: there }];
  if (code !== undefined) {
    const update = { set: { phone: code.phone } };
    writes.push({ ...here, does: "update", key: codeKey(code.hash), form: CodeRow, update, if: equals("caseId", id) });
  }
  for (const { at, fact } of events) {
    if ((fact.type !== "contactCorrected" && fact.type !== "handedOver") || fact.address === undefined) continue;
    const row = { v: 1, is: "unwritten", at, address: fact.address };
    writes.push({ ...here, does: "put", key: mailboxKey(id), form: MailboxRow, row });
  }
  return writes;
};

const clockWrites = ({ after, events, ring }: Change): Write<"deadlines">[] =>
  netChanges(events).map(({ change, at }) =>
    clockWrite({
      caseId: after.id,
      change,
      at,
      ring,
      refusedAs: { movedOn: CaseMovedOn, rangBefore: RangBefore },
    }),
  );

const writesOfOne = (change: Change): Write<CaseTable>[] => {
  const {
    after,
    events,
    filing,
    code,
    contact,
    agent,
    opening,
    signatory,
    cameBy,
    links = [],
    texts = {},
    token,
  } = change;
  const [state, ...entries] = writesOfStep(layout, change);
  return [
    ...(state === undefined ? [] : [state]),
    ...(filing === undefined ? [] : filingWrites(after.id, filing)),
    ...(code === undefined ? [] : [codeWrite(after, events, code)]),
    ...(contact === undefined ? [] : contactWrites(after, events, contact)),
    ...(agent === undefined ? [] : agentWrites(after, events, agent)),
    ...(opening === undefined ? [] : openingWrites(after, events, opening)),
    ...(signatory === undefined ? [] : signatoryWrites(after, events, signatory)),
    ...(cameBy === undefined ? [] : [linkUse(cameBy, after.version)]),
    ...entries,
    ...textWrites(after.id, texts),
    ...letterWrites(change),
    ...clockWrites(change),
    // After the clocks: of a ring that came too late it is the clock that says so.
    ...noticeWrites(events),
    ...links.map((link) => fresh(Link, linkKey(link.hash), { v: 1, for: link.for, madeAt: events[0]?.at })),
    ...(token === undefined ? [] : [tokenWrite(after, token)]),
  ];
};

/**
 * All that has to be written for decisions that belong together, on one case or on several. Pure: the plan is data, and
 * whichever database carries it out, the first write that is refused says what that means.
 */
export const writesOf = (changes: readonly Change[]): Write<CaseTable>[] => changes.flatMap(writesOfOne);
