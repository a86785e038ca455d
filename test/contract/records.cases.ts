import { describe, expect } from "vitest";
import { linkCode } from "#access/task-link.ts";
import { Posted } from "#case/outbox/posted.ts";
import { publish } from "#case/outbox/publish.ts";
import { auditRecord } from "#case/store/entry-audit.ts";
import { eventKey, recordOfPartition } from "#case/store/keys.ts";
import { StreamedEvent } from "#case/store/versions.ts";
import type { ClockName } from "#clock/clock.ts";
import { clockKey, shardOf } from "#clock/keys.ts";
import { failureLimit } from "#clock/store.ts";
import type { Instant } from "#ground/instant.ts";
import { linkOfTurn } from "#register/turn-link.ts";
import { anchor } from "../../functions/clock/anchor.ts";
import { actingAs } from "../support/acting.ts";
import { firstBrokenLink } from "../support/chain.ts";
import { memoryShelf } from "../support/memory-shelf.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { type Machine, secret } from "./machine.ts";
import { forEachOf, meetings, stepBack, upTo } from "./moments.ts";
import { beforeRequests } from "./requests.ts";
import { type Subject, subjects } from "./subjects.ts";

const heads = ["CASE", "ENTRY"];

/** The first of some records. */
const oneOf = async ({ place }: Subject, district: District): Promise<string> => {
  const [id] = await place(district, 1);
  if (id === undefined) throw new Error("Nothing was placed");
  return id;
};

/**
 * Two machines whose decisions on a record are both made before either is stored, whatever the record: what is held back is
 * the write of its head. They take turns in going first.
 */
const rivals = (district: District): [Machine, Machine] => {
  const bothDecided = meetings(2);
  const rival = (turn: 0 | 1): Machine => {
    const machine = district.machine();
    const held = new Set<string>();
    beforeRequests(machine.db, async (_, writes) => {
      const head = writes.find(({ key }) => heads.includes(key.sk));
      if (head === undefined || held.has(head.key.pk)) return;
      held.add(head.key.pk);
      await bothDecided(head.key.pk);
      if (shardOf(head.key.pk) % 2 === turn) await stepBack();
    });
    return machine;
  };
  return [rival(0), rival(1)];
};

/** The same moment, again and again: who won each time must vary, or the moment was not the same. */
const expectBothToHaveWon = (winners: readonly string[], one: string, other: string) =>
  expect(new Set(winners)).toEqual(new Set([one, other]));

const nameOf = ({ kind, n }: ClockName): string => `${kind}#${n}`;

/** A record agrees with itself: its events verify as a chain and come to its state, and its running clocks ring at some time. */
const expectSound = async (subject: Subject, district: District, id: string): Promise<void> => {
  const events = await subject.events(district, id);
  expect(firstBrokenLink(events)).toBeUndefined();
  const [read, told] = await subject.states(district, id);
  expect(read).toEqual(told);
  for (const { nextAt, ended } of await district.deadlines.ofCase(id)) {
    expect(nextAt === undefined).toBe(ended !== undefined);
  }
};

const clockOf = async (subject: Subject, district: District, id: string) => {
  const row = (await district.deadlines.ofCase(id)).find(({ clock }) => clock.kind === subject.clock);
  if (row === undefined) throw new Error(`${id} has no ${subject.clock} clock`);
  return row;
};

/** What waits in the outbox of a record: the rows of its events, as the stream gives them. */
const waiting = async (district: District, id: string) =>
  (await district.items()).cases
    .filter(({ pk, sk, outbox }) => recordOfPartition(String(pk)) === id && String(sk).startsWith("EVENT#") && outbox)
    .map((row) => StreamedEvent.parse(row));

const stream = async (district: District, id: string): Promise<void> => {
  for (const image of await waiting(district, id)) await district.publish(image);
};

