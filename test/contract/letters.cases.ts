import { describe, expect } from "vitest";
import { letterCode } from "#access/letter-code.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { letterIn } from "#case/state/event.ts";
import { districtDate } from "#clock/period.ts";
import type { LetterClaim } from "../../functions/petition/check-letter.ts";
import { letter } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";
import { personal, reply, samplePetition } from "./samples.ts";

const home = "203.0.113.7";
const stranger = "198.51.100.1";

/** What the papers of a case say of themselves, in the order in which they were issued. */
const papersOf = async ({ cases }: District, caseId: string): Promise<LetterClaim[]> =>
  (await cases.history(caseId)).events.flatMap(({ fact }) => {
    const issued = letterIn(fact);
    return issued === undefined ? [] : [{ number: issued.number, code: letterCode(issued.hash) }];
  });

const kindsOf = async (district: District, caseId: string): Promise<string[]> =>
  (await papersOf(district, caseId)).map(({ number }) => number.replace(/^.*-/, ""));

const check = (district: District, claim: LetterClaim | undefined, from = home) => {
  if (claim === undefined) throw new Error("There is no such paper");
  return district.checkLetter(claim, from);
};

const slip = { command: "correctLetter", kind: "slip", change: "改日期", reason: "打错", ...letter } as const;

