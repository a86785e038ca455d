import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { LinkFor } from "#access/link.ts";
import { linkHash, linkToken } from "#access/task-link.ts";
import { carryOut, noLinks, UnknownCase } from "#case/acts/carry-out.ts";
import type { Command } from "#case/acts/command.ts";
import { allJudges, decide } from "#case/acts/decide.ts";
import { endsTurn } from "#case/acts/every-act.ts";
import { callerFor } from "#case/acts/follow-up-watch.ts";
import { confidantFor } from "#case/acts/pressure-answer.ts";
import { judgeFor } from "#case/acts/recusal-watch.ts";
import { ringClock } from "#case/acts/ring-clock.ts";
import { supervisorFor } from "#case/acts/supervision-watch.ts";
import { urgencyDecision } from "#case/acts/urgency-watch.ts";
import { type Petition, readPetition } from "#case/forms/petition-form.ts";
import type { Posted } from "#case/outbox/posted.ts";
import { publish } from "#case/outbox/publish.ts";
import { type Case, hasEnded, type In } from "#case/state/case.ts";
import type { CaseEvent, Fact } from "#case/state/event.ts";
import { evolve } from "#case/state/evolve.ts";
import { linkOf } from "#case/state/link-of.ts";
import { promiseOf } from "#case/state/promise.ts";
import { replay } from "#case/state/record.ts";
import { reviewerOf } from "#case/state/reviewers.ts";
import { rightIn } from "#case/state/rights.ts";
import { clockOf } from "#case/state/running.ts";
import {
  type Asking,
  actor,
  type Hurrying,
  inTransit,
  isAsking,
  isHurrying,
  isObjecting,
  isProposing,
  isRecusing,
  partsIn,
  type Recusing,
  stationOf,
} from "#case/state/standing.ts";
import { supervisionOpen } from "#case/state/supervising.ts";
import type { Part } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { auditCase, notAnchored } from "#case/store/audit.ts";
import { caseStore } from "#case/store/case-store.ts";
import { digestStore } from "#case/store/digest-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { caseKey, eventKey } from "#case/store/keys.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { chineseCalendar, districtCalendar } from "#clock/calendar.ts";
import type { ClockRow } from "#clock/clock.ts";
import { clockPartition, shardOf } from "#clock/keys.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import type { About, Directory } from "#directory/directory.ts";
import { deciderFor, senderFor } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { Chained } from "#record/chain.ts";
import { memoryDatabase } from "#record/memory.ts";
import { sweep } from "../../functions/clock/sweep.ts";
import { redrive } from "../../functions/outbox/redrive.ts";
import { filePetition } from "../../functions/petition/file-petition.ts";
import { bureauStaff, personal } from "../contract/samples.ts";
import { memoryVault } from "../contract/vault.ts";
import {
  assistantActs,
  commandOf,
  confidantActs,
  consenterActs,
  headActs,
  judgeActs,
  leadActs,
  type Move,
  meetingActs,
  promiserActs,
  reviewerActs,
  senderActs,
  staffActs,
  supervisedActs,
  supervisorActs,
  triageActs,
} from "../unit/case/any-history.ts";
import { ledByTwo as directory, followingUp } from "../unit/case/district.ts";
import { brokenBy } from "./invariants.ts";
import { type Chances, chancesOf } from "./random.ts";
import { wayOf } from "./ways.ts";

const hashOf = (link: LinkFor): string => linkHash(linkToken("the secret of the simulation", link));

const filedAt: Instant = "2026-03-02T02:00:00.000Z";
const hour = 3_600_000;
const later = (moment: Instant, ms: number): Instant => new Date(Date.parse(moment) + ms).toISOString();