/** A record of which a clock has caused a mail at midnight, with the place of that mail, and the morning until which it waits. */
const mailedAtNight = async (subject: Subject, district: District) => {
  const { id, to } = await subject.atNight(district);
  await stream(district, id);
  const last = (await district.deadlines.ofCase(id)).filter(({ nextAt }) => nextAt !== undefined);
  const ends = last.map(({ clock: { due } }) => due).sort()[0] ?? "";
  district.turnTo(ends);
  await district.sweep();
  const [event] = await waiting(district, id);
  if (event === undefined) throw new Error(`Nothing of ${id} waits in the outbox`);
  const position = event.event.messages.findIndex(
    (message) => message.kind === "entryMail" || message.kind === "newsMail",
  );
  const message = event.event.messages[position];
  const morning = message && "notBefore" in message ? message.notBefore : undefined;
  if (morning === undefined) throw new Error(`No mail of ${id} waits for the morning`);
  district.posted.mails.splice(0);
  district.posted.signals.splice(0);
  return { id, to, event, mail: { caseId: id, seq: event.event.seq, position }, morning, midnight: ends };
};

const countRings = (swept: { rung: { caseId: string; came: string[] }[] }, id: string): string[] =>
  swept.rung.flatMap((one) => (one.caseId === id ? one.came : []));

