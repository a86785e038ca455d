import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { sessionName } from "#access/device-session.ts";
import { readPetition } from "#case/forms/petition-form.ts";
import type { Posted } from "#case/outbox/posted.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { StreamedEvent } from "#case/store/versions.ts";
import { caseNumber } from "#directory/case-number.ts";
import { numberOf } from "#ground/ids.ts";
import type { Reply } from "#lambda/reply.ts";
import { jpeg } from "../fixtures/photos.ts";
import { directory } from "../unit/case/district.ts";
import { letter } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import type { Machine, MachineOptions } from "./machine.ts";
import { forEachOf, upTo } from "./moments.ts";
import { placeAtDepartment } from "./placed.ts";
import { rivals } from "./rivals.ts";
import { bureauStaff, heard, personal, reply, reportUpward } from "./samples.ts";
import { sends } from "./sending.ts";
import { expectSound } from "./soundness.ts";

const elsewhere = "203.0.113.8";
const merging = { by: bureauStaff, asks: [1] };

/** A workflow of which nothing is asked but to begin. */
const workflow: NonNullable<MachineOptions["workflow"]> = {
  start: () => Promise.resolve(),
  tell: () => Promise.resolve("told"),
  isRunning: () => Promise.resolve(true),
};

const merges = async (machine: Machine, lead: string, member: string) => {
  const came = await machine.merge({ lead, member }, merging);
  if (came.kind === "refused") throw new Error(`Not merged: ${came.refusal}`);
  return came.after;
};

/** What the stream gives: the rows of events in the outbox, as they are now. */
const leaves = async (district: District, machine: Machine): Promise<Posted[]> => {
  const waiting = (await district.items()).cases.filter(
    ({ sk, outbox }) => String(sk).startsWith("EVENT#") && outbox !== undefined,
  );
  for (const row of waiting) await machine.publish(StreamedEvent.parse(row));
  return machine.posted.signals.splice(0);
};

/** What has happened leaves, and what comes of it elsewhere comes about, until nothing is left. */
const settles = async (district: District, machine: Machine): Promise<string[]> => {
  const came: string[] = [];
  for (;;) {
    const signals = await leaves(district, machine);
    if (signals.length === 0) return came;
    for (const posted of signals) {
      const event = await machine.outbox.event(posted.caseId, posted.seq);
      const does = await machine.signal(posted);
      if (event?.messages[posted.position]?.kind === "carry") came.push(does);
    }
  }
};

const factsOf = async (district: District, caseId: string): Promise<CaseEvent["fact"][]> =>
  (await district.cases.history(caseId)).events.map(({ fact }) => fact);