/** What anybody may try next. */
const often: readonly [Move, ...Move[]] = [
  { move: "open" },
  { move: "open" },
  { move: "open" },
  { move: "promise" },
  { move: "assist" },
  { move: "assist" },
  { move: "beginConvening" },
  { move: "conveneForBureau" },
  { move: "meetForBureau" },
  { move: "convene" },
  { move: "convene" },
  { move: "meet" },
  { move: "meet" },
  { move: "meetForNothing" },
  { move: "askMaterial" },
  { move: "addMaterial" },
  { move: "agentAdds" },
  { move: "sendFile" },
  { move: "sendWrongFile" },
  { move: "clerkEntersFile" },
  { move: "attachFile" },
  { move: "attachFile" },
  { move: "attachWrongFile" },
  { move: "agentSendsFile" },
  { move: "promiseInLetter" },
  { move: "promisesInLetter" },
  { move: "postponePromise" },
  { move: "demandPromise" },
  { move: "askReview" },
  { move: "revokeAnswer" },
  { move: "replyAnew" },
  { move: "nameLeader" },
  { move: "nameAnotherLeader" },
  { move: "pullUpByHead" },
  { move: "recordMet" },
  { move: "instruct" },
  { move: "confirmPromise" },
  { move: "denyPromise" },
  { move: "agentDeniesPromise" },
  { move: "askSupervision" },
  { move: "beginSupervision" },
  { move: "issueSupervision" },
  { move: "refuseFeedback" },
  { move: "urge" },
  { move: "agentUrges" },
  { move: "promise" },
  { move: "agree" },
  { move: "agree" },
  { move: "confirm" },
  { move: "confirm" },
  { move: "decline" },
  { move: "deny" },
  { move: "deny" },
  { move: "deny" },
  { move: "takeBack" },
  { move: "reopen" },
  { move: "reopen" },
  { move: "undo" },
  { move: "askAgain" },
  { move: "undo" },
  { move: "tellPressure" },
  { move: "openAnswer" },
  { move: "openAnswer" },
  { move: "notMailed" },
  { move: "newLink" },
  { move: "newCode" },
  { move: "askMailbox" },
  { move: "correctPhone" },
  { move: "correctEmail" },
  { move: "dropEmail" },
  { move: "nameAgent" },
  { move: "confirmAgent" },
  { move: "denyAgent" },
  { move: "revokeAgent" },
  { move: "openJoining" },
  { move: "closeJoining" },
  { move: "join" },
  { move: "join" },
  { move: "joinByOldCode" },
  { move: "leave" },
  { move: "standReady" },
  { move: "standDown" },
  { move: "nameContactPerson" },
  { move: "endContactPerson" },
  { move: "offerToTakeOver" },
  { move: "handOver" },
  { move: "agentAgrees" },
  { move: "agentDenies" },
  { move: "agentOpens" },
  { move: "notSimple" },
  { move: "askRecusal" },
  { move: "askUnitOut" },
  { move: "askRecusalAtBureau" },
  { move: "askUrgency" },
  { move: "rate" },
  { move: "rateAnew" },
  { move: "urgent" },
  { move: "urgentByHead" },
  { move: "calm" },
  { move: "takeMember" },
  { move: "handleAlone" },
  { move: "agentHandlesAlone" },
  { move: "unmerge" },
  { move: "leadAnswers" },
  { move: "leadExtends" },
  { move: "leadWithdraws" },
  { move: "passLead" },
  { move: "takeLead" },
  { move: "followLead" },
  { move: "takeFollower" },
  { move: "memberLeaves" },
  { move: "memberBrings" },
  { move: "replace" },
  { move: "recount" },
  ...staffActs,
  ...headActs,
  ...senderActs,
  ...senderActs,
  ...consenterActs,
  ...consenterActs,
  ...judgeActs,
  ...judgeActs,
  ...triageActs,
  ...triageActs,
  ...assistantActs,
  ...assistantActs,
  ...meetingActs,
  ...meetingActs,
  ...confidantActs,
  ...promiserActs,
  ...supervisorActs,
  ...supervisedActs,
  ...reviewerActs,
  ...leadActs,
];
/** Few withdraw, or hardly a case would grow old. */
const moves: readonly [Move, ...Move[]] = [
  ...often,
  ...often,
  ...often,
  ...often,
  { move: "mergeInto" },
  { move: "withdraw" },
  { move: "agentWithdraws" },
  { move: "paperWithdrawal" },
  { move: "wordToUndo" },
];

