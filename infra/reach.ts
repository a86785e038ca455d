import type { triesPartitions } from "#access/keys.ts";
import type { casesPartitions } from "#case/store/keys.ts";
import type { deadlinesPartitions } from "#clock/keys.ts";
import type { directoryPartitions } from "#directory/keys.ts";
import type { FunctionName } from "./concurrency.ts";

/**
 * What a function may do with the items of a partition. `check` is a condition in a transaction; `mark` moves an item in
 * the outbox, or out of it, and can read and change nothing else of it.
 */
export type Verb = "get" | "query" | "put" | "update" | "check" | "mark";

type Verbs<Kinds> = { readonly [Kind in keyof Kinds]?: readonly Verb[] };

/** What of the tables a function reaches: kinds of partitions, by the names that the tables' keys give them, and indexes. */
export type Reach = {
  readonly cases?: Verbs<typeof casesPartitions>;
  readonly casesBy?: readonly ("unpublished" | "standing" | "byPerson" | "byUnit" | "supervised" | "changed")[];
  /** Indexes that are read whole, whoever their rows are of. */
  readonly casesOfAllBy?: readonly "byPerson"[];
  readonly deadlines?: Verbs<typeof deadlinesPartitions>;
  readonly deadlinesBy?: readonly "due"[];
  readonly directory?: Verbs<typeof directoryPartitions>;
  readonly tries?: Verbs<typeof triesPartitions>;
};

/** A case is one item, or all its events where another build has written that item in a shape of its own. */
const loads = ["get", "query"] as const;
const decides = [...loads, "put"] as const;
/** An entry of a register is told from its events; a decision puts its head and the next one. */
const writesEntries = ["query", "put"] as const;
/** Which clocks a decision starts, moves and stops is for the acts to say, not for the door. */
const setsClocks = ["put", "update"] as const;
/** A letter is put once; one that corrects it, or ends what was agreed in it, says so there. */
const issues = ["put", "update"] as const;
/** Counts tries, and keeps pages for a device. */
const counts = ["get", "put"] as const;

/** What is done on a case by the link for a turn, at whichever door: what a decision writes is for the acts to say. */
const tasks = {
  cases: {
    record: decides,
    sealed: ["get", "query", "put"],
    links: ["get", "check", "put", "update"],
    letters: issues,
  },
  deadlines: { clocks: setsClocks },
  tries: { tries: counts, kept: counts },
} as const;

const district = { current: ["get"], versions: ["get", "query"], calendar: ["get"], demo: ["get"] } as const;
/** The demo clock is granted on every stage, so that none differs from another in its rights. */
const theTime = { demo: ["get"] } as const;

/** What registers a petition. */
const files = {
  cases: {
    record: decides,
    sealed: ["put"],
    codes: ["put"],
    // Of whoever files for somebody.
    agentCodes: ["put"],
    numbers: ["put"],
    submissions: ["get", "put"],
    counters: ["update"],
    letters: ["put"],
  },
  deadlines: { clocks: ["put"] },
  directory: district,
  tries: { tries: counts, salts: counts, kept: counts },
} as const;

/**
 * Who reaches what: the one place where a function is given anything of the tables. Policies are made of it, and a test
 * holds it against what the functions really ask for. Nothing is ever deleted, and no table is read from end to end.
 */
