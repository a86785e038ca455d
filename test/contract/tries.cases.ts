import { describe, expect } from "vitest";
import { tryKey } from "#access/keys.ts";
import type { Counter } from "#access/tries.ts";
import { secondsLater } from "#ground/instant.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";

const guess: Counter = { of: "a guess", pace: { free: 3, waits: [60, 120, 300], forgives: 3600 } };
const place: Counter = { of: "a place", pace: { free: 5, waits: [10], forgives: 60 } };

const start = "2026-03-02T02:00:00.000Z";
const later = (seconds: number) => secondsLater(start, seconds);
const giveBack = async (district: District, at: string) => {
  const taken = await district.tries.take([guess], at);
  if (taken.kind !== "taken") throw new Error(`The try has to wait until ${taken.until}`);
  await taken.giveBack();
};

export const tries = (it: ContractTest) =>
  describe("tries", () => {
    it("are let through until they are used up, and then after waits that grow and stay", async ({ district }) => {
      const { take } = district.tries;
      const outcomes: string[] = [];
      for (const at of [0, 0, 0, 0, 59, 60, 60, 179, 180, 480, 779, 780]) {
        const taken = await take([guess], later(at));
        outcomes.push(taken.kind === "taken" ? `${at}: taken` : `${at}: until ${taken.until.slice(14, 19)}`);
      }
      expect(outcomes).toEqual([
        "0: taken",
        "0: taken",
        "0: taken",
        "0: until 01:00",
        "59: until 01:00",
        "60: taken",
        "60: until 03:00",
        "179: until 03:00",
        "180: taken",
        "480: taken",
        "779: until 13:00",
        "780: taken",
      ]);
    });

    it("at the same moment are counted one by one, by however many machines", async ({ district }) => {
      const machines = upTo(4).map(() => district.machine());
      const taken = await Promise.all(
        upTo(100).map((n) => (machines[n % 4] ?? district).tries.take([guess, place], start)),
      );
      expect(taken.filter(({ kind }) => kind === "taken").length).toBe(3);
    });

    it("are counted everywhere or nowhere: what has to wait at one counter uses up nothing at another", async ({
      district,
    }) => {
      const { take } = district.tries;
      for (const _ of upTo(3)) await take([guess], start);
      for (const _ of upTo(9)) expect(await take([guess, place], start)).toMatchObject({ kind: "wait" });
      for (const _ of upTo(5)) expect(await take([place], start)).toMatchObject({ kind: "taken" });
      expect(await take([place], start)).toMatchObject({ kind: "wait" });
    });

    it("are given back one by one: that clears nothing of what others have tried", async ({ district }) => {
      const { take } = district.tries;
      for (const _ of upTo(20)) await giveBack(district, start);
      await take([guess], start);
      const mine = await take([guess], start);
      expect(await take([guess], start)).toMatchObject({ kind: "taken" });
      // The third has brought about a wait; to give back the second shortens nothing.
      if (mine.kind === "taken") await mine.giveBack();
      expect(await take([guess], start)).toEqual({ kind: "wait", until: later(60) });
      await giveBack(district, later(60));
      expect(await take([guess], later(61))).toMatchObject({ kind: "taken" });
      expect(await take([guess], later(61))).toEqual({ kind: "wait", until: later(121) });
    });

    it("are forgiven one by one in quiet times, and the row says when all are", async ({ district }) => {
      const { take } = district.tries;
      for (const _ of upTo(3)) await take([guess], start);
      const [row] = (await district.items()).tries;
      expect(row).toMatchObject({ ...tryKey(guess.of), count: 3, expires: Date.parse(later(3 * 3600)) / 1000 });
      expect(await take([guess], later(2 * 3600))).toMatchObject({ kind: "taken" });
      expect(await take([guess], later(2 * 3600))).toMatchObject({ kind: "taken" });
      expect(await take([guess], later(2 * 3600))).toMatchObject({ kind: "wait" });
    });

    it("from one address can be told only on one day: all machines have that day's salt, and another day has another", async ({
      district,
    }) => {
      const machines = upTo(8).map(() => district.machine());
      const salts = await Promise.all(machines.map(({ saltOf }) => saltOf("2026-03-02")));
      expect(new Set(salts).size).toBe(1);
      expect(await district.saltOf("2026-03-03")).not.toBe(salts[0]);
      expect((await district.items()).tries.map(({ pk, expires }) => [pk, expires])).toEqual([
        ["SALT#2026-03-02", Date.parse("2026-03-03T16:00:00.000Z") / 1000],
        ["SALT#2026-03-03", Date.parse("2026-03-04T16:00:00.000Z") / 1000],
      ]);
    });

    it("that have to wait cost a read, and write nothing", async ({ district }) => {
      for (const _ of upTo(3)) await district.tries.take([guess], start);
      const before = await district.items();
      for (const _ of upTo(5)) await district.tries.take([guess], start);
      expect(await district.items()).toEqual(before);
    });
  });