export const letters = (it: ContractTest) =>
  describe("letters", () => {
    it("200 issued at the same moment have 200 numbers, each stored once", async ({ district }) => {
      const filed = await Promise.all(upTo(200).map(() => district.machine().file(samplePetition("land"))));
      const papers = (await Promise.all(filed.map(({ petition }) => papersOf(district, petition.id)))).flat();
      expect(new Set(papers.map(({ number }) => number)).size).toBe(200);
      const { cases } = await district.items();
      expect(cases.filter(({ pk }) => String(pk).startsWith("LETTER#"))).toHaveLength(200);
      for (const paper of [papers[0], papers[99], papers[199]]) {
        expect(await check(district, paper)).toMatchObject({ is: "known", letter: { kind: "receipt" } });
      }
    });

    it("of one case that are issued at the same moment are numbered one after the other, each in the place of the last", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, reply);
      const shown = await district.shown(caseId);
      const came = await Promise.allSettled(upTo(8).map(() => district.machine().task.act(shown, slip)));
      const issued = came.filter((one) => one.status === "fulfilled" && one.value.kind === "done").length;
      expect(issued).toBeGreaterThan(0);
      expect(await kindsOf(district, caseId)).toEqual(["受1", "答1", ...upTo(issued).map((n) => `更${n}`)]);
      const [, ...answers] = await papersOf(district, caseId);
      for (const [at, paper] of answers.entries()) {
        const next = answers[at + 1];
        expect(await check(district, paper)).toMatchObject({
          letter: next === undefined ? { kind: "correction" } : { replaced: { number: next.number } },
        });
      }
    });

    it("are checked by number and code: what kind, by whom, of which day, and that it is in force", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const [paper] = await papersOf(district, caseId);
      const checked = await check(district, paper);
      const { now } = await district.world();
      expect(checked).toEqual({
        is: "known",
        letter: { kind: "receipt", by: { zh: "bureau", en: "bureau" }, on: districtDate(now) },
      });
    });

    it("tell nothing to whoever has no paper: another code, another letter's and a number of nobody are answered alike", async ({
      district,
    }) => {
      const [one, other] = [await district.atDepartment(), await district.atDepartment()];
      const [[mine], [theirs]] = [await papersOf(district, one), await papersOf(district, other)];
      if (mine === undefined || theirs === undefined) throw new Error("nothing was issued");
      const { code } = district.keyTo(one);
      for (const claim of [
        { ...mine, code: "0000-0000-0000" },
        { ...mine, code: theirs.code },
        { ...mine, code },
        { ...mine, number: mine.number.replace("受1", "受2") },
        { ...mine, number: mine.number.replace("受", "答") },
        { ...mine, number: mine.number.replace(/\d{4}号/, "9999号") },
      ]) {
        expect(await check(district, claim, `10.0.0.${code.length}`)).toEqual({ is: "unknown" });
      }
    });

    it("asked for again in the same words are answered again, which is no other guess: nobody who reloads has to wait", async ({
      district,
    }) => {
      const [paper] = await papersOf(district, await district.atDepartment());
      if (paper === undefined) throw new Error("nothing was issued");
      const wrong = { ...paper, code: "0000-0000-0000" };
      for (const claim of [...Array.from({ length: 20 }, () => wrong), { ...wrong, code: "0000 0000 0000" }]) {
        expect(await check(district, claim)).toEqual({ is: "unknown" });
      }
      expect(await check(district, paper)).toMatchObject({ is: "known" });
      for (const n of upTo(4)) await check(district, { ...paper, code: `0000-0000-000${n}` });
      const waits = await check(district, { ...paper, code: "0000-0000-0009" });
      expect(waits).toMatchObject({ is: "wait" });
      expect(await check(district, { ...paper, code: "0000-0000-0009" })).toEqual(waits);
      expect(await check(district, wrong)).toEqual({ is: "unknown" });
    });

    it("say beside the record neither whose they are nor what is in them, nor the code that is printed", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, reply);
      const { cases } = await district.items();
      const rows = JSON.stringify(cases.filter(({ pk }) => String(pk).startsWith("LETTER#")));
      const codes = (await papersOf(district, caseId)).map(({ code }) => code);
      for (const secret of [...Object.values(personal), ...codes, caseId, caseId.slice(-12)]) {
        expect(rows).not.toContain(secret);
      }
    });

    it("in which something was agreed are in force until that comes to nothing", async ({ district }) => {
      const caseId = await district.atCommunity();
      const decide = async (command: "agreeSettlement" | "takeBackAgreement") => {
        const key = district.keyTo(caseId);
        const saw = (await district.load(caseId)).told;
        return district.petitioner.act(key, home, { command: { command }, saw }, key.phoneTail);
      };
      await district.act(caseId, {
        command: "proposeSettlement",
        terms: "换水管",
        done: "byDay",
        promisedFor: "2026-03-10",
      });
      await decide("agreeSettlement");
      const paper = (await papersOf(district, caseId)).at(-1);
      expect(await check(district, paper)).toEqual({
        is: "known",
        letter: { kind: "agreement", by: { zh: "peach", en: "peach" }, on: "2026-03-02" },
      });
      await decide("takeBackAgreement");
      expect(await check(district, paper)).toMatchObject({ letter: { kind: "agreement", ended: "2026-03-02" } });
    });

    it("in which something was agreed are in force no more once the petition is withdrawn", async ({ district }) => {
      const caseId = await district.atCommunity();
      const decide = async (command: PetitionerCommand) => {
        const key = district.keyTo(caseId);
        const { told: saw } = await district.load(caseId);
        await district.petitioner.act(key, home, { command, saw }, key.phoneTail);
      };
      const terms = { terms: "换水管", done: "byDay", promisedFor: "2026-03-10" } as const;
      await district.act(caseId, { command: "proposeSettlement", ...terms });
      await decide({ command: "agreeSettlement" });
      const paper = (await papersOf(district, caseId)).at(-1);
      await decide({ command: "withdraw", understood: "yes" });
      expect(await district.load(caseId)).toMatchObject({ status: "withdrawing" });
      expect(await check(district, paper)).toMatchObject({ letter: { kind: "agreement", ended: "2026-03-02" } });
    });

    it("in which something was agreed that nobody reports as done are in force until then", async ({ district }) => {
      const caseId = await district.atCommunity();
      const key = district.keyTo(caseId);
      await district.act(caseId, {
        command: "proposeSettlement",
        terms: "换水管",
        done: "byDay",
        promisedFor: "2026-03-10",
      });
      const decision = { command: { command: "agreeSettlement" as const }, saw: (await district.load(caseId)).told };
      await district.petitioner.act(key, home, decision, key.phoneTail);
      const paper = (await papersOf(district, caseId)).at(-1);
      for (const moment of ["2026-03-10T16:00:00.000Z", "2026-03-25T16:00:00.000Z", "2026-04-10T16:00:00.000Z"]) {
        district.turnTo(moment);
        await district.sweep();
      }
      expect(await district.load(caseId)).not.toMatchObject({ status: "performing" });
      expect(await check(district, paper)).toMatchObject({ letter: { ended: "2026-04-11" } });
    });

    it("guessed at wait after five, and whoever holds the paper has it checked from elsewhere at once", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const [paper] = await papersOf(district, caseId);
      if (paper === undefined) throw new Error("nothing was issued");
      const guessed = await Promise.all(
        upTo(50).map((n) => check(district, { ...paper, code: `0000-0000-00${String(n + 10)}` }, stranger)),
      );
      expect(guessed.filter(({ is }) => is === "unknown")).toHaveLength(5);
      expect(guessed.filter(({ is }) => is === "wait")).toHaveLength(45);
      expect(await check(district, paper)).toMatchObject({ is: "known" });
      expect(await check(district, paper, stranger)).toMatchObject({ is: "wait" });
    });
  });
