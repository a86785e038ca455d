import { hash } from "node:crypto";
import * as z from "zod";
import { digest } from "#access/digest.ts";
import { FileKind } from "#case/state/facts/files.ts";
import { Matter, Petitioner } from "#case/state/party.ts";
import { ReviewBody } from "#directory/review-bodies.ts";
import { Bilingual } from "#ground/bilingual.ts";
import { CaseId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { Written, writtenIn } from "#ground/written.ts";
import { type ChainEntry, faultsOf } from "#record/audit.ts";
import { chainHash } from "#record/chain.ts";
import type { Key } from "#record/database.ts";
import type { Wrong } from "#record/finding.ts";

const link = { seq: z.int().positive(), at: Instant, previous: z.string(), hash: z.string() };

/** What happened, as it is stored: its hash is that of all of it but `hash` and `previous`. */
const ToldEvent = z.looseObject({
  ...link,
  v: z.int().positive(),
  caseId: CaseId,
  fact: z.looseObject({ type: z.string(), letter: z.looseObject({ number: z.string(), hash: z.string() }).optional() }),
});
/** What is between the petitioner and somebody else: that it stands there, and by its hash that nothing else does. */
const WithheldEvent = z.strictObject({ ...link, withheld: z.literal(true) });

/** A photo or a PDF that goes with it, by the name under which it is saved beside it. */
const DossierFile = z.strictObject({
  name: z.string(),
  kind: FileKind,
  bytes: z.int().positive(),
  sha256: z.string().length(43),
});

/**
 * 案卷: a case as a body outside the district is given it, which decides on its review (《信访工作条例》 Art. 35, 36): all that happened,
 * as it is stored, with every word that somebody wrote under the name that it has there. Whoever has it proves it without
 * asking us. Another `version` is another form.
 */
export const Dossier = z.strictObject({
  format: z.literal("huiyin-dossier"),
  version: z.literal(1),
  madeAt: Instant,
  district: Bilingual,
  /** The number of the case on its letters. */
  number: z.string(),
  caseId: CaseId,
  /** 复查复核机关, and the unit that gives it to that body. */
  to: ReviewBody,
  by: Bilingual,
  petitioner: Petitioner,
  matter: Matter,
  agents: z.array(z.strictObject({ name: z.string(), phone: z.string() })),
  /** All that has happened, in sentences, the oldest first. */
  history: z.array(z.strictObject({ at: Instant, says: Bilingual })),
  events: z.array(z.union([WithheldEvent, ToldEvent])).min(1),
  /** By the names that events have for them: a salt and the text. The name is the SHA-256 of both. */
  texts: z.record(Written, z.string()),
  files: z.array(DossierFile),
});
export type Dossier = z.infer<typeof Dossier>;
type DossierEvent = Dossier["events"][number];

const isWithheld = (event: DossierEvent): event is z.infer<typeof WithheldEvent> => "withheld" in event;

/**
 * The events of a case as they are stored, in their order, without the content of what its reader is not told.
 * @param stored `EVENT#` rows' events @param told the numbers of those that are told
 */
export const dossierEvents = (stored: readonly unknown[], told: ReadonlySet<number>): DossierEvent[] =>
  stored.map((one) => {
    const event = ToldEvent.parse(one);
    const { seq, at, previous, hash: own } = event;
    return told.has(seq) ? event : { seq, at, previous, hash: own, withheld: true };
  });

const SentFile = z.looseObject({ type: z.enum(["fileAdded", "attached"]), sha256: z.string() });

/** The SHA-256 of each photo and PDF that an event tells of. */
const filesIn = (events: readonly DossierEvent[]): string[] =>
  events.flatMap((event) => {
    const sent = isWithheld(event) ? undefined : SentFile.safeParse(event.fact).data;
    return sent === undefined ? [] : [sent.sha256];
  });

/** The names of all that people wrote in what is told, each once. */
export const textsNamedIn = (events: readonly DossierEvent[]): Set<Written> =>
  new Set(events.flatMap((event) => (isWithheld(event) ? [] : writtenIn(event.fact))));

/** What can be wrong with something in a dossier, and with what. */
export type DossierFault = { of: "event" | "text" | "letter" | "file"; name: string; wrong: Wrong };

const keyOf = (seq: number): Key => ({ pk: "", sk: String(seq).padStart(8, "0") });

/** Walks through the events: what is missing, was changed, or does not follow; of one that is withheld the place in the chain. */
const eventFaults = ({ caseId, events }: Dossier): DossierFault[] => {
  const entries = events.map((event): ChainEntry => {
    const { seq, at } = event;
    const of = isWithheld(event) ? caseId : event.caseId;
    return { key: keyOf(seq), says: { of, number: seq, at, link: event, isWithheld: isWithheld(event) } };
  });
  return [...faultsOf({ of: caseId, entry: "event", entries, keyOf })].map(({ number, wrong }) => ({
    of: "event",
    name: String(number ?? ""),
    wrong,
  }));
};

const textFaults = ({ events, texts }: Dossier): DossierFault[] => {
  const named = textsNamedIn(events);
  const given = Object.entries(texts);
  return [
    ...[...named].flatMap((name): DossierFault[] => (name in texts ? [] : [{ of: "text", name, wrong: "missing" }])),
    ...given.flatMap(([name, salted]): DossierFault[] => {
      if (digest(salted) !== name) return [{ of: "text", name, wrong: "changed" }];
      return named.has(name) ? [] : [{ of: "text", name, wrong: "surplus" }];
    }),
  ];
};

/** A letter has a hash of its own, which stands on its paper. */
const letterFaults = ({ caseId, events }: Dossier): DossierFault[] =>
  events.flatMap((event): DossierFault[] => {
    const letter = isWithheld(event) ? undefined : event.fact.letter;
    if (letter === undefined) return [];
    const { hash: own, ...content } = letter;
    return chainHash(caseId, content) === own ? [] : [{ of: "letter", name: letter.number, wrong: "changed" }];
  });

const fileFaults = ({ events, files }: Dossier, beside: ReadonlyMap<string, Uint8Array>): DossierFault[] => {
  const told = new Set(filesIn(events));
  const listed = new Set(files.map(({ sha256 }) => sha256));
  return [
    ...[...told].flatMap((name): DossierFault[] => (listed.has(name) ? [] : [{ of: "file", name, wrong: "missing" }])),
    ...files.flatMap(({ name, sha256 }): DossierFault[] => {
      if (!told.has(sha256)) return [{ of: "file", name, wrong: "surplus" }];
      const content = beside.get(name);
      if (content === undefined) return [{ of: "file", name, wrong: "missing" }];
      return hash("sha256", content, "base64url") === sha256 ? [] : [{ of: "file", name, wrong: "changed" }];
    }),
  ];
};

/**
 * Proves a dossier by itself: every event by its hash and the one before it, every text by its name, every letter by the hash
 * on its paper, every file by what the record says of it. That all of it was not written anew shows where the last hash is
 * the one that the district has for that number of events.
 * @param beside what lies beside it, by name @returns what is wrong, in the order of events, texts, letters, files
 */
export const faultsOfDossier = (dossier: Dossier, beside: ReadonlyMap<string, Uint8Array>): DossierFault[] => [
  ...eventFaults(dossier),
  ...textFaults(dossier),
  ...letterFaults(dossier),
  ...fileFaults(dossier, beside),
];

/** What is in a dossier, counted, and how its chain ends. */
export const sizeOfDossier = ({ events, texts, files }: Dossier) => ({
  events: events.length,
  withheld: events.filter(isWithheld).length,
  texts: Object.keys(texts).length,
  files: files.length,
  head: events.at(-1)?.hash ?? "",
});