const nobody: About = { units: [], staff: [] };
/** Whom a petition may be about. */
const abouts: readonly [About, ...About[]] = [
  nobody,
  nobody,
  nobody,
  { units: ["river"], staff: [] },
  { units: ["housing"], staff: [] },
  { units: ["leader"], staff: [] },
  { units: ["bureau"], staff: [] },
  { units: [], staff: ["peach-handler", "housing-head"] },
];
/** Directories that may follow each other: as it was; with other heads; without most handlers; with heads on leave. */
const district = followingUp(directory);
const directories: readonly [Directory, ...Directory[]] = [
  district,
  {
    ...district,
    units: directory.units.map((unit) => ({ ...unit, head: `${unit.id}-colleague` })),
  },
  {
    ...district,
    staff: directory.staff.filter(({ id }) => !["peach-handler", "river-handler", "housing-handler"].includes(id)),
    duties: directory.duties.map(({ unit }) => ({ unit, staff: `${unit}-colleague` })),
  },
  {
    ...district,
    staff: directory.staff.map((person) =>
      (person.id.endsWith("-head") && person.unit !== "leader") || person.id === "bureau-colleague"
        ? { ...person, away: [{ from: "2026-03-01", until: "2026-12-31" }] }
        : person,
    ),
  },
];
const categories = ["estate", "land", "wages", "hazard", "lamps", "inspection", "ideas", "misconduct"] as const;

/** Those of which the petitions make two requests. */
const twice = new Set<string>(["wages", "hazard"]);

/** A petition of a category, as its form is read. */
const petitionOf = (category: (typeof categories)[number], makesTwo = twice.has(category)): Petition => {
  const read = readPetition(
    {
      ...personal,
      ...(makesTwo && { ask2: "补缴社会保险" }),
      category,
      community: "peach",
      submission: crypto.randomUUID(),
    },
    directory,
  );
  if ("problems" in read) throw new Error(`The form is refused: ${JSON.stringify(read)}`);
  return read.petition;
};
const petitions = new Map(categories.map((category) => [category, petitionOf(category)]));
/** What a department has at once, and answers in one sentence. */
const answeredAtOnce = petitionOf("wages", false);

/** The same of somebody who does not know in which community it happened. */
const placeless = ({ community: _, ...petition }: Petition): Petition => petition;

/** Who files for some petitioners. */
const filingAgent = { name: "陆新华", phone: "+8613900005678", relation: "villageAgent" } as const;

/** The same as the bureau's officer writes it down for somebody, so many days after it was received. */
const brought = (petition: Petition, daysAgo: number): Petition => ({
  ...petition,
  brought: {
    ...{ channel: "letter", receivedOn: dayAfter(districtDate(filedAt), -daysAgo) },
    ...{ unit: directory.district.bureau, by: bureauStaff, checked: { how: "readBack" } },
  },
});

/** What the row of a case says of the lists that it is on. */
const OnLists = z.object({ unit: z.string().optional(), person: z.string().optional() });

/**
 * What became of a case: its end, and the facts that were met on the way. `handledAnew`: steps after a review had revoked the answer. `sameRefused`: how often the same answer was refused then.
 */
export type Lived = {
  status: Case["status"];
  facts: Fact["type"][];
  races: number;
  handledAnew: number;
  sameRefused: number;
};

/** The machine died, or its connection did, at a commit. */
class Died extends Error {
  override name = "Died";
}

/**
 * Lives one case on tables of its own: the real stores and use cases, a random move of anybody at a time, time that
 * passes, machines that die before or after a commit, and decisions made on what was read too early. After everything
 * that happens all invariants are checked.
 * @throws naming the guarantee that was broken, and the move after which it was.
 */