/** What the record promises of every kind of record, by the same cases: @param times how often two do something at one moment */
export const records = (it: ContractTest, times: number) =>
  describe.each(subjects)("$name", (subject) => {
    it(`is acted on by one of two browsers with the same link, ${times} times, and the other is told`, async ({
      district,
    }) => {
      const [first, second] = rivals(district);
      const ids = await subject.place(district, times);
      const winners = await forEachOf(ids, async (id) => {
        const shown = await subject.shown(district, id);
        const before = (await subject.events(district, id)).length;
        const came = await Promise.all([subject.act(first, shown), subject.act(second, shown)]);
        expect([...came].sort()).toEqual(["done", "told"]);
        expect(await subject.events(district, id)).toHaveLength(before + 1);
        await expectSound(subject, district, id);
        return came[0] === "done" ? "first" : "second";
      });
      expectBothToHaveWon(winners, "first", "second");
    });

    it(`is moved by its holder and by the sweep at one moment, ${times} times: one is first, the other decides on what that left`, async ({
      district,
    }) => {
      const ids = await subject.place(district, times);
      const links = new Map(await forEachOf(ids, async (id) => [id, await subject.shown(district, id)] as const));
      const due = await Promise.all(ids.map(async (id) => (await clockOf(subject, district, id)).clock.due));
      district.turnTo(due.sort().at(-1) ?? "");
      // The links are shown on a device that is known today.
      for (const id of ids) links.set(id, await subject.shown(district, id));
      const [browser, sweeper] = rivals(district);
      const acts = new Map<string, Promise<"done" | "told">>();
      beforeRequests(sweeper.db, (_, writes) => {
        const head = writes.find(({ key }) => heads.includes(key.sk));
        const id = head && recordOfPartition(head.key.pk);
        const shown = id === undefined ? undefined : links.get(id);
        if (id === undefined || shown === undefined || acts.has(id)) return;
        acts.set(id, subject.act(browser, shown));
      });
      // The listener that begins the act comes before the one that waits for it.
      sweeper.db.listeners.reverse();
      const swept = await sweeper.sweep();
      expect(swept.failed).toBe(0);
      const winners = await forEachOf(ids, async (id) => {
        const act = await acts.get(id);
        const rings = countRings(swept, id);
        const isActFirst = rings.includes("overtaken");
        expect(rings).toEqual(isActFirst ? ["overtaken"] : subject.ends);
        // What is still theirs after its end they may do all the same: it is decided again, on what the sweep has left.
        expect(act).toBe(isActFirst || subject.staysTheirs ? "done" : "told");
        await expectSound(subject, district, id);
        return isActFirst ? "action" : "sweep";
      });
      expectBothToHaveWon(winners, "action", "sweep");
    });

    it("is rung once by two sweeps that overlap", async ({ district }) => {
      const id = await oneOf(subject, district);
      const before = (await subject.events(district, id)).length;
      district.turnTo((await clockOf(subject, district, id)).clock.due);
      const [one, other] = rivals(district);
      const swept = await Promise.all([one.sweep(), other.sweep()]);
      expect(swept.map(({ failed }) => failed)).toEqual([0, 0]);
      const isTold = (what: string) => what === "rang before" || what === "overtaken";
      const came = swept.flatMap((each) => countRings(each, id));
      expect(came.filter(isTold)).toHaveLength(1);
      expect(came.filter((what) => !isTold(what))).toEqual(subject.ends);
      const added = (await subject.events(district, id)).slice(before).map(({ fact }) => fact.type);
      expect(added).toEqual(subject.ends);
      await expectSound(subject, district, id);
      expect(countRings(await district.sweep(), id)).toEqual([]);
    });

    it("ends a clock that was overtaken, and says so", async ({ district }) => {
      const id = await oneOf(subject, district);
      const { clock, nextAt = "" } = await clockOf(subject, district, id);
      const name = { kind: clock.kind, n: clock.n };
      expect(await subject.act(district, await subject.shown(district, id))).toBe("done");
      const before = await district.items();
      expect(await district.ring({ caseId: id, clock: name, nextAt })).toMatchObject({ came: ["overtaken"] });
      expect(await district.items()).toEqual(before);
      await district.put("deadlines", {
        ...{ ...clockKey(id, clock), v: 1, caseId: id, failures: 0, shard: shardOf(id), clock, nextAt },
      });
      district.turnTo(clock.due);
      expect(countRings(await district.sweep(), id)).toContain("overtaken");
      expect(
        (await district.deadlines.ofCase(id)).find(({ clock: one }) => nameOf(one) === nameOf(clock)),
      ).toMatchObject({
        ended: { why: "overtaken" },
      });
    });

    it(`whose record cannot be read is quarantined after ${failureLimit} rings, and keeps no other from ringing`, async ({
      district,
    }) => {
      const [damaged = "", sound = ""] = await subject.place(district, 2);
      district.turnTo((await clockOf(subject, district, sound)).clock.due);
      const { seq = 0 } = (await subject.events(district, damaged)).at(-1) ?? {};
      for (const key of [eventKey(damaged, seq), { ...eventKey(damaged, seq), sk: "CASE" }]) {
        const isThere = (await district.items()).cases.some(({ pk, sk }) => pk === key.pk && sk === key.sk);
        if (isThere) await district.change("cases", key, (row) => ({ ...row, event: { v: 1 }, case: { v: 1 } }));
      }
      const swept = await district.sweep();
      expect(countRings(swept, sound)).toEqual(subject.ends);
      expect(swept).toMatchObject({ failed: 1, quarantined: 0 });
      for (let failures = 2; failures < failureLimit; failures += 1) await district.sweep();
      expect(await district.sweep()).toMatchObject({ failed: 1, quarantined: 1 });
      expect(await district.deadlines.quarantined()).toMatchObject([{ row: { caseId: damaged } }]);
    });

    it("leaves the outbox when its messages have left, once the stream or the redrive has given them", async ({
      district,
    }) => {
      const id = await oneOf(subject, district);
      const held = await waiting(district, id);
      const [first] = held;
      if (first === undefined) throw new Error(`${id} has nothing to tell`);
      const mails = held.flatMap(({ event }) =>
        event.messages.flatMap(({ kind }, position) =>
          kind === "taskMail" || kind === "newsMail" || kind === "entryMail"
            ? [{ caseId: id, seq: event.seq, position }]
            : [],
        ),
      );
      expect(mails.length).toBeGreaterThan(0);
      await district.publish(first);
      district.turnTo("2026-03-02T02:05:00.000Z");
      await district.redrive();
      expect(district.posted.mails).toEqual(mails);
      for (const mail of district.posted.mails) expect(Posted.parse(mail)).toEqual(mail);
      expect(await waiting(district, id)).toEqual([]);
      expect(await district.redrive()).toEqual({ published: 0 });
    });

    it("posts all of an event's messages again when one was refused, or the machine died before the mark", async ({
      district,
    }) => {
      const id = await oneOf(subject, district);
      const held = await waiting(district, id);
      const { outbox } = district;
      const fine = { post: () => Promise.resolve() };
      const full = {
        post: (some: unknown[]) => (some.length > 0 ? Promise.reject(new Error("full")) : Promise.resolve()),
      };
      const dead = { markPublished: () => Promise.reject(new Error("killed")) };
      for (const event of held) {
        const { now } = await district.world();
        await publish({ outbox, mails: full, signals: full })(event, now).catch(() => undefined);
        await publish({ outbox: dead, mails: fine, signals: fine })(event, now).catch(() => undefined);
      }
      expect(await waiting(district, id)).toEqual(held);
      await stream(district, id);
      expect(await waiting(district, id)).toEqual([]);
      expect(district.posted.mails.length + district.posted.signals.length).toBeGreaterThanOrEqual(held.length);
    });

    it("lets a mail that a clock has caused at night wait for the morning, and sends it once", async ({ district }) => {
      const { id, to, event, mail, morning, midnight } = await mailedAtNight(subject, district);
      await district.publish(event);
      expect(district.posted.mails).toEqual([]);
      district.turnTo(minuteBefore(morning));
      await district.redrive();
      expect(district.posted.mails).toEqual([]);
      district.turnTo(morning);
      await district.redrive();
      expect(district.posted.mails).toContainEqual(mail);
      await district.publish({ ...event, outboxAt: midnight });
      expect(await waiting(district, id)).toEqual([]);

      const others = upTo(3).map(() => district.machine());
      await Promise.allSettled([district, ...others].map((machine) => machine.sendMail(mail)));
      expect(await district.sendMail(mail)).toBe("sent before");
      expect([district, ...others].flatMap((machine) => machine.letters).map((letter) => letter.to)).toEqual([to]);
    });

    it("has a mail on which another has begun sent only when that one has surely died", async ({ district }) => {
      const { id, mail, morning, midnight } = await mailedAtNight(subject, district);
      district.turnTo(morning);
      await district.outbox.takeMail(id, mail.seq, mail.position, { at: morning, dead: midnight });
      await expect(district.sendMail(mail)).rejects.toThrow("Another sender is at this email");
      district.turnTo(new Date(Date.parse(morning) + 8 * 60_000).toISOString());
      expect(await district.sendMail(mail)).toBe("sent");
    });

    it("is proved by its chain and by the anchors, and one changed letter is found", async ({ district }) => {
      const id = await oneOf(subject, district);
      await subject.act(district, await subject.shown(district, id));
      const shelf = memoryShelf();
      const { now } = await district.world();
      const anchors = actingAs("Anchor", anchor({ cases: district.cases, shelf, now: () => Promise.resolve(now) }));
      expect(await anchors()).toMatchObject({ findings: [] });
      const audit = async () => auditRecord(id, await district.cases.rows(id));
      expect(await audit()).toBeUndefined();
      const kept = await district.items();
      await district.change("cases", eventKey(id, 1), ({ event, ...row }) => ({
        ...row,
        event: { ...Object(event), at: "2026-03-02T01:59:59.000Z" },
      }));
      expect(await audit()).toMatchObject({ of: id, entry: "event", number: 1, wrong: "changed" });
      expect(await anchors()).toMatchObject({ findings: [{ of: id, number: 1, wrong: "changed" }] });
      await district.put("cases", ...kept.cases);
      expect(await audit()).toBeUndefined();
      await district.remove("cases", eventKey(id, 1));
      expect(await audit()).toMatchObject({ entry: "event", number: 1, wrong: "missing" });
    });

    it("names nobody and tells nothing that was written, in what leaves and in the record", async ({ district }) => {
      const id = await oneOf(subject, district);
      await subject.act(district, await subject.shown(district, id));
      await stream(district, id);
      const stored = JSON.stringify([(await district.items()).cases, district.posted]);
      for (const word of ["已经还回", "建议切合实际", "本单位没有异议"]) expect(stored).not.toContain(word);
    });
  });

