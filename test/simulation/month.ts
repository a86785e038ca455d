import { sessionCookie } from "#access/device-session.ts";
import { carryOut } from "#case/acts/carry-out.ts";
import { allJudges } from "#case/acts/decide.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import type { StaffActName, StaffCommand } from "#case/acts/staff-acts.ts";
import { readPetition } from "#case/forms/petition-form.ts";
import { departuresOf, firstOf } from "#case/outbox/departures.ts";
import type { PostedMail, PostedTogether } from "#case/outbox/posted.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { isUnheard } from "#case/state/hearing.ts";
import { linkOf } from "#case/state/link-of.ts";
import { partsIn, stationOf } from "#case/state/standing.ts";
import type { HeldPart } from "#case/state/turn.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import { dayAfter, districtDate, isWorkingTime } from "#clock/period.ts";
import type { Directory } from "#directory/directory.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { TryLater } from "#lambda/try-later.ts";
import type { Mail } from "#mail/mail.ts";
import { readSamples } from "../../local/samples.ts";
import { memoryBackend } from "../contract/backend.ts";
import { secret, startMachine, tokenFor } from "../contract/machine.ts";
import { heard, reply } from "../contract/samples.ts";
import { demoDistrict } from "../fixtures/demo-district.ts";
import { commandOf, type Move } from "../unit/case/any-history.ts";
import { type Chances, chancesOf } from "./random.ts";
import { fakeWorkflow } from "./workflow.ts";

/** A mail as it left: when, to whom, what kind it was, and what it said. */
export type Left = { at: Instant; on: DistrictDate; to: string; kind: string; mail: Mail };

/** All mails from the first day on, and those of the counted month; the cases as they stand at its end; whose they are. */
export type Month = { all: Left[]; mails: Left[]; cases: Case[]; days: DistrictDate[]; directory: Directory };

/**
 * A month runs in before it, so that cases of all ages are there; then the mails of the next are counted. Life goes on
 * until the mails that wait for the end of the holidays have left.
 */
const [filingFrom, countedFrom, countedTo, livesTo] = ["2026-03-02", "2026-04-01", "2026-05-01", "2026-05-06"] as const;
/** Petitions on a working day: ninety in the two months. */
const perDay = 2;

const moment = (day: DistrictDate, time: string): Instant => new Date(`${day}T${time}:00+08:00`).toISOString();

/** When people sit down to their cases, and when they file. */
const atDesk = ["09:30", "14:30"];
const filing = ["08:50", "09:10", "11:05", "15:40", "20:15"] as const;

/** The moments of a day: a sweep's, a redrive's and a digest's work is done at each. */
const momentsOf = (day: DistrictDate): Instant[] => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const times = hours.flatMap((hour) => {
    const minutes = hour >= 8 && hour < 18 ? [0, 10, 20, 30, 35, 40, 45, 50] : [1, 15];
    return minutes.map((minute) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  });
  return [...new Set([...times, ...filing])].toSorted().map((time) => moment(day, time));
};

