import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect } from "vitest";
import { type JoinForm, readJoinForm } from "#case/forms/join-form.ts";
import { readPetition } from "#case/forms/petition-form.ts";
import { isSignatory, othersIn } from "#case/state/joint.ts";
import { numberOf } from "#ground/ids.ts";
import type { CameOf } from "../../functions/petition/decide-petition.ts";
import type { Joined } from "../../functions/petition/joint-petition.ts";
import type { PetitionKey } from "../../functions/petition/unlock.ts";
import { directory } from "../unit/case/district.ts";
import { namesAgent } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import type { Machine } from "./machine.ts";
import { forEachOf, upTo } from "./moments.ts";
import { rivals } from "./rivals.ts";
import { personal, reply } from "./samples.ts";
import { expectSound } from "./soundness.ts";
import { otherShape } from "./versions.cases.ts";

const elsewhere = "203.0.113.8";

/** Every case is reached from a network of its own, so that none waits for the tries at another. */
const networkOf = (caseId: string): string => `198.51.100.${Number(numberOf(caseId).slice(-3))}`;

/** Somebody as their form is read; without a phone unless one is given. */
const person = (name: string, phone = "", submission = randomUUID()): JoinForm => {
  const read = readJoinForm({ name, phone, submission });
  if ("problems" in read) throw new Error(`The form is refused: ${JSON.stringify(read)}`);
  return read.form;
};

const decides = async (
  district: District,
  caseId: string,
  command: "openJoining" | "closeJoining" | "withdraw",
  machine: Machine = district,
): Promise<CameOf> => {
  const key = district.keyTo(caseId);
  const { told: saw } = await district.load(caseId);
  const act = command === "withdraw" ? ({ command, understood: "yes" } as const) : { command };
  const came = await machine.ownAffairs.act(key, networkOf(caseId), { command: act, saw }, key.phoneTail);
  if ("barred" in came) throw new Error(`The key is ${came.barred}`);
  return came;
};

/** Its petitioner takes somebody who has joined as a contact person. */
const takes = async (district: District, caseId: string, signatory: number): Promise<CameOf> => {
  const key = district.keyTo(caseId);
  const { told: saw } = await district.load(caseId);
  const command = { command: "nameContactPerson", signatory: String(signatory) } as const;
  const came = await district.ownAffairs.act(key, networkOf(caseId), { command, saw }, key.phoneTail);
  if ("barred" in came) throw new Error(`The key is ${came.barred}`);
  return came;
};

/** Opens a petition to others, and gives the code that its petitioner sees. */
const opens = async (district: District, caseId: string): Promise<string> => {
  const came = await decides(district, caseId, "openJoining");
  if (came.refusal !== undefined) throw new Error(`Not opened: ${came.refusal}`);
  const code = (await district.ownAffairs.see(caseId))?.joinCode;
  if (code === undefined) throw new Error("There is no code for joining");
  return code;
};

const joins = async (
  district: District,
  caseId: string,
  code: string,
  form: JoinForm,
  machine: Machine = district,
): Promise<Joined> => {
  const came = await machine.joint.join(code, networkOf(caseId), form);
  if (!("signatory" in came)) throw new Error(`Nobody joined: ${JSON.stringify(came)}`);
  return came;
};

const keyOf = ({ code, petition }: Joined, phone?: string): PetitionKey => ({
  code,
  phoneTail: phone ?? numberOf(petition.id),
});

