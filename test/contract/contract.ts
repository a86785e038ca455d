import { describe } from "vitest";
import { admissions } from "./admission.cases.ts";
import { agents, filingAgents } from "./agents.cases.ts";
import { announcements } from "./announcements.cases.ts";
import { attachments } from "./attachments.cases.ts";
import type { Host } from "./backend.ts";
import { bounces } from "./bounces.cases.ts";
import { codes } from "./codes.cases.ts";
import { contacts } from "./contacts.cases.ts";
import { type ContractTest, testOn } from "./contract-test.ts";
import { deadlines } from "./deadlines.cases.ts";
import { decisions } from "./decisions.cases.ts";
import { deliveries } from "./delivery.cases.ts";
import { digests } from "./digest.cases.ts";
import { calendar, demoClock, directories } from "./directory.cases.ts";
import { dossiers } from "./dossier.cases.ts";
import { dutyMails } from "./duty.cases.ts";
import { files } from "./files.cases.ts";
import { filing } from "./filing.cases.ts";
import { keys } from "./guesses.cases.ts";
import { handOvers } from "./hand-over.cases.ts";
import { history } from "./history.cases.ts";
import { joint } from "./joint.cases.ts";
import { letters } from "./letters.cases.ts";
import { links } from "./links.cases.ts";
import { looks } from "./looks.cases.ts";
import { lostCases } from "./lost.cases.ts";
import { mailOutages } from "./mail-outage.cases.ts";
import { mailboxes } from "./mailboxes.cases.ts";
import { materials } from "./material.cases.ts";
import { mergers } from "./merging.cases.ts";
import { outbox } from "./outbox.cases.ts";
import { ownFiles } from "./own-file.cases.ts";
import { progressMails } from "./progress.cases.ts";
import { races } from "./races.cases.ts";
import { ratings } from "./ratings.cases.ts";
import { readBack } from "./read-back.cases.ts";
import { reconciling } from "./reconcile.cases.ts";
import { entryLinks, records } from "./records.cases.ts";
import { registering } from "./registering.cases.ts";
import { restores } from "./restore.cases.ts";
import { settlements } from "./settlement.cases.ts";
import { stories } from "./story.cases.ts";
import { sweeps } from "./sweeps.cases.ts";
import { cameTogether } from "./together.cases.ts";
import { tries } from "./tries.cases.ts";
import { versions } from "./versions.cases.ts";
import { withdrawals } from "./withdrawal.cases.ts";

/** How often two act at one moment, and how many guess at one: by how quick a database is with them. */
export type Crowds = { readonly races: number; readonly guesses: number };

/** What guarantees.md asks for. A race is often enough run where it is lost and won by both of its sides. */
const full: Crowds = { races: 200, guesses: 10_000 };

/**
 * All that the project relies on a database for, as one suite of cases: whatever passes it may hold the record.
 * @param more what holds of this database beside the contract.
 */
export const contract = (
  name: string,
  start: () => Promise<Host>,
  more: (it: ContractTest) => void = () => undefined,
  crowds = full,
): void => {
  const it = testOn(start);
  describe(`the record on ${name}`, () => {
    decisions(it);
    filing(it);
    registering(it);
    letters(it);
    links(it, crowds.guesses);
    tries(it);
    looks(it);
    lostCases(it);
    keys(it);
    codes(it);
    restores(it);
    admissions(it);
    history(it);
    settlements(it);
    withdrawals(it, crowds.races);
    ratings(it);
    materials(it);
    files(it);
    attachments(it);
    dossiers(it);
    stories(it);
    ownFiles(it);
    deadlines(it);
    sweeps(it);
    reconciling(it);
    outbox(it);
    mailOutages(it);
    bounces(it);
    dutyMails(it);
    mailboxes(it);
    progressMails(it);
    deliveries(it);
    contacts(it);
    agents(it, crowds.races);
    filingAgents(it);
    joint(it, crowds.races);
    mergers(it, crowds.races);
    digests(it);
    cameTogether(it);
    directories(it);
    calendar(it);
    announcements(it);
    handOvers(it);
    demoClock(it);
    readBack(it);
    versions(it);
    races(it, crowds.races);
    records(it, crowds.races);
    entryLinks(it);
    more(it);
  });
};
