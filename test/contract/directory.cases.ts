import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import type { Announcement } from "#clock/announcement.ts";
import { demoNow } from "#clock/now.ts";
import type { Directory } from "#directory/directory.ts";
import { DemoClockMoved } from "#directory/store.ts";
import { Key } from "#record/database.ts";
import { demoDistrict } from "../fixtures/demo-district.ts";
import { directory as smallDistrict } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";
import { beforeRequests, watch } from "./requests.ts";

/** Words that nothing packs any smaller. */
const unpackable = Array.from({ length: 10_000 }, (_, n) => createHash("sha256").update(`${n}`).digest("base64")).join(
  "",
);
const demo = demoDistrict();
/** Large enough to need several parts. */
const first: Directory = {
  ...demo,
  units: demo.units.map((unit, at) => (at === 0 ? { ...unit, search: [unpackable] } : unit)),
};
const named = (version: string, more: Partial<Directory> = {}): Directory => ({ ...first, ...more, version });
const second = named("anhe-2026-4", {
  staff: first.staff.map((person) => ({ ...person, name: `${person.name}（新）` })),
});

const isWrite = ({ does }: { does: string }): boolean => does === "write";

/** Imports a directory on a machine that dies before its n-th write. Tells whether it lived to the end. */
const importUntil = async (district: District, directory: Directory, lastWrite: number): Promise<boolean> => {
  const machine = district.machine();
  let writes = 0;
  beforeRequests(machine.db, (request) => {
    writes += isWrite(request) ? 1 : 0;
    if (writes > lastWrite) throw new Error("killed");
  });
  try {
    await machine.directories.importVersion(directory);
    return true;
  } catch (error) {
    expect(error).toEqual(new Error("killed"));
    return false;
  }
};

/** The first part of a version. */
const firstPart = async (district: District): Promise<Key> => {
  const row = (await district.items()).directory.find(({ sk }) => String(sk).startsWith("PART#"));
  return Key.parse(row);
};

/** What a machine reads that has just started. */
const inForce = (district: District): Promise<Directory> => district.machine().directories.current();

export const directories = (it: ContractTest) =>
  describe("the directory", () => {
    it("comes back from its rows as it was imported", async ({ district }) => {
      await district.directories.importVersion(first);
      expect(await inForce(district)).toEqual(first);
      await district.directories.importVersion(smallDistrict);
      expect(await inForce(district)).toEqual(smallDistrict);
    });

    it("is an error while there is none", async ({ district }) => {
      await expect(district.directories.current()).rejects.toThrow("No directory has been imported");
    });

    it("stays as it was, whole, wherever an import is killed; the next import repairs it", async ({ district }) => {
      await district.directories.importVersion(first);
      let killed = 0;
      while (!(await importUntil(district, second, killed))) {
        expect(await inForce(district)).toEqual(first);
        expect(await district.directories.current()).toEqual(first);
        killed += 1;
      }
      // Its parts, two at least, its head, and what puts it in force.
      expect(killed).toBeGreaterThan(3);
      expect(await inForce(district)).toEqual(second);
      expect(await district.directories.current()).toEqual(second);
    });

    it("takes nothing over from a killed import into the one that follows under the same version", async ({
      district,
    }) => {
      await district.directories.importVersion(first);
      expect(await importUntil(district, second, 2)).toBe(false);
      const smaller = { ...smallDistrict, version: second.version };
      await district.directories.importVersion(smaller);
      expect(await inForce(district)).toEqual(smaller);
    });

    it("is seen whole by whoever reads during an import: the old one, then the new one", async ({ district }) => {
      await district.directories.importVersion(first);
      const machine = district.machine();
      const seen: Directory[] = [];
      beforeRequests(machine.db, async (request) => {
        if (isWrite(request)) seen.push(await inForce(district));
      });
      await machine.directories.importVersion(second);
      expect(seen.length).toBeGreaterThan(3);
      for (const directory of seen) expect(directory).toEqual(first);
      expect(await inForce(district)).toEqual(second);
    });

    it("changes for machines that have read it before, and changes back by one write", async ({ district }) => {
      const warm = district.machine();
      await district.directories.importVersion(first);
      expect(await warm.directories.current()).toEqual(first);
      await district.directories.importVersion(second);
      expect(await warm.directories.current()).toEqual(second);

      const machine = district.machine();
      const sent = watch(machine.db);
      await machine.directories.importVersion(first);
      expect(sent.filter(isWrite)).toHaveLength(1);
      expect(await warm.directories.current()).toEqual(first);
    });

    it("is read again only when its version has changed", async ({ district }) => {
      await district.directories.importVersion(first);
      const machine = district.machine();
      await machine.directories.current();
      const sent = watch(machine.db);
      await machine.directories.current();
      expect(sent).toEqual([{ does: "get", to: district.tables.directory }]);
    });

    it("refuses other content under a version that is stored, and stays as it was", async ({ district }) => {
      await district.directories.importVersion(first);
      const before = await district.items();
      const changed = { ...second, version: first.version };
      await expect(district.directories.importVersion(changed)).rejects.toMatchObject({
        name: "DirectoryVersionTaken",
      });
      expect(await district.items()).toEqual(before);
    });

    it("with a row that cannot be read is an error that names it", async ({ district }) => {
      await district.directories.importVersion(first);
      const key = await firstPart(district);
      await district.change("directory", key, ({ packed: _, ...row }) => row);
      await expect(inForce(district)).rejects.toThrow(`${key.pk} / ${key.sk}`);
    });

    it("that was changed by hand, or has lost a row, is not taken for what was imported", async ({ district }) => {
      await district.directories.importVersion(first);
      const key = await firstPart(district);
      const { directory: before } = await district.items();
      await district.change("directory", key, (row) => ({
        ...row,
        packed: `${String(row.packed).slice(0, -9)}AAAAAAAAA`,
      }));
      await expect(inForce(district)).rejects.toMatchObject({ name: "DirectoryChanged" });
      await district.remove("directory", key);
      await expect(inForce(district)).rejects.toMatchObject({ name: "DirectoryChanged" });
      await district.put("directory", ...before);
      expect(await inForce(district)).toEqual(first);
    });

    it("is one of two that are imported at the same moment under one version; the other is refused by name", async ({
      district,
    }) => {
      const other = { ...second, version: first.version };
      for (const _ of upTo(5)) {
        const both = [first, other].map((directory) => district.machine().directories.importVersion(directory));
        const ends = await Promise.allSettled(both);
        expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
        const refused = ends.filter(({ status }) => status === "rejected");
        expect(refused).toMatchObject([{ reason: { name: "DirectoryVersionTaken" } }]);
        expect(await inForce(district)).toEqual(ends[0]?.status === "fulfilled" ? first : other);
        for (const { pk, sk } of (await district.items()).directory) {
          await district.remove("directory", { pk: String(pk), sk: String(sk) });
        }
      }
    });

    it("is one of two versions that are put in force at the same moment; the other's import is told", async ({
      district,
    }) => {
      await district.directories.importVersion(smallDistrict);
      const slow = district.machine();
      let others = 0;
      beforeRequests(slow.db, async (request) => {
        others += isWrite(request) ? 1 : 0;
        if (isWrite(request) && others === 1) await district.directories.importVersion(second);
      });
      await expect(slow.directories.importVersion(first)).rejects.toMatchObject({ name: "ImportOvertaken" });
      expect(await inForce(district)).toEqual(second);
    });
  });