/** @param races how often two do it at one moment. */
export const joint = (it: ContractTest, races: number) =>
  describe("a joint petition", () => {
    it("is joined with its code, followed and left with a code of one's own", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      expect(await district.joint.find(code, elsewhere)).toMatchObject({ petition: { id: caseId }, opening: 1 });
      const withPhone = await joins(district, caseId, code, person("李卫东", "13900005678"));
      const without = await joins(district, caseId, code, person("赵敏"));
      expect([withPhone.signatory, without.signatory]).toEqual([1, 2]);
      expect(await district.joint.open(keyOf(withPhone, "5678"), elsewhere)).toMatchObject({ signatory: 1 });
      const tail = numberOf(caseId).slice(-4);
      expect(await district.joint.open(keyOf(without, tail), elsewhere)).toMatchObject({ signatory: 2 });
      expect(await district.joint.see(caseId, 1)).toMatchObject({ signatory: { n: 1, name: "李卫东" } });

      const left = await district.joint.leave(keyOf(withPhone, "5678"), elsewhere, "13900005678");
      expect(left).toMatchObject({ left: true });
      expect(othersIn(await district.load(caseId))).toBe(1);
      expect(await district.joint.open(keyOf(withPhone, "5678"), elsewhere)).toEqual({ barred: "over" });
      expect(await district.joint.see(caseId, 1)).toBe("left");
      expect(await district.joint.see(caseId, 2)).toMatchObject({ signatory: { n: 2 } });
      await expectSound(district, caseId);
    });

    it("stores nobody in the clear: neither names nor numbers nor codes", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const { code: own } = await joins(district, caseId, code, person("CANARY", "13900005678"));
      const stored = JSON.stringify(await district.items());
      for (const text of ["CANARY", "13900005678", code, own]) expect(stored).not.toContain(text);
    });

    it("tells nobody of the others but how many they are", async ({ district }) => {
      const caseId = await district.answered();
      await district.follow(caseId);
      const other = await district.atDepartment();
      const code = await opens(district, other);
      await joins(district, other, code, person("CANARY", "13900005678"));
      await joins(district, other, code, person("赵敏"));
      await district.act(other, reply);
      await district.follow(other);
      const seen = JSON.stringify([await district.joint.see(other, 2), await district.ownAffairs.see(other)]);
      expect(seen).not.toMatch(/CANARY|13900005678/);
      const theirs = await district.joint.see(other, 2);
      expect(JSON.stringify(theirs)).not.toMatch(new RegExp(`${personal.name}|${personal.phone}|${personal.email}`));
      expect(theirs).toMatchObject({ petition: { status: "window" }, requests: [personal.ask] });
      const task = await district.task.open(await district.shown(other));
      expect(JSON.stringify(task)).not.toMatch(/CANARY|赵敏/);
    });

    it("has contact persons who said that they are ready: known to its petitioner and to whoever works on it, and to nobody else", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const ready = await joins(district, caseId, code, person("李卫东", "13900005678"));
      await joins(district, caseId, code, person("CANARY", "13900009999"));
      const key = keyOf(ready, "5678");
      const stand = (whole: string, is: boolean) => district.joint.stand(key, elsewhere, whole, is);
      expect(await stand("5678", true)).toMatchObject({ unproven: "notAPhone" });
      expect((await district.ownAffairs.see(caseId))?.contactPersons).toBeUndefined();
      expect(await stand("13900005678", true)).toMatchObject({ signatory: 1, ready: true });
      const who = { n: 1, name: "李卫东", phone: "+8613900005678" };
      expect((await district.ownAffairs.see(caseId))?.contactPersons).toEqual([{ ...who, is: "ready" }]);
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({ contactPersons: [] });

      expect((await takes(district, caseId, 1)).refusal).toBeUndefined();
      const task = await district.task.open(await district.shown(caseId));
      expect(task).toMatchObject({ contactPersons: [{ ...who, is: "named" }] });
      expect(JSON.stringify([task, await district.ownAffairs.see(caseId)])).not.toMatch(/CANARY|13900009999/);
      expect(JSON.stringify(await district.joint.see(caseId, 2))).not.toMatch(/李卫东|13900005678/);
      await expectSound(district, caseId);

      await stand("13900005678", false);
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({ contactPersons: [] });
      expect((await district.ownAffairs.see(caseId))?.contactPersons).toBeUndefined();
      expect(await takes(district, caseId, 1)).toMatchObject({ refusal: "nobodyReady" });
      await district.joint.leave(key, elsewhere, "13900005678");
      expect(await stand("13900005678", true)).toEqual({ barred: "over" });
    });

    it("is joined once by a form that is sent twice, and by each of two that differ", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const submission = randomUUID();
      const first = await joins(district, caseId, code, person("李卫东", "", submission));
      expect(await joins(district, caseId, code, person("李卫东", "", submission))).toMatchObject({
        signatory: 1,
        code: first.code,
      });
      const other = await joins(district, caseId, code, person("李卫红", "", submission));
      expect(other.signatory).toBe(2);
      expect(other.code).not.toBe(first.code);
      const [a, b] = rivals(district);
      const twice = person("赵敏");
      const came = await Promise.all([
        joins(district, caseId, code, twice, a),
        joins(district, caseId, code, twice, b),
      ]);
      expect(new Set(came.map(({ signatory }) => signatory))).toEqual(new Set([3]));
      expect(othersIn(await district.load(caseId))).toBe(3);
    });

    it("gives the receipt of whoever has joined though it is closed by then", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const form = person("李卫东");
      const first = await joins(district, caseId, code, form);
      await decides(district, caseId, "closeJoining");
      expect(await joins(district, caseId, code, form)).toMatchObject({ code: first.code, signatory: 1 });
      expect(await district.joint.join(code, elsewhere, person("赵敏"))).toEqual({ refusal: "joiningNotOpen" });
    });

    it("is opened again with another code, and by the one before nobody comes in", async ({ district }) => {
      const caseId = await district.atDepartment();
      const before = await opens(district, caseId);
      await decides(district, caseId, "closeJoining");
      expect((await district.ownAffairs.see(caseId))?.joinCode).toBeUndefined();
      const after = await opens(district, caseId);
      expect(after).not.toBe(before);
      expect(await district.joint.join(before, elsewhere, person("赵敏"))).toEqual({ refusal: "joiningNotOpen" });
      expect((await joins(district, caseId, after, person("赵敏"))).signatory).toBe(1);
    });

    it("opens for no code that is another kind, whichever door it is typed at", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const own = await joins(district, caseId, code, person("李卫东", "13900005678"));
      const key = district.keyTo(caseId);
      const before = district.wrongKeys();
      expect(await district.joint.find(key.code, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.find(own.code, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.find("-", elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.open(key, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.open({ ...key, code }, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.petitioner.look({ ...key, code }, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.petitioner.look(keyOf(own, "13900005678"), elsewhere)).toEqual({ barred: "wrong" });
      expect(district.wrongKeys()).toBe(before + 6);
    });

    it("has guesses at its code counted like other tries, and nobody else kept out by them", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const guess = "0000-0000-0000";
      for (const _ of upTo(5)) expect(await district.joint.find(guess, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.find(guess, elsewhere)).toMatchObject({ barred: "wait" });
      for (const _ of upTo(8)) expect(await district.joint.find(code, elsewhere)).toHaveProperty("opening");
    });

    it("has many from one network join at a pace: nothing is written for whoever has to wait", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      for (const n of upTo(20)) await joins(district, caseId, code, person(`第${n}人`));
      const came = await district.joint.join(code, networkOf(caseId), person("第二十一人"));
      expect(came).toHaveProperty("until");
      expect(othersIn(await district.load(caseId))).toBe(20);
      expect(await district.joint.join(code, elsewhere, person("别处的人"))).toMatchObject({ signatory: 21 });
    });

    it("is left with the whole number alone, and twice as once", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const own = await joins(district, caseId, code, person("李卫东", "13900005678"));
      const key = keyOf(own, "5678");
      for (const [whole, unproven] of [
        ["", "missing"],
        ["5678", "notAPhone"],
        ["13900005679", "wrong"],
      ] as const) {
        expect(await district.joint.leave(key, elsewhere, whole)).toMatchObject({ unproven });
      }
      expect(isSignatory(await district.load(caseId), 1)).toBe(true);
      const [a, b] = rivals(district);
      const came = await Promise.all(
        [a, b].map((machine) => machine.joint.leave(key, networkOf(caseId), "13900005678")),
      );
      expect(came).toMatchObject([{ left: true }, { left: true }]);
      const { events } = await district.cases.history(caseId);
      expect(events.filter(({ fact }) => fact.type === "left")).toHaveLength(1);
    });

    it("turns ordinary in its clock's row when it was handled the simple way", async ({ district }) => {
      const read = readPetition(
        { ...personal, category: "lamps", community: "peach", submission: randomUUID() },
        directory,
      );
      if ("problems" in read) throw new Error(`The form is refused: ${JSON.stringify(read)}`);
      const { petition, code: own } = await district.file({ ...read.petition, keyNumber: personal.phone });
      district.keepKey(petition.id, { code: own, phoneTail: personal.phone });
      await district.arrive(petition.id);
      const code = await opens(district, petition.id);
      await joins(district, petition.id, code, person("李卫东"));
      expect((await district.load(petition.id)).track).toBe("petition");
      await expectSound(district, petition.id);
    });

    it("is joined and left where another build has written the case", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      await otherShape(district, caseId);
      const own = await joins(district, caseId, code, person("李卫东"));
      await otherShape(district, caseId);
      expect(await district.joint.leave(keyOf(own), elsewhere, numberOf(caseId))).toMatchObject({ left: true });
    });

    it("of a case that was lost tells nothing", async ({ district }) => {
      const caseId = await district.atDepartment();
      const code = await opens(district, caseId);
      const own = await joins(district, caseId, code, person("李卫东"));
      const items = await district.items();
      for (const { pk, sk } of items.cases) {
        if (String(pk) === `CASE#${caseId}`) await district.remove("cases", { pk: String(pk), sk: String(sk) });
      }
      expect(await district.joint.find(code, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.open(keyOf(own), elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.see(caseId, 1)).toBeUndefined();
    });

    it(`is joined at the moment at which it is closed, ${races} times: they are in it, or are told that it is closed`, async ({
      district,
    }) => {
      const ids = await forEachOf(upTo(races), () => district.filed("estate"));
      const [closing, joining] = rivals(district);
      const codes = new Map(await forEachOf(ids, async (id) => [id, await opens(district, id)] as const));
      const came = await forEachOf(ids, async (caseId) => {
        const [closed, other] = await Promise.all([
          decides(district, caseId, "closeJoining", closing),
          joining.joint.join(codes.get(caseId) ?? "", networkOf(caseId), person("李卫东")),
        ]);
        const c = await district.load(caseId);
        await expectSound(district, caseId);
        expect(closed.refusal).toBeUndefined();
        expect(c.joint?.isOpen).toBeUndefined();
        if ("signatory" in other) {
          expect(othersIn(c)).toBe(1);
          return "joined";
        }
        expect(other).toEqual({ refusal: "joiningNotOpen" });
        expect(othersIn(c)).toBe(0);
        return "closed";
      });
      expect(new Set(came)).toEqual(new Set(["joined", "closed"]));
    });

    it(`is withdrawn at the moment at which the last one joins, ${races} times: never with somebody in it`, async ({
      district,
    }) => {
      const ids = await forEachOf(upTo(races), () => district.filed("estate"));
      const [withdrawing, joining] = rivals(district);
      const codes = new Map(await forEachOf(ids, async (id) => [id, await opens(district, id)] as const));
      const came = await forEachOf(ids, async (caseId) => {
        const [withdrawn, other] = await Promise.all([
          decides(district, caseId, "withdraw", withdrawing),
          joining.joint.join(codes.get(caseId) ?? "", networkOf(caseId), person("李卫东")),
        ]);
        const c = await district.load(caseId);
        await expectSound(district, caseId);
        if ("signatory" in other) {
          expect(withdrawn.refusal).toBe("othersJoined");
          expect(c.status).not.toBe("withdrawing");
          return "joined";
        }
        expect(other).toEqual({ refusal: "tooLateToJoin" });
        expect(withdrawn.refusal).toBeUndefined();
        expect(othersIn(c)).toBe(0);
        return "withdrawn";
      });
      expect(new Set(came)).toEqual(new Set(["joined", "withdrawn"]));
    });

    /** Two have joined a petition, of whom the first is a contact person who would take it over; its petitioner has an agent. */
    const offered = async (district: District, caseId: string, number = "13900005678") => {
      const code = await opens(district, caseId);
      const next = await joins(district, caseId, code, person("李卫东", number));
      await joins(district, caseId, code, person("赵敏"));
      const key = keyOf(next, number);
      const stand = async (takesOver: boolean) => {
        const stood = await district.joint.stand(key, networkOf(caseId), number, true, takesOver);
        if (!("ready" in stood)) throw new Error(`They are not ready: ${JSON.stringify(stood)}`);
      };
      await stand(false);
      await takes(district, caseId, next.signatory);
      await stand(true);
      return key;
    };
    const handsOver = async (
      district: District,
      caseId: string,
      {
        machine = district,
        key = district.keyTo(caseId),
        to = 1,
      }: { machine?: Machine; key?: PetitionKey; to?: number } = {},
    ) => {
      const { told: saw } = await district.load(caseId);
      const command = { command: "handOver", signatory: String(to) } as const;
      return machine.ownAffairs.act(key, networkOf(caseId), { command, saw }, key.phoneTail);
    };

    it("changes hands by the word of both: each keeps their code, what it opens changes, and nobody reads who the other is", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const former = district.keyTo(caseId);
      const named = await district.ownAffairs.act(
        former,
        networkOf(caseId),
        { command: namesAgent(["follow", "receive"], "陆新华").act, saw: (await district.load(caseId)).told },
        former.phoneTail,
      );
      expect(named).not.toHaveProperty("refusal");
      const agent = (await district.ownAffairs.see(caseId))?.agents[0];
      if (agent === undefined) throw new Error("Nobody was named");
      const next = await offered(district, caseId);
      expect(await handsOver(district, caseId, { to: 2 })).toMatchObject({ refusal: "nobodyTakesOver" });
      expect(await handsOver(district, caseId)).not.toHaveProperty("refusal");

      // The pages of the petitioner open with the code of the one, those of whoever has joined with that of the other.
      for (const phoneTail of ["5678", "13900005678"]) {
        expect(await district.petitioner.look({ ...next, phoneTail }, elsewhere)).toMatchObject({
          petition: { id: caseId },
        });
      }
      expect(await district.petitioner.look(former, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.open(next, elsewhere)).toEqual({ barred: "over" });
      expect(await district.joint.open(former, elsewhere)).toMatchObject({ signatory: 3 });
      expect(await district.petitioner.look({ code: agent.code, phoneTail: agent.phone }, elsewhere)).toEqual({
        barred: "over",
      });
      // What the former one's device keeps shows nothing more.
      expect(await district.petitioner.see(caseId, former.code)).toBeUndefined();
      expect(await district.ownFile.whole(caseId, former.code)).toBeUndefined();

      const seen = await district.ownAffairs.see(caseId, next.code);
      expect(seen?.contact).toEqual({ phone: "+8613900005678" });
      expect(seen?.mailbox).toBeUndefined();
      const file = await district.ownFile.whole(caseId, next.code);
      expect(file?.party).toMatchObject({ name: "李卫东" });
      const hidden = new RegExp([personal.name, personal.phone, personal.email, "陆新华", agent.code].join("|"));
      expect(JSON.stringify([seen, file])).not.toMatch(hidden);
      const theirs = await district.joint.see(caseId, 3);
      expect(theirs).toMatchObject({ signatory: { n: 3, name: personal.name } });
      expect(JSON.stringify(theirs)).not.toMatch(/李卫东|13900005678/);
      const task = await district.task.open(await district.shown(caseId));
      expect(task).toMatchObject({ petitioner: { name: "李卫东" }, agents: [], contactPersons: [] });
      expect(JSON.stringify(task)).not.toMatch(hidden);
      const stored = JSON.stringify(await district.items());
      for (const text of ["李卫东", "13900005678", personal.name, personal.phone, next.code, former.code])
        expect(stored).not.toContain(text);
      await otherShape(district, caseId);
      expect(await district.petitioner.look(next, elsewhere)).toMatchObject({ petition: { id: caseId } });
      await expectSound(district, caseId);
    });

    it("is handed back, and each has the pages again that they had, with the codes that they have", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const former = district.keyTo(caseId);
      const next = await offered(district, caseId);
      await handsOver(district, caseId);
      district.keepKey(caseId, next);
      const stand = (takesOver: boolean) =>
        district.joint.stand(former, networkOf(caseId), former.phoneTail, true, takesOver);
      expect(await stand(false)).toMatchObject({ ready: true });
      await takes(district, caseId, 3);
      expect(await stand(true)).toMatchObject({ ready: true });
      expect(await handsOver(district, caseId, { to: 3 })).not.toHaveProperty("refusal");
      expect(await district.petitioner.look(former, elsewhere)).toMatchObject({ petition: { codes: 3 } });
      expect(await district.petitioner.look(next, elsewhere)).toEqual({ barred: "wrong" });
      expect(await district.joint.open(next, elsewhere)).toMatchObject({ signatory: 4 });
      expect(await district.joint.see(caseId, 4)).toMatchObject({ signatory: { name: "李卫东" } });
      expect((await district.ownFile.whole(caseId, former.code))?.party).toMatchObject({ name: personal.name });
      await expectSound(district, caseId);
    });

    it(`is handed over at the moment at which whoever would take it leaves, ${races} times: somebody has it, and one alone`, async ({
      district,
    }) => {
      const ids = await forEachOf(upTo(races), () => district.filed("estate"));
      const keys = new Map(await forEachOf(ids, async (id) => [id, await offered(district, id)] as const));
      const [handing, leaving] = rivals(district);
      const came = await forEachOf(ids, async (caseId) => {
        const [former, next] = [district.keyTo(caseId), keys.get(caseId)];
        if (next === undefined) throw new Error(`Nobody takes ${caseId} over`);
        const [handed, left] = await Promise.all([
          handsOver(district, caseId, { machine: handing }),
          leaving.joint.leave(next, networkOf(caseId), next.phoneTail),
        ]);
        await expectSound(district, caseId);
        expect(left).toMatchObject({ left: true });
        const isHanded = !("barred" in handed) && handed.refusal === undefined;
        if (!isHanded) expect(handed).toMatchObject({ refusal: "nobodyTakesOver" });
        const opening = await Promise.all(
          [former, next].map((key) => district.petitioner.look(key, networkOf(caseId))),
        );
        expect(opening.map((one) => "petition" in one)).toEqual([!isHanded, isHanded]);
        expect(othersIn(await district.load(caseId))).toBe(isHanded ? 2 : 1);
        return isHanded ? "handed over" : "left";
      });
      expect(new Set(came)).toEqual(new Set(["handed over", "left"]));
    });

    it(`is withdrawn at the moment at which the last one leaves, ${races} times: it waits until they have, or goes`, async ({
      district,
    }) => {
      const ids = await forEachOf(upTo(races), () => district.filed("estate"));
      const keys = new Map(
        await forEachOf(ids, async (id) => {
          const code = await opens(district, id);
          return [id, keyOf(await joins(district, id, code, person("李卫东")))] as const;
        }),
      );
      const came = await forEachOf(ids, async (caseId) => {
        const key = keys.get(caseId);
        if (key === undefined) throw new Error(`Nobody joined ${caseId}`);
        const [first, second] = [district.machine(), district.machine()];
        // Either takes its own number of requests, and how long one takes is the tables' affair: the one or the other comes later
        // by one of six spans, so that each is first on some of the cases, on quick tables and on slow ones.
        const turn = Number(numberOf(caseId).slice(-3)) % 12;
        const later = async (by: number): Promise<void> => void (await sleep(Math.max(0, by) * 25));
        const leaving = async () => {
          await later(turn - 6);
          return first.joint.leave(key, networkOf(caseId), key.phoneTail);
        };
        const withdrawing = async () => {
          await later(6 - turn);
          return decides(district, caseId, "withdraw", second);
        };
        const [left, withdrawn] = await Promise.all([leaving(), withdrawing()]);
        const c = await district.load(caseId);
        await expectSound(district, caseId);
        expect(left).toMatchObject({ left: true });
        expect(othersIn(c)).toBe(0);
        if (withdrawn.refusal === undefined) {
          expect(c.status).toBe("withdrawing");
          return "withdrawn";
        }
        expect(withdrawn.refusal).toBe("othersJoined");
        expect(c.status).toBe("accepted");
        return "left";
      });
      expect(new Set(came)).toEqual(new Set(["left", "withdrawn"]));
    });
  });
