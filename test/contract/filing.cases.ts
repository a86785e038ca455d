import { describe, expect } from "vitest";
import { numberOf } from "#ground/ids.ts";
import { MovedOn } from "#record/database.ts";
import { letter } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import { keyOf } from "./district.ts";
import { upTo } from "./moments.ts";
import { beforeRequests } from "./requests.ts";
import { heard, personal, samplePetition } from "./samples.ts";

/** All that is stored, but for hashes: in hex any four digits stand sooner or later. */
const withoutHashes = (stored: object): string => JSON.stringify(stored).replaceAll(/\b[0-9a-f]{64}\b/g, "");

export const filing = (it: ContractTest) =>
  describe("filing", () => {
    it("the same form sent twice registers once and gives the same receipt", async ({ district }) => {
      const form = samplePetition();
      const first = await district.file(form);
      const before = await district.items();
      expect(await district.file(form)).toEqual(first);
      expect(await district.items()).toEqual(before);
    });

    it("the same form sent ten times at the same moment registers once and gives ten equal receipts", async ({
      district,
    }) => {
      const form = samplePetition();
      const receipts = await Promise.all(upTo(10).map(() => district.machine().file(form)));
      const [first] = receipts;
      expect(receipts).toEqual(receipts.map(() => first));
      const { cases, deadlines } = await district.items();
      expect(cases.filter(({ sk }) => sk === "CASE").map(keyOf)).toEqual([`CASE#${first?.petition.id} / CASE`]);
      expect(new Set(deadlines.map(({ pk }) => pk)).size).toBe(1);
    });

    it("the same form with another word in it is another petition, and shows nobody the first one's code", async ({
      district,
    }) => {
      const form = samplePetition();
      const first = await district.file(form);
      const others = [
        { ...form, matter: { ...form.matter, story: `${form.matter.story}。` } },
        { ...form, petitioner: { ...form.petitioner, phone: "+8613900001111" }, keyNumber: "+8613900001111" },
        { ...form, keyNumber: "73920156" },
        { ...form, submission: samplePetition().submission },
      ];
      const receipts = await Promise.all(others.map((other) => district.file(other)));
      expect(new Set([first, ...receipts].map(({ code }) => code)).size).toBe(5);
      expect(new Set([first, ...receipts].map(({ petition }) => petition.id)).size).toBe(5);
    });

    it("with two requests is answered on both or not at all, and they stand nowhere in the clear", async ({
      district,
    }) => {
      const form = samplePetition();
      const requests = ["发还去年的工资", "补缴这两年的社会保险"];
      const { petition, code } = await district.file({ ...form, matter: { ...form.matter, requests } });
      await district.arrive(petition.id);
      const shown = await district.shown(petition.id);
      await district.act(petition.id, heard);
      const refused = await district.task.act(shown, { command: "reply", ...letter });
      expect(refused).toMatchObject({ kind: "refused", refusal: "requestUnanswered" });
      expect((await district.load(petition.id)).status).toBe("handling");
      const findings = { outcome2: "notSupported", decision2: "社保由税务机关征收" } as const;
      await district.act(petition.id, { command: "reply", ...letter, ...findings });
      await district.petitioner.look({ code, phoneTail: form.keyNumber }, "203.0.113.7");
      const seen = await district.petitioner.see(petition.id);
      expect(seen?.requests).toEqual(requests);
      expect(seen?.petition).toMatchObject({
        letter: { outcome: "partly", findings: [{}, { outcome: "notSupported" }] },
      });
      expect([...(seen?.texts.values() ?? [])]).toContain(findings.decision2);
      const stored = JSON.stringify(await district.items());
      for (const text of [...requests, findings.decision2]) expect(stored).not.toContain(text);
    });

    it("nothing is shown before the transaction has been acknowledged, and nothing at all when it is not", async ({
      district,
    }) => {
      const order: string[] = [];
      const slow = district.machine({
        commit: async (change, cases) => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          await cases.commit(change);
          order.push("acknowledged");
        },
      });
      await slow.file(samplePetition()).then(() => order.push("shown"));
      expect(order).toEqual(["acknowledged", "shown"]);

      const before = await district.items();
      const cut = district.machine({ commit: () => Promise.reject(new Error("The line is dead")) });
      await expect(cut.file(samplePetition())).rejects.toThrow("The line is dead");
      const { cases, ...others } = await district.items();
      const stored = ({ pk }: { pk?: unknown }) => !String(pk).startsWith("COUNTER#");
      expect({ ...others, cases: cases.filter(stored) }).toEqual({ ...before, cases: before.cases.filter(stored) });
    });

    it("a form that meets another transaction in progress is registered all the same", async ({ district }) => {
      const machine = district.machine();
      const busy = [new MovedOn("under way"), new MovedOn("under way")];
      let serials = 0;
      beforeRequests(machine.db, ({ does }) => {
        serials += does === "write" ? 1 : 0;
        // Each attempt takes a number first, and then stores the petition.
        const error = does === "write" && serials % 2 === 0 ? busy.pop() : undefined;
        if (error) throw error;
      });
      const form = samplePetition();
      const { petition } = await machine.file(form);
      expect(await district.file(form)).toMatchObject({ petition: { id: petition.id } });
    });

    it("serial numbers are given once each, whoever asks at the same moment, and begin anew each year", async ({
      district,
    }) => {
      const machines = upTo(4).map(() => district.machine());
      const given = await Promise.all(upTo(100).map((n) => (machines[n % 4] ?? district).cases.nextSerial(2026)));
      expect(given.sort((a, b) => a - b)).toEqual(upTo(100));
      expect(await district.cases.nextSerial(2027)).toBe(1);
    });

    it("petitions filed at the same moment get numbers and codes of their own", async ({ district }) => {
      const filed = await Promise.all(upTo(20).map(() => district.file(samplePetition())));
      expect(new Set(filed.map(({ petition }) => petition.id)).size).toBe(20);
      expect(new Set(filed.map(({ code }) => code)).size).toBe(20);
    });

    it("nothing of the petitioner stands in the tables in the clear", async ({ district }) => {
      const { submission, ...typed } = samplePetition();
      const { code } = await district.file({ ...typed, submission });
      const stored = withoutHashes(await district.items());
      for (const secret of [...Object.values(personal), personal.phone.slice(-4), code, submission]) {
        expect(stored).not.toContain(secret);
      }
    });

    it("without a phone is followed with the ending of a number that the petitioner chose, decided on with all of it, and stands nowhere", async ({
      district,
    }) => {
      const { petitioner, ...form } = samplePetition("estate");
      const { phone: _, ...withoutPhone } = petitioner;
      const { petition, code } = await district.file({ ...form, petitioner: withoutPhone, keyNumber: "73920156" });
      expect(withoutHashes(await district.items())).not.toContain("0156");
      const look = (phoneTail: string) => district.petitioner.look({ code, phoneTail }, "203.0.113.7");
      expect(await look("0157")).toMatchObject({ barred: "wrong" });
      expect(await look("0156")).toMatchObject({ petition: { id: petition.id } });
      const withdraw = (wholePhone: string) =>
        district.petitioner.act(
          { code, phoneTail: "0156" },
          "203.0.113.7",
          { command: { command: "withdraw", understood: "yes" }, saw: petition.told },
          wholePhone,
        );
      expect(await withdraw("73920157")).toMatchObject({ unproven: "wrong" });
      expect(await withdraw("7392 0156")).toMatchObject({ petition: { status: "withdrawing" } });
    });

    it("without name, phone, address for mail and number is followed with the code and the case's number, and decided on with all of that", async ({
      district,
    }) => {
      const { petitioner: _, ...form } = samplePetition("estate");
      const { petition, code } = await district.file({ ...form, petitioner: {}, keyNumber: undefined });
      expect(petition).toMatchObject({ unnamed: true });
      expect(petition).not.toHaveProperty("postal");
      const number = numberOf(petition.id);
      const look = (phoneTail: string) => district.petitioner.look({ code, phoneTail }, "203.0.113.7");
      expect(await look("9999")).toMatchObject({ barred: "wrong" });
      for (const typed of [number.slice(-4), number, number.toLowerCase()])
        expect(await look(typed)).toMatchObject({ petition: { id: petition.id } });
      await district.arrive(petition.id);
      expect(await district.task.open(await district.shown(petition.id))).toMatchObject({
        kind: "open",
        petitioner: { lang: "zh" },
      });
      const { told } = await district.load(petition.id);
      const withdraw = (wholePhone: string) =>
        district.petitioner.act(
          { code, phoneTail: number.slice(-4) },
          "203.0.113.7",
          { command: { command: "withdraw", understood: "yes" }, saw: told },
          wholePhone,
        );
      expect(await withdraw(number.slice(-4))).toMatchObject({ unproven: "notAPhone" });
      expect(await withdraw(number)).toMatchObject({ petition: { status: "withdrawing" } });
    });

    it("of somebody without a phone shows staff that none was left", async ({ district }) => {
      const form = samplePetition("estate");
      const { petition } = await district.file({ ...form, petitioner: { name: "陈某" }, keyNumber: "73920156" });
      await district.arrive(petition.id);
      const opened = await district.task.open(await district.shown(petition.id));
      expect(opened).toMatchObject({ kind: "open", petitioner: { name: "陈某", lang: "zh" } });
      expect("petitioner" in opened && opened.petitioner).not.toHaveProperty("phone");
    });
  });