export const live = async (seed: number): Promise<Lived> => {
  const chances: Chances = chancesOf(seed);
  const { database } = memoryDatabase();
  const stored = caseStore(database, "cases", "deadlines");
  const deadlines = deadlineStore(database, "deadlines");
  const identities = identityStore(database, "cases");
  const outbox = outboxStore(database, "cases");
  const digests = digestStore(database, "cases");

  let now: Instant = filedAt;
  let calendar = chineseCalendar();
  let inForce: Directory = district;
  const world = (): Promise<World> => Promise.resolve({ now, calendar, directory: inForce });
  let dying = false;
  let races = 0;
  let sameRefused = 0;
  /** What the row of the case came to when it was read last. Rows in memory are frozen: the same one says the same. */
  let known: { row: unknown; state: Case | undefined } | undefined;
  const cases: typeof stored = {
    ...stored,
    load: async (id) => {
      const row = await database.get("cases", caseKey(id));
      if (row === undefined || row !== known?.row) known = { row, state: await stored.load(id) };
      return known.state;
    },
    commit: async (...changes) => {
      const [before, after] = dying ? [chances.happens(0.5), chances.happens(0.5)] : [false, false];
      dying = false;
      if (before) throw new Died("before the commit");
      await stored.commit(...changes);
      if (after) throw new Died("after the commit");
    },
  };
  const ports = {
    cases,
    world,
    linkHash: (link: LinkFor) => Promise.resolve(hashOf(link)),
  };
  const carry = carryOut(ports, allJudges);
  const failed: Error[] = [];
  const ring = ringClock({ ...ports, linkHash: noLinks, endOvertaken: (...row) => deadlines.endOvertaken(...row) });
  const sweeping = sweep({
    deadlines,
    ring,
    prepare: world,
    now: () => Promise.resolve(now),
    failed: (_, error) => failed.push(error),
    millisecondsLeft: () => Number.POSITIVE_INFINITY,
    counted: () => undefined,
  });

  const posted = new Map<string, number>();
  const queue = {
    post: (messages: Posted[]) => {
      for (const { seq, position } of messages) {
        const name = `${seq}.${position}`;
        posted.set(name, (posted.get(name) ?? 0) + 1);
      }
      return Promise.resolve();
    },
  };
  const handOver = redrive({
    outbox,
    mails: {
      post: (mails) =>
        queue.post(
          mails.flatMap((mail) => {
            if ("together" in mail) return mail.together;
            if ("caseId" in mail) return [mail];
            throw new Error(`No digest waits for a server here, but ${JSON.stringify(mail)} does`);
          }),
        ),
    },
    publish: publish({ outbox, mails: queue, signals: queue }),
    now: () => Promise.resolve(now),
    calendar: () => Promise.resolve(calendar),
  });

  const about = chances.oneOf(abouts);
  const way = wayOf(chances);
  const isReviewed = way.some((step) => "move" in step && step.move === "askReview");
  const filledIn = isReviewed ? answeredAtOnce : petitions.get(chances.oneOf(categories));
  // One in ten does not know in which community it happened.
  if (filledIn === undefined) throw new Error("No such petition");
  const placed = chances.happens(0.1) ? placeless(filledIn) : filledIn;
  const byAgent = chances.happens(0.1) ? { ...placed, agent: filingAgent } : placed;
  const form = chances.happens(0.1) ? brought(byAgent, chances.below(100)) : byAgent;
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, () => chances.below(256));
  const { petition } = await filePetition({ cases, identities, vault: memoryVault, random }).file(
    { ...form, about },
    "zh",
    await world(),
  );
  const caseId = petition.id;

  /** The same of the rows of its clocks. */
  let knownClocks: { rows: readonly unknown[]; clocks: ClockRow[] } = { rows: [], clocks: [] };
  const clocksOfCase = async (): Promise<ClockRow[]> => {
    const rows: unknown[] = [];
    for await (const row of database.query({ table: "deadlines", of: clockPartition(caseId) })) rows.push(row);
    const isSame = rows.length === knownClocks.rows.length && rows.every((row, i) => row === knownClocks.rows[i]);
    if (!isSame) knownClocks = { rows, clocks: await deadlines.ofCase(caseId) };
    return knownClocks.clocks;
  };

  const load = async (): Promise<Case> => {
    const state = await cases.load(caseId);
    if (state === undefined) throw new UnknownCase(caseId);
    return state;
  };

  const chain: Chained[] = [];
  const events: CaseEvent[] = [];
  let state: Case | undefined;

  /** Reads what was added to the record, and checks all invariants on what it holds by now. */
  const check = async (what: string): Promise<Case> => {
    const stands = await load();
    if (stands.version === events.length && what !== "time") return stands;
    for (let seq = events.length + 1; seq <= stands.version; seq += 1) {
      const key = eventKey(caseId, seq);
      const [event, row] = await Promise.all([outbox.event(caseId, seq), database.get("cases", key)]);
      if (event === undefined) throw new Error(`after ${what} at ${now}: there is no event ${seq}`);
      events.push(event);
      chain.push(Chained.parse(row?.event));
      state = evolve(state, event);
    }
    const [broken] = brokenBy({
      ...{ state: stands, told: state, events, chain, clocks: await clocksOfCase() },
      listed: OnLists.parse(await database.get("cases", caseKey(caseId))),
    });
    if (broken !== undefined) throw new Error(`after ${what} at ${now}: ${broken}`);
    return stands;
  };

  /** As a sweep does in the shard of the case. Gives how many of its clocks failed. */
  const ringsDue = async (): Promise<number> => {
    const before = failed.length;
    for await (const due of deadlines.due(shardOf(caseId), now)) {
      if ("unreadable" in due || due.row.nextAt === undefined) throw new Error("A clock's row cannot be read");
      const { clock, nextAt } = due.row;
      await ring({ caseId, clock, nextAt }).catch((error: Error) => failed.push(error));
    }
    return failed.length - before;
  };

  /** Time passes, to some moment or to that at which the next clock rings, and the sweep comes by. */
  const passes = async (state: Case): Promise<void> => {
    const next = await deadlines.nextDue(shardOf(caseId), now);
    now = next !== undefined && chances.happens(0.6) ? next : later(now, chances.below(72) * hour);
    dying = chances.happens(0.05);
    const died = dying;
    const rowsFailed = chances.happens(0.2) ? (await sweeping()).failed : await ringsDue();
    dying = false;
    if (rowsFailed > 0 && !died) throw failed.at(-1) ?? new Error("A clock failed");
    if (rowsFailed === 0 && !hasEnded(state)) {
      // What a ring made due, such as a time limit that resumes with its reminder behind it, is the next sweep's.
      if ((await ringsDue()) > 0) throw failed.at(-1) ?? new Error("A clock failed");
      const overdue = (await clocksOfCase()).filter(({ nextAt }) => nextAt !== undefined && nextAt <= now);
      if (overdue.length > 0) throw new Error(`after a sweep at ${now}: a clock is still due`);
    }
  };

  const tells = async (): Promise<void> => {
    if (chances.happens(0.2)) await handOver();
    const person = actor(await load())?.staff;
    const on = districtDate(now);
    if (person === undefined || (await digests.digest(person, on)) !== undefined) return;
    const { notices } = await digests.waiting(person, on);
    const { notices: taken } = await digests.take(person, on, notices, now, (row) => {
      throw row;
    });
    await digests.markDone(person, on, { came: "sent", at: now, told: taken.map(() => "inRow") });
    for (const { notice } of taken) {
      // A clock that was moved, as when a simple case turns ordinary, counts its shares anew.
      const name = JSON.stringify([notice.clock, notice.percent, notice.to, notice.lastDay]);
      if (told.has(name)) throw new Error(`${person} was told again of ${name}`);
      told.add(name);
    }
  };
  const told = new Set<string>();

  const alongWith = (command: Command, state: Case) => {
    if (command.type === "openStation") return { token: `token ${now}` };
    if (command.type !== "staff") return {};
    const { by: staff, stepNo, assignment, act } = command;
    // Whoever a petitioner, a clock or a directory has put there gets the link with the mail.
    const isMailed = events.some(
      ({ fact }) =>
        (fact.type === "reassigned" && fact.how !== "byOwner" && fact.to === staff) ||
        (fact.type === "decisionPassedOn" && fact.to.staff === staff) ||
        ((fact.type === "objectionPassedOn" ||
          fact.type === "objectionClimbed" ||
          fact.type === "otherWayPassedOn" ||
          fact.type === "otherWayClimbed" ||
          fact.type === "pressureTold" ||
          fact.type === "pressurePassedOn" ||
          fact.type === "recusalPassedOn" ||
          fact.type === "recusalClimbed" ||
          fact.type === "urgencyPassedOn" ||
          fact.type === "urgencyClimbed" ||
          fact.type === "convenerPassedOn" ||
          fact.type === "assistancePassedOn" ||
          fact.type === "promisePassedOn" ||
          fact.type === "promiseBroken" ||
          fact.type === "followUpOpened" ||
          fact.type === "followUpPassedOn" ||
          fact.type === "supervisionAsked" ||
          fact.type === "supervisionPassedOn" ||
          fact.type === "reviewAsked" ||
          fact.type === "reviewPassedOn" ||
          fact.type === "leadPassedOn" ||
          fact.type === "assistanceLate") &&
          fact.to.staff === staff) ||
        (fact.type === "leadMissed" && fact.to?.staff === staff) ||
        (fact.type === "promiseBroken" && fact.overseer?.staff === staff) ||
        (fact.type === "supervisionNoticed" && fact.to.some((one) => one.staff === staff)) ||
        ("entrusted" in fact && fact.entrusted?.some(({ holder }) => holder.staff === staff)) ||
        (fact.type === "recusalAsked" && fact.judge.staff === staff) ||
        (fact.type === "urgencyAsked" && fact.triage.staff === staff) ||
        (fact.type === "stepOpened" && fact.owner === staff && fact.because !== "onDuty"),
    );
    if (isMailed) return {};
    const hash = hashOf(linkOf(state, { staff, stepNo, assignment }));
    return { cameBy: { hash, usedUp: endsTurn(act.command) } };
  };

  /** Who would decide today on a request for more time. */
  const decider = ({ unit, owner, about }: Asking) =>
    deciderFor(inForce, { unit, owner, about, on: districtDate(now), unreachable: [] });

  /** Who of the bureau would decide today on an objection, or on a proposal that it goes elsewhere. */
  const sender = ({ owner, about }: Case & { owner: StaffId }, { isLast = false }: { isLast?: boolean | undefined }) =>
    senderFor(inForce, { owner, about, on: districtDate(now), unreachable: [], isLast });

  /** Who of the bureau would have a broken promise kept today. */
  const overseer = (c: Case, part: Part) => {
    const line = promiseOf(c, part);
    const isLast = line?.overseer?.isLast === true;
    return line && sender({ ...c, owner: line.holder.staff }, { isLast });
  };

  /** Who would call its petitioner today. */
  const caller = (c: Case) =>
    c.status === "closed" ? callerFor(c, { on: districtDate(now), unreachable: [] }, inForce) : undefined;
  /** Who of the bureau would see today to what a leader in charge has missed. */
  const namer = ({ inCharge, ...c }: Case) =>
    inCharge && sender({ ...c, owner: inCharge.leader.staff }, { isLast: true });

  /** Who of the bureau would decide today on supervision. */
  const supervisor = (c: Case) =>
    supervisorFor(c, { on: districtDate(now), isLast: supervisionOpen(c)?.isLast === true }, { directory: inForce });

  /** Who would review the answer today in somebody's place. */
  const reviewer = (c: In<"window">, { staff }: Part) =>
    reviewerOf(c, { directory: inForce, calendar, now }, { but: [staff] });

  /** Who would be told today that a petitioner was pressed. */
  const confidant = (c: Case) => confidantFor(c, { on: districtDate(now) }, { directory: inForce });
  /** Who would decide today whether somebody steps aside. */
  const judge = (c: Recusing) =>
    judgeFor(c, c.recusal.whom, { on: districtDate(now), isLast: c.recusal.isLast === true }, { directory: inForce });
  /** Who would decide today whether it is urgent. */
  const triage = (c: Hurrying) =>
    urgencyDecision.next(c, { on: districtDate(now), isLast: c.hurry.isLast === true }, { directory: inForce });

  /**
   * What somebody does next: now and then anything, however senseless, and otherwise the first of a few tries that is
   * granted, those on the way of this life before all others; where it goes on with nobody's act, time passes. The more acts there are, the fewer of them make sense at any moment.
   */
  const nextMove = async (state: Case): Promise<Move | "waits"> => {
    let chosen = chances.oneOf(moves);
    if (chances.happens(way.length > 0 ? 0.15 : 0.4)) return chosen;
    const here = await world();
    const isGranted = (one: Move): boolean => {
      const command = commandOf({ state, now }, one);
      if (command === undefined) return false;
      const decision = decide(state, command, here);
      return !("refused" in decision) && decision.events.length > 0;
    };
    const onTheWay = way.find(isGranted);
    if (onTheWay !== undefined) return onTheWay;
    if (way.length > 0 && chances.happens(0.5)) return "waits";
    for (let tries = 0; tries < 4 && !isGranted(chosen); tries += 1) chosen = chances.oneOf(moves);
    return chosen;
  };

  const announceRest = (rest: DistrictDate[]): void => {
    const announced = { announced: districtDate(now), reason: { zh: "台风", en: "Typhoon" }, rest, work: [] };
    calendar = districtCalendar(calendar, [announced]);
  };

  /** The day on which the watch over what others owe rings next, where one runs. */
  const watchedOn = async (state: Case): Promise<DistrictDate | undefined> => {
    if (clockOf(state, "assistance") === undefined) return undefined;
    const watch = (await clocksOfCase()).find(
      ({ clock, nextAt }) => clock.kind === "assistance" && nextAt !== undefined,
    );
    return watch?.nextAt && districtDate(watch.nextAt);
  };

  /** Whoever has a matter anew may try to come to the same with the same reasons, and cannot. */
  const triesTheSame = async (state: Case): Promise<void> => {
    if (state.status !== "handling" || state.redo === undefined) return;
    const [one, other] = state.redo.findings;
    if (one === undefined || other !== undefined) return;
    const { owner: by, stepNo, assignment } = state;
    const { outcome, decision } = one;
    const text = { facts: decision, rule: decision, decision, differs: decision };
    const act = { command: "reply", outcome, ...text } as const;
    const decided = decide(state, { type: "staff", by, stepNo, assignment, act }, await world());
    if (!("refused" in decided)) throw new Error(`law 35: the answer that was revoked is given again at ${now}`);
    if (decided.refused === "sameAnswerAgain") sameRefused += 1;
  };

  const makesMove = async (state: Case, earlier: Case): Promise<string> => {
    await triesTheSame(state);
    const chosen = await nextMove(state);
    if (chosen === "waits") {
      await passes(state);
      return "time";
    }
    const name = "command" in chosen ? chosen.command : chosen.move;
    if (name === "recount") {
      const rest = state.running.flatMap(({ clock }) => ("lastDay" in clock ? [clock.lastDay] : []));
      if (rest.length === 0) return name;
      announceRest(rest);
    }
    const command = commandOf({ state, now }, chosen);
    if (command === undefined) return name;
    dying = chances.happens(0.05);
    const isStale = chances.happens(0.1);
    races += isStale && earlier.version < state.version ? 1 : 0;
    const read = isStale ? { before: earlier, world: await world() } : undefined;
    await carry(caseId, command, alongWith(command, state), read).catch((error: unknown) => {
      if (!(error instanceof Died)) throw error;
    });
    dying = false;
    return name;
  };

  let stands = await check("filing");
  let earlier = stands;
  let afterwards = 0;
  // Whoever goes far has time for it.
  // One in eight grows old, and half of those see mostly time pass: clocks that ring together, months after each other.
  const far = way.length > 6 ? 36 : 20;
  const ordinarily = way.length > 4 ? far : 10;
  const most = seed % 8 === 0 ? 40 : ordinarily;
  const patience = seed % 16 === 0 ? 0.8 : 0.35;
  for (let move = 0; move < most && afterwards < 3; move += 1) {
    const before = stands;
    const station = stationOf(before);
    const watched = chances.happens(0.1) ? await watchedOn(before) : undefined;
    let what = "time";
    if (station !== undefined && inTransit(before) && chances.happens(0.5)) {
      what = "arriving";
      await carry(caseId, { type: "openStation", epoch: before.epoch, station }, { token: "t" });
    } else if (chances.happens(0.02)) {
      what = "releasing";
      const [running] = before.running;
      const clock = running && { kind: running.clock.kind, n: running.clock.n };
      if (clock !== undefined) await carry(caseId, { type: "releaseClock", clock, by: "operator" });
    } else if (chances.happens(partsIn(before).length > 1 ? 0.2 : 0.06)) {
      what = "another directory";
      inForce = chances.oneOf(directories);
      await carry(caseId, { type: "handOver" });
      const after = await load();
      for (const part of partsIn(after)) {
        const right = rightIn(after, part, inForce);
        // Where nobody else may decide, the request stays with whoever may no longer, and lapses.
        const mayStay =
          (part.role === "head" && isAsking(after) && decider(after) === undefined) ||
          (part.role === "sender" && isObjecting(after) && sender(after, after.objection) === undefined) ||
          (part.role === "consenter" && isProposing(after) && sender(after, after.otherWay) === undefined) ||
          (part.role === "confidant" && confidant(after) === undefined) ||
          (part.role === "overseer" && overseer(after, part) === undefined) ||
          (part.role === "caller" && caller(after) === undefined) ||
          (part.role === "supervisor" && supervisor(after) === undefined) ||
          part.role === "supervised" ||
          (part.role === "reviewer" && after.status === "window" && reviewer(after, part) === undefined) ||
          (part.role === "namer" && namer(after) === undefined) ||
          (part.role === "judge" && isRecusing(after) && judge(after) === undefined) ||
          (part.role === "triage" && isHurrying(after) && triage(after) === undefined);
        if ("barred" in right && !mayStay)
          throw new Error(`${part.staff} keeps the ${part.role}'s turn, who is ${right.barred}`);
      }
    } else if (watched !== undefined) {
      // It moves no clock with a last day, so that nothing is counted anew: the watch rings on it, and nothing is due.
      what = "a day of rest";
      announceRest([watched]);
    } else if (chances.happens(before.status === "performing" || before.promised !== undefined ? 0.6 : patience))
      await passes(before);
    else what = await makesMove(before, earlier);
    if (chances.happens(0.2)) await tells();
    stands = await check(what);
    if (stands.version > before.version) earlier = before;
    if (hasEnded(before)) {
      // Who is to call takes longer.
      if (clockOf(before, "followUp") === undefined) afterwards += 1;
      const reopening = events.at(-1)?.fact.type;
      const isReopened =
        !hasEnded(stands) &&
        (reopening === "settlementReopened" ||
          reopening === "reconsiderationAsked" ||
          // Taken up as an open matter of its level, or with the promises that are not kept.
          events.some(({ seq, fact }) => seq > before.version && fact.type === "followUpTakenUp"));
      // What a petitioner says of how it was handled leaves it ended.
      const isRated = reopening === "rated" && stands.status === before.status;
      // So does a call that finds it done, or in vain, and all that comes before it.
      const isCalled =
        reopening !== undefined &&
        (/^(?:followUp|linkRenewed|clock)/.test(reopening) || clockOf(before, "followUp") !== undefined) &&
        stands.status === before.status;
      if (isReopened) afterwards = 0;
      else if (!isRated && !isCalled && stands.version > before.version)
        throw new Error(`${what} changed a case that had ended`);
    }
  }

  // The record as a whole: what was there before has stayed as it was. An audit takes as long as a life: one in ten has it.
  const whole = await cases.history(caseId);
  if (!isDeepStrictEqual(whole.events, events)) throw new Error("what had happened was changed");
  const finding =
    seed % 10 === 0 ? auditCase(caseId, await cases.rows(caseId, "record"), notAnchored, "record") : undefined;
  if (finding !== undefined) throw new Error(`guarantee 6: ${JSON.stringify(finding)}`);
  if (!isDeepStrictEqual(replay(whole.events), stands))
    throw new Error("guarantee 10: another state comes of the whole");

  // Whatever waits leaves when its time has come, and nothing of it was lost.
  now = later(now, hour);
  for (let round = 0; round < 10; round += 1) {
    await handOver();
    const next = await outbox.nextUnpublished(shardOf(caseId), later(filedAt, -hour));
    if (next === undefined) break;
    now = next > now ? next : now;
  }
  for (const { seq, messages } of events) {
    for (const [position, { kind }] of messages.entries()) {
      if (kind !== "notice" && posted.get(`${seq}.${position}`) !== 1) {
        throw new Error(`message ${seq}.${position} left ${posted.get(`${seq}.${position}`) ?? 0} times`);
      }
    }
  }
  const facts = events.map(({ fact }) => fact.type);
  const revoked = facts.indexOf("answerRevoked");
  const handledAnew = revoked < 0 ? 0 : facts.slice(revoked).filter((type) => type === "stepOpened").length;
  return { status: stands.status, facts, races, handledAnew, sameRefused };
};
