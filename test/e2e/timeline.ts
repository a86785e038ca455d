import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Digest } from "#case/digest/digest.ts";
import { CaseEvent, type Fact } from "#case/state/event.ts";
import type { Message } from "#case/state/message.ts";
import { caseOfPartition } from "#case/store/keys.ts";
import type { Instant } from "#ground/instant.ts";
import type { LocalDistrict } from "../../local/district.ts";
import { documentClient } from "../support/document-client.ts";

/** Something that happened to a case, or that left for somebody, at a moment of the district. */
export type Entry = { at: Instant; what: "event" | "mail" | "digest"; says: string };

/** A mail on which a sender has begun has no `done` yet. */
const MailItem = z.object({ sk: z.string(), at: z.string().default(""), done: z.string().optional() });

const percents = (shares: readonly number[]): string => shares.map((share) => `${share}%`).join(" and ");

/** A fact in a few words: what rang or moved, and for whom. */
const inShort = (fact: Fact): string => {
  switch (fact.type) {
    case "stepOpened":
      return `the step of the ${fact.level} opens for ${fact.owner}`;
    case "stepOverdue":
      return `the ${fact.level} is late: up to the ${fact.to}`;
    case "reminded":
      return `${fact.to} is reminded: ${fact.clock.kind} ${percents([...fact.passedOver, fact.percent])}`;
    case "shareReached":
      return `${fact.clock} ${fact.percent}%, high enough`;
    case "overdueAtTop":
      return "late at the top";
    case "statutoryOverdue":
      return "late by law";
    default:
      return fact.type;
  }
};

const addressee = (message: Message | undefined): string => {
  if (message?.kind === "taskMail") return `${message.ask}, to ${message.to}`;
  if (message?.kind === "dutyMail") return `of a danger, to ${message.to} on duty`;
  if (message?.kind === "newsMail") return `${message.news}, to the petitioner`;
  throw new Error(`No email: ${message?.kind}`);
};

/** What became of a case, as the tables of a district hold it: its events, its mails, and every digest that was sent. */
export const timelineOf = async ({ endpoint, outputs }: LocalDistrict, caseId: string): Promise<Entry[]> => {
  const db = documentClient(endpoint);
  const { Items = [] } = await db.send(new ScanCommand({ TableName: outputs.CasesTable }));
  const ofCase = Items.filter(({ pk }) => caseOfPartition(String(pk)) === caseId);
  const events = ofCase.flatMap(({ event }) => (event === undefined ? [] : [CaseEvent.parse(event)]));

  const mails = ofCase.flatMap((item): Entry[] => {
    if (!String(item.sk).startsWith("MAIL#")) return [];
    const { sk, at, done } = MailItem.parse(item);
    if (done === undefined) return [];
    const [seq, position] = sk.split("#").slice(1).map(Number);
    const message = events.find((event) => event.seq === seq)?.messages[position ?? -1];
    return [{ at, what: "mail", says: `${addressee(message)}${done === "sent" ? "" : ` (${done})`}` }];
  });
  const digests = Items.flatMap((item): Entry[] => {
    const { pk, sk: _, ...digest } = item;
    if (!String(pk).startsWith("DIGEST#")) return [];
    const { done } = Digest.parse(digest);
    return done?.came === "sent" ? [{ at: done.at, what: "digest", says: String(pk).slice("DIGEST#".length) }] : [];
  });
  const happened = events.map(({ at, fact }): Entry => ({ at, what: "event", says: inShort(fact) }));
  return [...happened, ...mails, ...digests].toSorted((a, b) => a.at.localeCompare(b.at));
};