export const reaches = {
  FilePetition: files,
  /** 代登记: the same, and whose pass comes with it. */
  RegisterFor: { ...files, directory: { ...district, passes: ["get"] } },
  /** It decides nothing, and writes nothing but tries and what it keeps for a device. */
  PetitionStatus: {
    cases: {
      record: loads,
      sealed: ["get", "query"],
      codes: ["get"],
      agentCodes: ["get"],
      mailboxes: ["get"],
    },
    deadlines: { clocks: ["query"] },
    directory: district,
    tries: { tries: counts, salts: counts, kept: counts },
  },
  OwnAffairs: {
    cases: {
      record: decides,
      sealed: ["get", "query", "put"],
      // 移交: whoever takes a joint petition over has its pages with the code that they have, and the other way round.
      codes: ["get", "put", "update"],
      agentCodes: ["get", "put"],
      joinCodes: ["put"],
      signatoryCodes: ["put"],
      mailboxes: ["get", "put"],
      // 和解协议书: whoever withdraws takes what was agreed out of force.
      letters: ["update"],
    },
    deadlines: { clocks: ["query", ...setsClocks] },
    directory: district,
    tries: { tries: counts, salts: counts, kept: counts },
  },
  OwnDecisions: {
    cases: {
      record: decides,
      sealed: ["get", "query", "put"],
      codes: ["get"],
      agentCodes: ["get"],
      mailboxes: ["get"],
      letters: issues,
    },
    deadlines: { clocks: ["query", ...setsClocks] },
    directory: district,
    tries: { tries: counts, salts: counts, kept: counts },
  },
  AddMaterial: {
    cases: { record: decides, sealed: ["get", "query", "put"], codes: ["get"], agentCodes: ["get"] },
    // What is brought ends a pause, and starts nothing.
    deadlines: { clocks: ["update"] },
    directory: district,
    tries: { tries: counts, salts: counts, kept: counts },
  },
  /** So does the file. */
  OwnFile: {
    cases: { record: loads, sealed: ["get", "query"], codes: ["get"], agentCodes: ["get"] },
    deadlines: { clocks: ["query"] },
    directory: district,
    tries: { tries: counts, salts: counts, kept: counts },
  },
  JointPetition: {
    cases: {
      record: decides,
      sealed: ["get", "query", "put"],
      joinCodes: ["get"],
      signatoryCodes: ["get", "put"],
    },
    // A simple petition that somebody joins turns ordinary: its time is moved, and nothing starts.
    deadlines: { clocks: ["query", "update"] },
    directory: district,
    tries: { tries: counts, salts: counts, kept: counts },
  },
  /** It gives a form, and decides nothing. Whoever has registered a case comes with their pass. */
  BringFiles: {
    cases: { record: loads, codes: ["get"], agentCodes: ["get"] },
    directory: { ...district, passes: ["get"] },
    tries: { tries: counts, salts: counts, kept: counts },
  },
  /** What arrives ends a pause, and starts nothing. */
  TakeFiles: { cases: { record: decides }, deadlines: { clocks: ["update"] }, directory: district },
  StepTask: { ...tasks, directory: district },
  ScreeningTask: { ...tasks, directory: district },
  DeliveryTask: { ...tasks, directory: district },
  BesideTask: { ...tasks, directory: district },
  TogetherTask: { ...tasks, directory: district },
  AfterTask: { ...tasks, directory: district },
  WatchTask: { ...tasks, directory: district },
  /** 登记簿: an entry is told from its events; a case that it rests on is not opened. */
  RegisterTask: {
    cases: { entries: writesEntries, sealed: ["query", "put"], links: ["get", "update"] },
    deadlines: { entryClocks: setsClocks },
    directory: district,
    tries: { tries: counts, kept: counts },
  },
  ReviewTask: { ...tasks, directory: district },
  /** The course of clocks opens nothing that is sealed. */
  ClockCourse: { cases: { record: loads, links: ["get"] }, deadlines: { clocks: ["query"] }, directory: district },
  /** The story of a case, with what people wrote, and its files: it records each look, and changes nothing else. */
  SeeCase: {
    cases: { record: [...loads, "put"], sealed: ["get", "query"], links: ["get"] },
    // 疑似重复: those that stand with the units that may have one of the same matter.
    casesBy: ["byUnit"],
    directory: district,
  },
  Mailbox: { cases: { mailboxes: ["get", "put"], mailboxLinks: ["get"] }, directory: district },
  CheckLetter: { cases: { letters: ["get"] }, directory: district, tries: { tries: counts, salts: counts } },
  Assets: {},
  OpenStep: {
    cases: { record: [...decides, "check"], tokens: ["put"], links: ["put"], notices: ["put"] },
    deadlines: { clocks: setsClocks },
    directory: district,
  },
  /** Nothing: it fills the queue of mails. */
  HearBounces: {},
  Publish: { cases: { record: ["mark"], entries: ["mark"] }, directory: theTime },
  Redrive: {
    cases: { record: ["get", "mark"], entries: ["get", "mark"], mails: ["mark"], digests: ["mark"] },
    casesBy: ["unpublished"],
    directory: district,
  },
  Signal: {
    cases: {
      record: decides,
      tokens: ["get"],
      bounced: ["query"],
      // What was written in a case is sealed again for another that is merged with it, whose letter it makes.
      sealed: ["get", "query", "put"],
      letters: ["put"],
    },
    deadlines: { clocks: setsClocks },
    directory: district,
  },
  SendMail: {
    cases: {
      record: loads,
      entries: loads,
      sealed: ["get"],
      links: ["get", "put"],
      mails: ["get", "put", "update"],
      notices: ["get", "update"],
      digests: ["get", "query", "put", "update"],
      bounced: ["query", "put"],
      mailboxes: ["get", "put"],
      mailboxLinks: ["put"],
      outages: ["query", "update"],
    },
    casesBy: ["byPerson", "supervised"],
    directory: district,
  },
  Sweep: {
    cases: { record: decides, entries: writesEntries, notices: ["put"], letters: ["put", "update"] },
    deadlines: { clocks: setsClocks, entryClocks: setsClocks },
    deadlinesBy: ["due"],
    directory: district,
  },
  Reconcile: {
    cases: { record: decides },
    casesBy: ["standing"],
    // What it lost a race against may have set the clock of the way anew, which then is stopped before the next begins.
    deadlines: { clocks: ["query", ...setsClocks] },
    deadlinesBy: ["due"],
    directory: district,
  },
  Anchor: { cases: { record: loads, entries: ["query"] }, casesBy: ["changed"], directory: theTime },
  Digest: {
    cases: { record: loads, bounced: ["query"], outages: ["query"] },
    casesBy: ["supervised"],
    casesOfAllBy: ["byPerson"],
    directory: district,
  },
} as const satisfies Record<FunctionName, Reach>;
