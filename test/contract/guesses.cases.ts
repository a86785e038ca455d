import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { newQueryCode } from "#access/query-code.ts";
import { secondsLater } from "#ground/instant.ts";
import type { PetitionKey } from "../../functions/petition/unlock.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";
import { watch } from "./requests.ts";

const home = "203.0.113.7";
const stranger = "198.51.100.1";
/** One of as many addresses as are asked for. */
const botOf = (n: number): string => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;

const ending = (n: number): string => String(n % 10_000).padStart(4, "0");

/** A key is looked for among the codes of petitioners and among those of agents, whichever it is. */
const rowsOfAKey = 2;

/** Tries all keys at the same moment. @returns what was let in, how many were compared, and the latest wait told. */
const tryAll = async (district: District, keys: readonly (PetitionKey & { from: string })[]) => {
  const machine = district.machine();
  const sent = watch(machine.db);
  const looks = await Promise.all(keys.map(({ from, ...key }) => machine.petitioner.look(key, from)));
  const waits = looks.flatMap((look) => ("barred" in look && look.barred === "wait" ? [look.until] : []));
  return {
    opened: looks.filter((look) => "petition" in look).length,
    // What a wrong key reads of the record are the rows that it is compared with, and nothing else.
    compared: sent.filter(({ does, to }) => does === "get" && to === district.tables.cases).length / rowsOfAKey,
    waits: waits.sort(),
    told: machine.wrongKeys(),
  };
};

/** @param many guesses at one moment. */
export const guesses = (it: ContractTest, many: number) =>
  describe(`${many} guesses at one moment`, () => {
    /** A petition whose ending is not among the guesses, unless they are all. */
    const filed = async (district: District) => {
      const key = district.keyTo(await district.filed());
      const wrong = upTo(many).map((n) => ({ code: key.code, phoneTail: ending(n + 2000) }));
      return { key, byEnding: { ...key, phoneTail: key.phoneTail.slice(-4) }, wrong: wrong.slice(0, 8000) };
    };

    it("at the ending of a phone number, from one place: five are compared, and the owner gets in at once", async ({
      district,
    }) => {
      const { byEnding, wrong } = await filed(district);
      const guessed = await tryAll(
        district,
        upTo(many).map((n) => ({ ...byEnding, ...wrong[n % wrong.length], from: stranger })),
      );
      expect(guessed).toMatchObject({ opened: 0, compared: 5, told: many });
      expect(guessed.waits).toHaveLength(many - 5);
      expect(await district.petitioner.look(byEnding, home)).toHaveProperty("petition");
    });

    it("at the ending, from as many places: fifteen are compared; the owner gets in at once with the whole number, and with the ending after a minute", async ({
      district,
    }) => {
      const { key, byEnding, wrong } = await filed(district);
      const guessed = await tryAll(
        district,
        upTo(many).map((n) => ({ ...byEnding, ...wrong[n % wrong.length], from: botOf(n) })),
      );
      expect(guessed).toMatchObject({ opened: 0, compared: 15 });
      const { now } = await district.world();
      expect(await district.petitioner.look(byEnding, home)).toEqual({ barred: "wait", until: secondsLater(now, 60) });
      expect(await district.petitioner.look(key, home)).toHaveProperty("petition");
      district.turnTo(secondsLater(now, 60));
      expect(await district.petitioner.look(byEnding, home)).toHaveProperty("petition");
    });

    it("at codes, from one place: sixty are compared; the owner gets in at once from elsewhere, and from there in seconds", async ({
      district,
    }) => {
      const { byEnding } = await filed(district);
      const guessed = await tryAll(
        district,
        upTo(many).map((n) => ({ code: newQueryCode(randomBytes), phoneTail: ending(n), from: stranger })),
      );
      expect(guessed.opened).toBe(0);
      expect(guessed.compared).toBeLessThanOrEqual(60);
      expect(guessed.compared).toBeGreaterThan(0);
      expect(await district.petitioner.look(byEnding, home)).toHaveProperty("petition");
      district.turnTo(secondsLater((await district.world()).now, 10));
      expect(await district.petitioner.look(byEnding, stranger)).toHaveProperty("petition");
    });

    it("at the whole number, from as many places: fifteen are compared, and the owner gets in with the ending", async ({
      district,
    }) => {
      const { key, byEnding } = await filed(district);
      const guessed = await tryAll(
        district,
        upTo(many).map((n) => ({ ...key, phoneTail: `1391234${ending(n)}`, from: botOf(n) })),
      );
      expect(guessed).toMatchObject({ opened: 0, compared: 15 });
      expect(await district.petitioner.look(byEnding, home)).toHaveProperty("petition");
    });
  });