/** A rest day that the district announces. */
const restOn = (day: string): Announcement => ({
  announced: "2026-03-02",
  reason: { zh: `${day} 停电`, en: `No power on ${day}` },
  rest: [day],
  work: [],
});

export const calendar = (it: ContractTest) =>
  describe("the calendar", () => {
    it("has the days that the district announced, whichever directory is in force", async ({ district }) => {
      await district.directories.importVersion(first);
      const warm = district.machine();
      expect((await warm.directories.inForce()).calendar.isRestDay("2026-03-18")).toBe(false);
      await district.directories.announce(restOn("2026-03-18"));
      await district.directories.importVersion(second);
      await district.directories.announce(restOn("2026-03-19"));
      for (const machine of [warm, district.machine()]) {
        const { directory, calendar } = await machine.directories.inForce();
        expect(directory).toEqual(second);
        expect(["2026-03-17", "2026-03-18", "2026-03-19"].map((day) => calendar.isRestDay(day))).toEqual([
          false,
          true,
          true,
        ]);
      }
    });

    it("takes an announcement once, and none before there is a directory", async ({ district }) => {
      await expect(district.directories.announce(restOn("2026-03-18"))).rejects.toThrow("No directory");
      await district.directories.importVersion(first);
      await district.directories.announce(restOn("2026-03-18"));
      const before = await district.items();
      await district.directories.announce(restOn("2026-03-18"));
      expect(await district.items()).toEqual(before);
    });

    it("lets the one rule that was announced later, whichever was entered later, and tells of the days", async ({
      district,
    }) => {
      await district.directories.importVersion(first);
      const newer = { ...restOn("2026-03-18"), announced: "2026-03-03" };
      const older = { ...restOn("2026-03-19"), work: ["2026-03-18"] };
      expect(await district.directories.announce(newer)).toEqual([]);
      const told = [{ date: "2026-03-18", ruling: newer, overruled: older }];
      expect(await district.directories.announce(older)).toEqual(told);
      expect(await district.directories.announce(older)).toEqual(told);
      const { calendar } = await district.directories.inForce();
      expect(["2026-03-18", "2026-03-19"].map((day) => calendar.isRestDay(day))).toEqual([true, true]);
    });

    it("loses no announcement that was not refused, when several are made at the same moment", async ({ district }) => {
      await district.directories.importVersion(first);
      const days = upTo(5).map((n) => `2026-03-${String(15 + n)}`);
      const made = await Promise.allSettled(days.map((day) => district.machine().directories.announce(restOn(day))));
      const { calendar } = await district.directories.inForce();
      const taken = days.filter((_, i) => made[i]?.status === "fulfilled");
      expect(days.filter((day) => calendar.isRestDay(day))).toEqual(taken);
      expect(taken.length).toBeGreaterThan(0);
    });
  });

export const demoClock = (it: ContractTest) =>
  describe("the demo clock", () => {
    it("begins with the machine's time and is as far ahead as it was moved", async ({ district }) => {
      const day = 86_400_000;
      expect(await district.directories.demoOffset()).toBe(0);
      await district.directories.moveDemoClock(0, day);
      await district.directories.moveDemoClock(day, 3 * day);
      const now = demoNow(() => district.machine().directories.demoOffset());
      const ahead = Date.parse(await now()) - Date.now();
      expect(Math.abs(ahead - 3 * day)).toBeLessThan(60_000);
    });

    it("is moved by one of several who try at the same moment; the others are told", async ({ district }) => {
      const moves = await Promise.allSettled(
        upTo(10).map((minutes) => district.machine().directories.moveDemoClock(0, minutes * 60_000)),
      );
      const done = moves.flatMap(({ status }, i) => (status === "fulfilled" ? [(i + 1) * 60_000] : []));
      expect(done).toEqual([await district.directories.demoOffset()]);
      for (const move of moves) if (move.status === "rejected") expect(move.reason).toBeInstanceOf(DemoClockMoved);
      await expect(district.directories.moveDemoClock(0, 60_000)).rejects.toThrow(DemoClockMoved);
    });
  });
