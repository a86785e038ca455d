import { describe, expect } from "vitest";
import { secondsLater } from "#ground/instant.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";

const window = "203.0.113.7";
const stranger = "198.51.100.1";

const admitted = (asked: readonly { admitted: boolean }[]): number => asked.filter((one) => one.admitted).length;

/** As many petitions as are asked for, sent at the same moment. */
const flood = (district: District, many: number, from: (n: number) => string, email?: string) =>
  Promise.all(upTo(many).map((n) => district.admit(from(n), email)));

export const admissions = (it: ContractTest) =>
  describe("filing", () => {
    it("thirty petitions in six seconds, from one place, are twenty; the others are told until when to wait", async ({
      district,
    }) => {
      const asked = await flood(district, 30, () => stranger);
      expect(admitted(asked)).toBeLessThanOrEqual(20);
      expect(asked.find((one) => !one.admitted)).toMatchObject({ because: "network" });
      expect(await district.admit(window)).toEqual({ admitted: true });
    });

    it("at a window where somebody files every two minutes, all day, never waits", async ({ district }) => {
      const { now } = await district.world();
      for (const n of upTo(60)) {
        district.turnTo(secondsLater(now, n * 120));
        expect(await district.admit(window)).toEqual({ admitted: true });
      }
    });

    it("with the e-mail address of a third person, from anywhere, is three; without it, or with another, goes on", async ({
      district,
    }) => {
      const email = "somebody@example.org";
      const asked = await flood(district, 30, (n) => `10.0.0.${n}`, email);
      expect(admitted(asked)).toBe(3);
      const { now } = await district.world();
      expect(await district.admit(window, email.toUpperCase())).toEqual({
        admitted: false,
        because: "mailbox",
        until: secondsLater(now, 600),
      });
      expect(await district.admit(window)).toEqual({ admitted: true });
      expect(await district.admit(window, "another@example.org")).toEqual({ admitted: true });
      expect(JSON.stringify((await district.items()).tries)).not.toContain("example");
    });

    it("that an e-mail address keeps waiting uses up nothing of the place that it comes from", async ({ district }) => {
      for (const n of upTo(3)) await district.admit(`10.0.0.${n}`, "somebody@example.org");
      for (const _ of upTo(25)) await district.admit(window, "somebody@example.org");
      expect(await district.admit(window)).toEqual({ admitted: true });
    });
  });