/** What a key costs and what it is answered, right or wrong. */
export const keys = (it: ContractTest) =>
  describe("the petitioner's key", () => {
    const wrongly = async (district: District, key: PetitionKey) => {
      const machine = district.machine();
      const sent = watch(machine.db);
      return { answer: await machine.petitioner.look(key, stranger), sent };
    };

    it("that is wrong is answered alike, with the same requests, whether its code is anybody's or nobody's", async ({
      district,
    }) => {
      const { code } = district.keyTo(await district.filed());
      await wrongly(district, { code: newQueryCode(randomBytes), phoneTail: "0000" });
      const known = await wrongly(district, { code, phoneTail: "0000" });
      const unknown = await wrongly(district, { code: newQueryCode(randomBytes), phoneTail: "0000" });
      expect(known).toEqual(unknown);
      expect(known.answer).toEqual({ barred: "wrong" });
      expect(known.sent.filter(({ to }) => to === district.tables.cases)).toHaveLength(rowsOfAKey);
    });

    it("that is right is never held back, however often, and clears nothing of what was guessed", async ({
      district,
    }) => {
      const key = district.keyTo(await district.filed());
      const byEnding = { ...key, phoneTail: key.phoneTail.slice(-4) };
      const guess = { ...key, phoneTail: "0000" };
      for (const _ of upTo(4)) await district.petitioner.look(guess, home);
      for (const _ of upTo(20)) expect(await district.petitioner.look(byEnding, home)).toHaveProperty("petition");
      expect(await district.petitioner.look(guess, home)).toEqual({ barred: "wrong" });
      expect(await district.petitioner.look(guess, home)).toMatchObject({ barred: "wait" });
      expect(await district.petitioner.look(byEnding, home)).toMatchObject({ barred: "wait" });
    });

    it("that cannot be one is refused without a request", async ({ district }) => {
      for (const [code, phoneTail] of [
        ["", ""],
        ["7KQM-2D9X-VT4H", "123"],
        ["no code", "1234"],
      ] as const) {
        const { answer, sent } = await wrongly(district, { code, phoneTail });
        expect(answer).toEqual({ barred: "wrong" });
        expect(sent).toEqual([]);
      }
    });

    it("leaves no address behind, nor anything that two days have in common", async ({ district }) => {
      const key = district.keyTo(await district.filed());
      await district.petitioner.look({ ...key, phoneTail: "0000" }, home);
      const before = (await district.items()).tries.map(({ pk }) => pk);
      district.turnTo("2026-03-03T02:00:00.000Z");
      await district.petitioner.look({ ...key, phoneTail: "0000" }, home);
      const stored = (await district.items()).tries;
      expect(JSON.stringify(stored)).not.toContain(home);
      // Of the three counters, that of the code is the same on both days.
      expect(stored.filter(({ pk }) => !before.includes(pk))).toHaveLength(3);
    });

    it("with the ending only looks: a new answer stays closed and no clock starts until the whole number is typed", async ({
      district,
    }) => {
      const caseId = await district.answered();
      const key = district.keyTo(caseId);
      const byEnding = { ...key, phoneTail: key.phoneTail.slice(-4) };
      expect(await district.petitioner.look(byEnding, home)).toMatchObject({ petition: { status: "delivering" } });
      const open = (wholePhone: string) =>
        district.petitioner.act(byEnding, home, { command: { command: "openAnswer" }, saw: 1 }, wholePhone);
      expect(await open("")).toMatchObject({ unproven: "missing", petition: { status: "delivering" } });
      expect(await open("1234")).toMatchObject({ unproven: "notAPhone", petition: { status: "delivering" } });
      expect(await open("13900001234")).toMatchObject({ unproven: "wrong", petition: { status: "delivering" } });
      expect((await district.load(caseId)).status).toBe("delivering");
      expect(await open(key.phoneTail)).toMatchObject({ petition: { status: "window" } });
    });

    it("with the ending decides nothing, and guesses at the whole number are counted and held back", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const key = district.keyTo(caseId);
      const byEnding = { ...key, phoneTail: key.phoneTail.slice(-4) };
      const { told: saw } = await district.load(caseId);
      const decision = { command: { command: "withdraw", understood: "yes" }, saw } as const;
      const withdraw = (wholePhone: string, from = stranger) =>
        district.petitioner.act(byEnding, from, decision, wholePhone);
      for (const n of upTo(5)) expect(await withdraw(`1391234${ending(n)}`)).toMatchObject({ unproven: "wrong" });
      expect(await withdraw(key.phoneTail)).toMatchObject({ unproven: "wait" });
      expect((await district.load(caseId)).status).toBe("handling");
      await withdraw(key.phoneTail, home);
      expect((await district.load(caseId)).status).toBe("withdrawing");
    });
  });