/** @param races how often two do it at one moment. */
export const mergers = (it: ContractTest, races: number) =>
  describe("petitions that are handled together", () => {
    it("a group of 50 is answered by 50 letters: each has its number, its code, its rights", async ({ district }) => {
      const machine = district.machine({ workflow });
      const ids = await placeAtDepartment(district, 49);
      const lead = await district.atDepartment();
      await forEachOf([lead, ...ids], (caseId) => district.act(caseId, heard));
      // One after the other: each is one transaction on the case that leads.
      for (const member of ids) await merges(machine, lead, member);
      expect((await district.load(lead)).members).toEqual(ids);
      await district.act(lead, {
        command: "reply",
        ...letter,
        facts: "CANARY-facts",
        rule: "CANARY-rule",
        decision: "CANARY-decision",
      });
      const came = await settles(district, machine);
      expect(came.filter((one) => one === "carried over")).toHaveLength(49);

      const letters = await forEachOf([lead, ...ids], async (caseId) => {
        const c = await district.load(caseId);
        if (c.status !== "delivering") throw new Error(`${caseId} is ${c.status}`);
        await expectSound(district, caseId);
        return c.letter;
      });
      expect(new Set(letters.map(({ number }) => number)).size).toBe(50);
      expect(new Set(letters.map(({ hash }) => hash)).size).toBe(50);
      // The same words, sealed for each: no name of a text is that of another case.
      expect(new Set(letters.flatMap(({ facts, rule }) => [facts, rule])).size).toBe(100);
      expect(JSON.stringify(await district.items())).not.toContain("CANARY");
      // Carried again, nothing more comes of it.
      const { events } = await district.cases.history(lead);
      const replied = events.findIndex(({ fact }) => fact.type === "replied");
      const message = events[replied]?.messages.findIndex(({ kind }) => kind === "carry") ?? -1;
      const again = { caseId: lead, seq: replied + 1, position: message };
      expect(await machine.signal(again)).toBe("merged no more");
    });

    it("each of them opens its own letter with its own code, which begins its own time for a review", async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const [lead, member] = [await district.atDepartment(), await district.atDepartment()];
      for (const caseId of [lead, member]) await district.act(caseId, heard);
      await merges(machine, lead, member);
      await district.act(lead, { command: "reply", ...letter, decision: "CANARY-decision" });
      await settles(district, machine);
      await district.follow(member);
      const followed = await district.petitioner.see(member);
      expect(followed?.petition.status).toBe("window");
      expect([...(followed?.texts.values() ?? [])]).toContain("CANARY-decision");
      expect(followed?.requests).toEqual([personal.ask]);
      expect((await district.load(lead)).status).toBe("delivering");
      // Whoever wrote the answer delivers both, and may correct each.
      expect((await district.load(member)).running.map(({ clock }) => clock.kind)).toContain("review");
    });

    it("what is carried to two machines at a moment comes of it once", async ({ district }) => {
      const machine = district.machine({ workflow });
      const [lead, member] = [await district.atDepartment(), await district.atDepartment()];
      for (const caseId of [lead, member]) await district.act(caseId, heard);
      await merges(machine, lead, member);
      await district.act(lead, reply);
      const [first, second] = [district.machine({ workflow }), district.machine({ workflow })];
      const signals = await leaves(district, machine);
      await Promise.all([first, second].flatMap((one) => signals.map((posted) => one.signal(posted))));
      const facts = await factsOf(district, member);
      expect(facts.filter(({ type }) => type === "repliedWithLead")).toHaveLength(1);
      await expectSound(district, member);
    });

    it("its petitioner has it handled for itself, and the lead is left with one less", async ({ district }) => {
      const machine = district.machine({ workflow });
      const [lead, member] = [await district.atDepartment(), await district.atDepartment()];
      for (const caseId of [lead, member]) await district.act(caseId, heard);
      await merges(machine, lead, member);
      const key = district.keyTo(member);
      const { told: saw } = await district.load(member);
      const asked = { command: { command: "handleAlone" }, saw } as const;
      expect(await machine.ownAffairs.act(key, elsewhere, asked, key.phoneTail)).toMatchObject({
        petition: { status: "accepted", goingTo: "department" },
      });
      await settles(district, machine);
      expect((await district.load(lead)).members).toBeUndefined();
      // The lead's answer is not theirs any more.
      await district.act(lead, reply);
      await settles(district, machine);
      expect((await district.load(member)).status).toBe("accepted");
      await district.arrive(member);
      expect((await district.load(member)).status).toBe("handling");
      for (const caseId of [lead, member]) await expectSound(district, caseId);
    });

    it("whoever leads withdraws, and the others go on for themselves; what they add reaches who has the lead", async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const [lead, member] = [await district.atDepartment(), await district.atDepartment()];
      for (const caseId of [lead, member]) await district.act(caseId, heard);
      await merges(machine, lead, member);
      const key = district.keyTo(member);
      const { told } = await district.load(member);
      const act = { command: "addMaterial", material: "CANARY" } as const;
      await machine.material.add(key, elsewhere, { act, saw: told, wholePhone: key.phoneTail });
      await settles(district, machine);
      expect((await factsOf(district, lead)).at(-1)).toMatchObject({ type: "memberBrought", member });

      const own = district.keyTo(lead);
      const { told: saw } = await district.load(lead);
      const withdraw = { command: { command: "withdraw", understood: "yes" }, saw } as const;
      await machine.ownAffairs.act(own, elsewhere, withdraw, own.phoneTail);
      await settles(district, machine);
      expect((await factsOf(district, member)).at(-1)).toMatchObject({ type: "unmerged", why: "leadWithdrawn" });
      for (const caseId of [lead, member]) await expectSound(district, caseId);
    });

    /** A network of their own for the petitioner of each case: wrong keys are counted by network, and so are right ones. */
    const homeOf = (caseId: string): string => {
      const n = Number(numberOf(caseId).split("-").at(-1));
      return `10.${Math.floor(n / 256)}.${n % 256}.8`;
    };
    /** The petitioner withdraws. */
    const withdrawn = async (district: District, machine: Machine, lead: string) => {
      const own = district.keyTo(lead);
      const { told: saw } = await district.load(lead);
      const withdraw = { command: { command: "withdraw", understood: "yes" }, saw } as const;
      const done = await machine.ownAffairs.act(own, homeOf(lead), withdraw, own.phoneTail);
      if ("barred" in done) throw new Error(`${lead} is not withdrawn: ${done.barred}`);
    };
    /** Carries the withdrawal of a case to one that it concerns. */
    const carriedTo = async (district: District, machine: Machine, from: string) => {
      const { events } = await district.cases.history(from);
      const event = events.findLast(({ fact }) => fact.type === "withdrawalDeclared");
      const positions = new Map(
        event?.messages.flatMap((message, position) =>
          message.kind === "carry" ? [[message.to, position] as const] : [],
        ),
      );
      return (to: string, by: Machine = machine) =>
        by.signal({ caseId: from, seq: event?.seq ?? 0, position: positions.get(to) ?? -1 });
    };

    it("whoever leads withdraws: the one filed first leads the others, whose letters come with its answer", async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const [lead, first, second, third] = (await placeAtDepartment(district, 4)).toSorted();
      if (lead === undefined || first === undefined || second === undefined || third === undefined)
        throw new Error("Not four");
      const all = [lead, first, second, third];
      await forEachOf(all, (caseId) => district.act(caseId, heard));
      // Merged in another order than filed.
      for (const member of [third, first, second]) await merges(machine, lead, member);
      const before = await district.load(second);
      await withdrawn(district, machine, lead);
      await settles(district, machine);
      expect(await district.load(lead)).toMatchObject({ status: "withdrawing", leadPassedTo: first });
      const next = await district.load(first);
      expect(next).toMatchObject({ status: "accepted", goingTo: "department" });
      expect(new Set(next.members)).toEqual(new Set([second, third]));
      const follows = await district.load(second);
      expect(follows).toMatchObject({ status: "merged", lead: first, asks: [1] });
      expect(follows.running).toEqual(before.running);
      expect((await factsOf(district, second)).at(-1)).toMatchObject({ type: "leadChanged", from: lead, lead: first });
      // Taken up again, the one that led goes on for itself.
      const own = district.keyTo(lead);
      const undo = { command: { command: "undoWithdrawal" }, saw: (await district.load(lead)).told } as const;
      await machine.petitioner.act(own, elsewhere, undo, own.phoneTail);
      await settles(district, machine);
      expect((await district.load(lead)).members).toBeUndefined();
      await district.arrive(first);
      await district.act(first, reply);
      const came = await settles(district, machine);
      expect(came.filter((one) => one === "carried over")).toHaveLength(2);
      for (const caseId of [second, third]) expect((await district.load(caseId)).status).toBe("delivering");
      for (const caseId of all) await expectSound(district, caseId);
    });

    it(`a withdrawn lead is carried to all at once and twice, ${races / 4} times: one leads, and the others follow it`, async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const ids = (await placeAtDepartment(district, races)).toSorted();
      await forEachOf(ids, (caseId) => district.act(caseId, heard));
      const leaders = await forEachOf(upTo(races / 4), async (n) => {
        const group = ids.slice(4 * (n - 1), 4 * n);
        const [lead = "", ...members] = group;
        for (const member of members) await merges(machine, lead, member);
        await withdrawn(district, machine, lead);
        const carry = await carriedTo(district, machine, lead);
        const machines = [machine, district.machine({ workflow })];
        // One that has lost too many races is carried again, as its queue does.
        await Promise.allSettled(machines.flatMap((one) => members.map((member) => carry(member, one))));
        for (const member of members) await carry(member);
        const states = await Promise.all(members.map((member) => district.load(member)));
        const [next, ...others] = states.filter(({ members: led }) => led !== undefined);
        expect(others).toEqual([]);
        expect(next?.members?.toSorted()).toEqual(members.filter((id) => id !== next?.id).toSorted());
        for (const one of states)
          if (one.id !== next?.id) expect(one).toMatchObject({ status: "merged", lead: next?.id });
        const facts = await factsOf(district, lead);
        expect(facts.filter(({ type }) => type === "leadPassed")).toHaveLength(1);
        for (const caseId of group) await expectSound(district, caseId);
        return members.indexOf(next?.id ?? "");
      });
      expect(new Set(leaders)).toEqual(new Set([0]));
    });

    it(`a new lead and its petitioner's word that it goes alone, ${races} times: it does the one or the other`, async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const ids = (await placeAtDepartment(district, 3 * races)).toSorted();
      await forEachOf(ids, (caseId) => district.act(caseId, heard));
      const [carrier, petitioner] = rivals(district);
      const winners = await forEachOf(upTo(races), async (n) => {
        const [lead = "", first = "", second = ""] = ids.slice(3 * (n - 1), 3 * n);
        for (const member of [first, second]) await merges(machine, lead, member);
        await withdrawn(district, machine, lead);
        const carry = await carriedTo(district, machine, lead);
        const key = district.keyTo(first);
        const { told: saw } = await district.load(first);
        const alone = { command: { command: "handleAlone" }, saw } as const;
        await Promise.all([carry(first, carrier), petitioner.ownAffairs.act(key, homeOf(first), alone, key.phoneTail)]);
        await carry(second);
        const leads = (await district.load(first)).members !== undefined;
        const parted = (await factsOf(district, first)).filter(({ type }) => type === "unmerged");
        expect(parted).toMatchObject([{ why: leads ? "leadsNow" : "petitioner" }]);
        expect(await district.load(second)).toMatchObject(
          leads ? { status: "merged", lead: first } : { status: "accepted", goingTo: "department" },
        );
        for (const caseId of [lead, first, second]) await expectSound(district, caseId);
        return leads ? "led" : "alone";
      });
      expect(new Set(winners)).toEqual(new Set(["led", "alone"]));
    });

    it(`one that follows and its petitioner's withdrawal, ${races} times: the new lead keeps none that has gone`, async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const ids = (await placeAtDepartment(district, 3 * races)).toSorted();
      await forEachOf(ids, (caseId) => district.act(caseId, heard));
      const [carrier, petitioner] = rivals(district);
      const winners = await forEachOf(upTo(races), async (n) => {
        const [lead = "", first = "", second = ""] = ids.slice(3 * (n - 1), 3 * n);
        for (const member of [first, second]) await merges(machine, lead, member);
        await withdrawn(district, machine, lead);
        const carry = await carriedTo(district, machine, lead);
        await carry(first);
        await Promise.all([carry(second, carrier), withdrawn(district, petitioner, second)]);
        const followed = (await factsOf(district, second)).some(({ type }) => type === "leadChanged");
        if (followed) {
          // Their page did not say so yet: they read it, and withdraw.
          if ((await district.load(second)).status === "merged") await withdrawn(district, machine, second);
          await (await carriedTo(district, machine, second))(first);
        }
        const [next, gone] = [await district.load(first), await district.load(second)];
        expect([gone.status, next.members, next.status]).toEqual(["withdrawing", undefined, "accepted"]);
        for (const caseId of [lead, first, second]) await expectSound(district, caseId);
        return followed ? "followed" : "gone before";
      });
      expect(new Set(winners)).toEqual(new Set(["followed", "gone before"]));
    });

    it(`a merger and a ring of its step, ${races} times: one moves the petition, the other is told`, async ({
      district,
    }) => {
      const ids = await placeAtDepartment(district, 2 * races);
      const [leads, members] = [ids.slice(0, races), ids.slice(races)];
      await forEachOf(members, (caseId) => district.act(caseId, heard));
      district.turnTo("2026-03-20T02:00:00.000Z");
      const [bureau, sweeper] = rivals(district);
      const winners = await forEachOf(upTo(races), async (n) => {
        const [lead = "", member = ""] = [leads[n - 1], members[n - 1]];
        const row = (await district.deadlines.ofCase(member)).find(({ clock }) => clock.kind === "step");
        if (row?.nextAt === undefined) throw new Error(`No step of ${member} runs`);
        const { kind, n: of } = row.clock;
        const [merger, ring] = await Promise.all([
          bureau.merge({ lead, member }, merging),
          sweeper.ring({ caseId: member, clock: { kind, n: of }, nextAt: row.nextAt }),
        ]);
        const rang = (await factsOf(district, member)).some(({ type }) => type === "stepOverdue");
        // Whichever came first: a petition that has moved up meanwhile is merged on its way there.
        expect(merger.kind).toBe("done");
        expect(ring.came).toEqual([rang ? "stepOverdue" : "overtaken"]);
        expect((await district.load(member)).status).toBe("merged");
        for (const caseId of [lead, member]) await expectSound(district, caseId);
        return rang ? "ring" : "merger";
      });
      expect(new Set(winners)).toEqual(new Set(["ring", "merger"]));
    });

    it(`a merger and the answer of either, ${races / 4} times: what is answered is merged with nothing`, async ({
      district,
    }) => {
      const ids = await placeAtDepartment(district, races / 2);
      const [leads, members] = [ids.slice(0, races / 4), ids.slice(races / 4)];
      await forEachOf(members, (caseId) => district.act(caseId, heard));
      const [bureau, handler] = rivals(district);
      const winners = await forEachOf(upTo(races / 4), async (n) => {
        const [lead = "", member = ""] = [leads[n - 1], members[n - 1]];
        const shown = await district.shown(member);
        const [merger, answer] = await Promise.all([
          bureau.merge({ lead, member }, merging),
          handler.task.act(shown, reply),
        ]);
        const { status } = await district.load(member);
        if (merger.kind === "done") expect([status, answer.kind]).toEqual(["merged", "past"]);
        else expect([status, answer.kind, merger.refusal]).toEqual(["delivering", "done", "notMergeable"]);
        for (const caseId of [lead, member]) await expectSound(district, caseId);
        return merger.kind;
      });
      expect(new Set(winners)).toEqual(new Set(["done", "refused"]));
    });

    it("is read by whoever has the lead, with what its petitioner wrote and not who that is, a few at a time", async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const lead = await district.atDepartment();
      const members = await placeAtDepartment(district, 12);
      await forEachOf(members, (caseId) => district.act(caseId, heard));
      for (const member of members) await merges(machine, lead, member);
      const seen = async (form: Record<string, string>, isKnown = true): Promise<Reply> => {
        const { token, session = "" } = await district.shown(lead);
        return district.seeMerged.open({
          ...{ method: "POST", path: "/case-merged/open", query: {}, headers: {}, address: "203.0.113.44" },
          ...{ reference: "-", nonce: "-", params: {} },
          cookies: isKnown ? { [sessionName("http://localhost")]: session } : {},
          form: { token, ...form },
        });
      };
      const pageOf = (reply: Reply): string => ("html" in reply ? reply.html : "");
      const first = pageOf(await seen({}));
      expect(first).toContain(personal.story);
      for (const secret of [personal.name, personal.phone]) expect(first).not.toContain(secret);
      const looksAt = async (caseId: string) => (await district.cases.history(caseId)).looks.length;
      expect(await forEachOf(members, looksAt)).toEqual([...Array.from({ length: 10 }, () => 1), 0, 0]);
      const next = pageOf(await seen({ before: "10" }));
      expect([next.split(personal.story).length - 1, next.includes("第 11 至 12 件")]).toEqual([2, true]);
      expect(pageOf(await seen({ before: "-3" }))).toContain("第 1 至 10 件");
      expect(await seen({}, false)).toMatchObject({ status: 307, headers: { location: "/task/open" } });
    });

    it("has its photos and PDFs opened by whoever has the lead, one petition at a time, which is a look at who it is", async ({
      district,
    }) => {
      const machine = district.machine({ workflow });
      const [lead, member, other] = [
        await district.atDepartment(),
        await district.atDepartment(),
        await district.atDepartment(),
      ];
      for (const caseId of [lead, member, other]) await district.act(caseId, heard);
      const { name } = await sends(district, member, jpeg());
      const { name: strange } = await sends(district, other, jpeg());
      await merges(machine, lead, member);
      const opens = async (form: Record<string, string>): Promise<string> => {
        const { token, session = "" } = await district.shown(lead);
        const reply = await district.seeMerged.open({
          ...{ method: "POST", path: "/case-merged/open", query: {}, headers: {}, address: "203.0.113.44" },
          ...{ reference: "-", nonce: "-", params: {} },
          cookies: { [sessionName("http://localhost")]: session },
          form: { token, ...form },
        });
        return "html" in reply ? reply.html : "";
      };
      const looksAt = async (caseId: string) => (await district.cases.history(caseId)).looks;
      // The list says how many there are, and opens none.
      const list = await opens({});
      expect([list.includes(`value="${member}"`), list.includes(name)]).toEqual([true, false]);
      expect((await looksAt(member)).map(({ only }) => only)).toEqual(["matter"]);
      const theirs = await opens({ member });
      expect([theirs.includes(`${member}/${name}`), theirs.includes(personal.name)]).toEqual([true, false]);
      expect((await looksAt(member)).map(({ only }) => only)).toEqual(["matter", undefined]);
      // Nobody's that is not handled in it, by whatever number is sent.
      for (const none of [other, lead, "", "AH-2026-9999-k7m2p9x4c3vb"]) {
        expect(await opens({ member: none })).not.toContain(strange);
      }
      expect(await looksAt(other)).toEqual([]);
      const key = district.keyTo(member);
      const { told: saw } = await district.load(member);
      await machine.ownAffairs.act(key, elsewhere, { command: { command: "handleAlone" }, saw }, key.phoneTail);
      // It has left, and the case that leads does not know it yet: nothing of it is shown.
      expect(await opens({ member })).not.toContain(name);
    });

    it("is suggested by place, category and words, with none of them shown, and never by who filed it", async ({
      district,
    }) => {
      const told = { category: "wages", community: "peach", submission: randomUUID() } as const;
      const file = async (words: Partial<typeof personal>): Promise<string> => {
        const read = readPetition({ ...personal, ...told, ...words, submission: randomUUID() }, directory);
        if ("problems" in read) throw new Error(`The form is refused: ${JSON.stringify(read)}`);
        const { petition } = await district.file(read.petition);
        await district.arrive(petition.id);
        return petition.id;
      };
      const one = await district.atDepartment();
      const alike = await file({ name: "李卫东", phone: "13900005678", story: "从去年腊月起一直没有发工资" });
      // The same person about something else.
      const another = await file({ story: "食堂的饭菜不干净", place: "产业园食堂", ask: "请查一查卫生" });
      const { token, session = "" } = await district.shown(one);
      const seen = async (isKnown = true) =>
        district.seeAlike.open({
          ...{ method: "POST", path: "/case-alike/open", query: {}, headers: {}, address: "203.0.113.44" },
          ...{ reference: "-", nonce: "-", params: {}, form: { token } },
          cookies: isKnown ? { [sessionName("http://localhost")]: session } : {},
        });
      const first = await seen();
      const html = "html" in first ? first.html : "";
      const shownAs = (caseId: string) => caseNumber(caseId, directory);
      expect(html).toContain(shownAs(alike));
      expect(html).not.toContain(shownAs(another));
      for (const hidden of ["李卫东", personal.name, personal.story, personal.place])
        expect(html).not.toContain(hidden);
      expect(await seen(false)).toMatchObject({ status: 307 });
      await district.act(alike, reply);
      const later = await seen();
      expect("html" in later ? later.html : "").toContain("没有找到");
    });

    it("climbs with the one that leads, and is parted by the bureau", async ({ district }) => {
      const machine = district.machine({ workflow });
      const [lead, member] = [await district.atDepartment(), await district.atDepartment()];
      for (const caseId of [lead, member]) await district.act(caseId, heard);
      await merges(machine, lead, member);
      await district.act(lead, reportUpward);
      await district.arrive(lead);
      expect(await district.load(lead)).toMatchObject({ level: "leader", members: [member] });
      expect((await machine.unmerge(member)).kind).toBe("done");
      await settles(district, machine);
      expect((await district.load(lead)).members).toBeUndefined();
      expect(await machine.unmerge(randomUUID()).catch((error: Error) => error.name)).toBe("UnknownCase");
    });
  });