/** What holds of entries alone: who may come with their links. */
export const entryLinks = (it: ContractTest) =>
  describe("the link to an entry of a register", () => {
    const proposal = subjects.find(({ name }) => name === "a proposal");
    if (proposal === undefined) throw new Error("No proposals are tested");

    it("opens with the digits of its mail, of which wrong ones are counted", async ({ district }) => {
      const id = await oneOf(proposal, district);
      const { token } = await proposal.shown(district, id);
      const digits = linkCode(secret, linkOfTurn(id, (await district.entries.load(id))?.turn ?? noTurn));
      const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
      const open = (code?: string) => district.entryTask.open({ token, session: undefined, code });
      expect(await open()).toMatchObject({ kind: "unrecognised", unrecognised: { because: "asked" } });
      expect(await open("12")).toMatchObject({ unrecognised: { because: "noDigits" } });
      for (let tried = 0; tried < 5; tried += 1) {
        expect(await open(wrong)).toMatchObject({ unrecognised: { because: "wrongDigits" } });
      }
      expect(await open(digits)).toMatchObject({ unrecognised: { because: "wait" } });
      const { now } = await district.world();
      district.turnTo(new Date(Date.parse(now) + 2 * 60_000).toISOString());
      expect(await open(digits)).toMatchObject({ kind: "open", acts: ["answer"] });
    });

    it("is known at its own door alone, and that of a case is not known there", async ({ district }) => {
      const [petition] = subjects;
      const entry = await proposal.shown(district, await oneOf(proposal, district));
      expect(await district.task.open(entry)).toEqual({ kind: "unknown" });
      const caseId = petition === undefined ? "" : await oneOf(petition, district);
      expect(await district.entryTask.open(await district.shown(caseId))).toEqual({ kind: "unknown" });
    });

    it("changes nothing by a form with a mistake, and names its field", async ({ district }) => {
      const id = await oneOf(proposal, district);
      const shown = await proposal.shown(district, id);
      const before = await district.items();
      const acted = await district.entryTask.act(shown, "answer", { answer: "perhaps", reason: " " });
      expect(acted).toMatchObject({ kind: "problems", problems: { answer: "unknown", reason: "missing" } });
      expect(await district.entryTask.act(shown, "issue", {})).toMatchObject({ kind: "problems", problems: {} });
      expect(await district.items()).toEqual(before);
    });

    it("leads a proposal through answer and report to its end, each told to whoever began it", async ({ district }) => {
      const id = await oneOf(proposal, district);
      expect(await proposal.act(district, await proposal.shown(district, id))).toBe("done");
      const report = { on: "2026-03-02", done: "已改派单流程" };
      const reported = await district.entryTask.act(await proposal.shown(district, id), "reportDone", report);
      expect(reported).toMatchObject({ kind: "done", entry: { state: "carriedOut", running: [] } });
      const told = (await district.entries.history(id)).map(({ messages }) =>
        messages.map(({ to, says }) => `${says} ${to}`),
      );
      expect(told).toEqual([
        ["yours bureau-handler"],
        ["yours bureau-head"],
        ["yours housing-head", "toldDone bureau-handler"],
        ["yours housing-head", "toldDone bureau-handler", "toldDone bureau-head"],
        ["toldDone bureau-handler", "toldDone bureau-head"],
      ]);
      expect(auditRecord(id, await district.cases.rows(id))).toBeUndefined();
    });
  });

const noTurn = { no: 1, unit: "", staff: "" };

const minuteBefore = (moment: Instant): Instant => new Date(Date.parse(moment) - 60_000).toISOString();