const daysFrom = (from: DistrictDate, to: DistrictDate): DistrictDate[] => {
  const days: DistrictDate[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
};

/** What whoever has a turn means to do, and after how many days; those without an act let it pass. */
type Plan = { from: DistrictDate; act?: StaffCommand };

const text = "按程序办理，情况已向信访人说明。";
const reportUpward: StaffCommand = { command: "reportUpward", reason: text };
const handBack: StaffCommand = { command: "handBack", reason: text };
const askExtension: StaffCommand = { command: "askExtension", days: 12, reason: text };
const accept: StaffCommand = { command: "accept" };
const notAccept: StaffCommand = { command: "notAccept", ground: "court", where: undefined, explanation: text };
const settled: StaffCommand = { command: "proposeSettlement", terms: text, done: "already", promisedFor: undefined };

/** How often a level does what, of a hundred; the rest lets its time pass. */
const habits: Record<string, readonly (readonly [number, StaffCommand])[]> = {
  bureau: [
    [75, accept],
    [10, notAccept],
  ],
  community: [
    [35, settled],
    [25, reportUpward],
  ],
  township: [
    [30, reply],
    [15, settled],
    [12, askExtension],
    [8, handBack],
    [10, reportUpward],
  ],
  department: [
    [45, reply],
    [15, askExtension],
    [8, handBack],
    [4, reportUpward],
  ],
  leader: [
    [20, handBack],
    [20, reply],
  ],
};

const planFor = (c: Case, chances: Chances, today: DistrictDate): Plan => {
  const level = c.status === "screening" ? "bureau" : "level" in c ? c.level : "community";
  let drawn = chances.below(100);
  const from = dayAfter(today, 1 + chances.below(9));
  for (const [share, act] of habits[level] ?? []) {
    if (drawn < share) return { from, act };
    drawn -= share;
  }
  return { from };
};

/** What a petitioner does on a day, when something waits for them. */
const petitionerMove = (c: Case, chances: Chances): Move | undefined => {
  if (!chances.happens(0.3)) return undefined;
  switch (c.status) {
    case "handling":
      return c.settlement === undefined ? undefined : { move: chances.happens(0.7) ? "agree" : "decline" };
    case "performing":
      return { move: chances.happens(0.7) ? "confirm" : "deny" };
    case "delivering":
      return { move: "openAnswer" };
    default:
      return undefined;
  }
};

/**
 * Lives two months of the demo district from a seed, in its own time, with the real use cases on tables in memory: people
 * who file, colleagues who do what is theirs, let it pass, ask for more time or hand it back, petitioners who confirm their
 * address or do not, sweeps, redrives and morning digests. What is due to happen at a desk happens at that desk's hours.
 */
export const liveMonth = async (seed: number): Promise<Month> => {
  const chances = chancesOf(seed);
  const directory = demoDistrict();
  const calendar = chineseCalendar();
  const samples = await readSamples();
  const workflow = fakeWorkflow();
  const all: Left[] = [];
  const ids: string[] = [];
  const plans = new Map<string, Plan>();
  /** Those who never look again. */
  const silent = new Set<string>();
  let now: Instant = moment(filingFrom, "00:00");

  const machine = startMachine(memoryBackend().connect(), memoryBackend().names, () => Promise.resolve(now), {
    directory,
    workflow: workflow.store,
    commit: async (change, stored) => {
      await stored.commit(change);
      for (const event of change.events) {
        const outboxAt = firstOf(departuresOf(event));
        if (outboxAt !== undefined && outboxAt <= now) await machine.publish({ event, outboxAt });
      }
    },
  });
  const carry = carryOut(
    { cases: machine.cases, world: machine.world, linkHash: () => Promise.resolve("") },
    allJudges,
  );

  const kindOf = async (posted: PostedMail | PostedTogether): Promise<string> => {
    if ("together" in posted) return "together";
    if (!("caseId" in posted)) return "digest";
    const message = (await machine.outbox.event(posted.caseId, posted.seq))?.messages[posted.position];
    if (message?.kind === "taskMail") return message.ask;
    if (message?.kind === "dutyMail") return "duty";
    return message?.kind === "newsMail" ? `news: ${message.news}` : "";
  };

  /** Sends one posted mail, and notes what of it left. */
  const send = async (posted: PostedMail | PostedTogether): Promise<void> => {
    const before = machine.letters.length;
    if ("digest" in posted) await machine.sendDigest(posted);
    else if ("together" in posted) await machine.sendTogether(posted);
    else await machine.sendMail(posted);
    for (const mail of machine.letters.slice(before)) {
      all.push({ at: now, on: districtDate(now), to: mail.to, kind: await kindOf(posted), mail });
      await confirmMailbox(mail);
    }
  };

  /** Four in five of those who are asked whether the address is theirs say so, as they were when they filed. */
  const confirmMailbox = async (mail: Mail): Promise<void> => {
    const token = /\/mailbox\?link=([\w-]+)/.exec(mail.text)?.[1];
    if (token !== undefined && !mail.to.endsWith("5@mail.example")) await machine.answerForMailbox(token, "confirmed");
  };

  const deliver = async (): Promise<void> => {
    for (const signal of machine.posted.signals.splice(0)) await machine.signal(signal);
    for (const mail of [...machine.posted.mails.splice(0), ...machine.postedAgain.splice(0)]) {
      await send(mail).catch((error: unknown) => {
        if (!(error instanceof TryLater)) throw error;
        machine.posted.mails.push(...("caseId" in mail ? [mail] : []));
      });
    }
    const after = async (caseId: string) => {
      const c = await machine.cases.load(caseId);
      return c && stationOf(c);
    };
    await workflow.run({ openStep: machine.openStep, after });
  };

  const file = async (): Promise<void> => {
    const [first, ...rest] = samples;
    if (first === undefined) throw new Error("The demo district has no samples");
    const sample = chances.oneOf([first, ...rest]);
    const category = chances.happens(0.12) ? "imminent-danger" : sample.category;
    const email = chances.happens(0.6) ? { email: `petitioner-${ids.length}@mail.example` } : { email: "" };
    const typed = { ...sample, ...email, category, submission: crypto.randomUUID() };
    const read = readPetition(typed, directory);
    if ("problems" in read) throw new Error(`The form is refused: ${JSON.stringify(read)}`);
    ids.push((await machine.file(read.petition)).petition.id);
  };

  const acts = async (c: Case, { staff, stepNo, assignment }: HeldPart, act: StaffCommand) => {
    const [cookie = ""] = sessionCookie(secret, staff, districtDate(now), "http://localhost").split(";");
    const session = cookie.slice(cookie.indexOf("=") + 1);
    await machine.task.act({ token: tokenFor(linkOf(c, { staff, stepNo, assignment })), session }, act);
  };

  /** What a part of the case does at this hour, if anything. */
  const atTheDesk = async (caseId: string, c: Case, part: HeldPart): Promise<void> => {
    const world = await machine.world();
    const offered = new Set<StaffActName>(offeredTo(part.role, c, world));
    const turn = `${caseId} ${part.role} ${part.stepNo} ${part.assignment}`;
    const today = districtDate(now);
    if (offered.has("approveExtension")) {
      if (chances.happens(0.4)) await acts(c, part, { command: "approveExtension" });
      else if (chances.happens(0.2)) await acts(c, part, { command: "refuseExtension", reason: text });
      return;
    }
    if (offered.has("acknowledge") && chances.happens(0.6)) {
      await acts(c, part, { command: "acknowledge" });
      return;
    }
    if (offered.has("reportPerformance") && chances.happens(0.4)) {
      await acts(c, part, { command: "reportPerformance", performed: text });
      return;
    }
    if (offered.has("recordDelivery") && chances.happens(0.1)) {
      await acts(c, part, { command: "recordDelivery", how: "byPost", on: today, tracking: undefined });
      return;
    }
    const plan = plans.get(turn) ?? planFor(c, chances, today);
    plans.set(turn, plan);
    if (plan.act?.command === "reply" && plan.from <= today && isUnheard(c) && offered.has("recordContact")) {
      await acts(c, part, { ...heard, on: today });
      return;
    }
    if (plan.act === undefined || plan.from > today || !offered.has(plan.act.command)) return;
    await acts(c, part, plan.act);
    plans.set(turn, { from: dayAfter(today, 4), ...(plan.act.command === "askExtension" && { act: reply }) });
  };

  const desks = async (): Promise<void> => {
    for (const id of ids) {
      const c = await machine.cases.load(id);
      if (c === undefined || hasEnded(c)) continue;
      for (const part of partsIn(c)) await atTheDesk(id, (await machine.cases.load(id)) ?? c, part);
      const stands = await machine.cases.load(id);
      const move = stands && !silent.has(id) ? petitionerMove(stands, chances) : undefined;
      const command = stands && move && commandOf({ state: stands, now }, move);
      if (command !== undefined) await carry(id, command);
    }
  };

  const lives = async (day: DistrictDate): Promise<void> => {
    const isWorkday = isWorkingTime(calendar, moment(day, "10:00"));
    const filed =
      isWorkday && day <= countedTo ? Array.from({ length: perDay }, () => moment(day, chances.oneOf(filing))) : [];
    const desk = isWorkday ? atDesk.map((time) => moment(day, time)) : [];
    for (const at of [...momentsOf(day), ...desk].toSorted()) {
      now = at;
      for (const when of filed) if (when === now) await file();
      if (desk.includes(now)) await desks();
      await machine.redrive();
      await deliver();
      await machine.sweep();
      await deliver();
      if (now === moment(day, "08:30") || now === moment(day, "08:45")) {
        for (const posted of await machine.morning()) await send(posted);
      }
    }
  };

  for (const day of daysFrom(filingFrom, livesTo)) {
    await lives(day);
    for (const id of ids.slice(-perDay)) if (chances.happens(0.3)) silent.add(id);
  }
  machine.stop();
  const [failure] = machine.failures;
  if (failure !== undefined) throw failure.error;
  const cases = await Promise.all(ids.map((id) => machine.cases.load(id)));
  return {
    all,
    mails: all.filter(({ on }) => on >= countedFrom && on <= countedTo),
    cases: cases.flatMap((c) => c ?? []),
    days: daysFrom(countedFrom, countedTo).filter((day) => isWorkingTime(calendar, moment(day, "10:00"))),
    directory,
  };
};
