import { describe, expect } from "vitest";
import type { ClockRow } from "#clock/clock.ts";
import { clockKey } from "#clock/keys.ts";
import type { DueRow } from "#clock/store.ts";
import type { ContractTest } from "./contract-test.ts";
import { type District, keyOf } from "./district.ts";
import { upTo } from "./moments.ts";
import { reply } from "./samples.ts";
import { expectSound } from "./soundness.ts";

const megabyte = 2 ** 20;

type Row = ClockRow & { pk: string; sk: string; shard?: number };

/** The row of one clock of an invented case, in any shard. */
const rowAt = (caseId: string, n: number, shard: number, more: Partial<ClockRow>): Row => {
  const [start, due] = ["2026-03-01T00:00:00.000Z", "2026-03-02T00:00:00.000Z"];
  const clock = { kind: "transit", n, family: "watch", start, due } as const;
  return { ...clockKey(caseId, clock), v: 1, caseId, clock, failures: 0, ...more, ...(more.nextAt && { shard }) };
};

const write = (district: District, rows: Row[]): Promise<void> => district.put("deadlines", ...rows);

/** A moment some seconds after the first of March. */
const secondsOn = (seconds: number): string =>
  new Date(Date.parse("2026-03-01T00:00:00.000Z") + seconds * 1000).toISOString();

const everyDue = async ({ deadlines }: Pick<District, "deadlines">, shard: number, now: string): Promise<DueRow[]> => {
  const found: DueRow[] = [];
  for await (const due of deadlines.due(shard, now)) found.push(due);
  return found;
};

const timesOf = (found: DueRow[]) => found.map((due) => ("row" in due ? due.row.nextAt : due.unreadable));

export const deadlines = (it: ContractTest) =>
  describe("the deadlines", () => {
    it("of a shard tell when the next of them rings, for a demo clock that goes on from one to the next", async ({
      district,
    }) => {
      const at = (seconds: number) => rowAt(`AH-2026-${seconds}-k7m2p9x4c3vb`, 1, 5, { nextAt: secondsOn(seconds) });
      await write(district, [at(30), at(10), at(20), rowAt("AH-2026-9000-k7m2p9x4c3vb", 1, 5, {})]);
      const next = (seconds: number) => district.deadlines.nextDue(5, secondsOn(seconds));
      expect([await next(0), await next(10), await next(25)]).toEqual([10, 20, 30].map(secondsOn));
      expect(await next(30)).toBeUndefined();
      expect(await district.deadlines.nextDue(6, secondsOn(0))).toBeUndefined();
    });

    it("of a shard that are due come longest due first, over all pages, and nothing else comes", async ({
      district,
    }) => {
      // An error's text makes a row heavy, so that few of them fill more than one page.
      const heavy = { quarantined: { at: secondsOn(0), error: "x".repeat(4000) } };
      const due = upTo(600).map((n) =>
        rowAt(`AH-2026-${1000 + n}-k7m2p9x4c3vb`, n, 3, { ...heavy, nextAt: secondsOn((n * 389) % 1000) }),
      );
      expect(JSON.stringify(due).length).toBeGreaterThan(2 * megabyte);
      const now = secondsOn(1000);
      await write(district, [
        ...due,
        rowAt("AH-2026-2001-k7m2p9x4c3vb", 1, 3, { nextAt: now }),
        rowAt("AH-2026-2002-k7m2p9x4c3vb", 1, 3, { nextAt: secondsOn(1001) }),
        rowAt("AH-2026-2003-k7m2p9x4c3vb", 1, 4, { nextAt: secondsOn(1) }),
        rowAt("AH-2026-2004-k7m2p9x4c3vb", 1, 3, { ended: { at: secondsOn(1), why: "done" } }),
      ]);
      const found = await everyDue(district, 3, now);
      expect(timesOf(found)).toEqual(
        [...due.map(({ nextAt }) => nextAt), now].sort((a = "", b = "") => a.localeCompare(b)),
      );
      expect(new Set(found.map(({ key }) => keyOf(key))).size).toBe(due.length + 1);
    });

    it("stay readable beside one that is not, which is named and not dropped", async ({ district }) => {
      const written = upTo(3).map((n) => rowAt("AH-2026-1001-k7m2p9x4c3vb", n, 3, { nextAt: secondsOn(n) }));
      await write(district, written);
      const Key = { pk: written[1]?.pk ?? "", sk: written[1]?.sk ?? "" };
      await district.change("deadlines", Key, ({ clock: _, ...row }) => row);
      const [first, second, third] = await everyDue(district, 3, secondsOn(10));
      expect([first, third]).toMatchObject([{ row: { clock: { n: 1 } } }, { row: { clock: { n: 3 } } }]);
      expect(second).toMatchObject({ key: Key, unreadable: { name: "UnreadableRow" } });
      await expect(district.deadlines.ofCase("AH-2026-1001-k7m2p9x4c3vb")).rejects.toThrow(`${Key.pk} / ${Key.sk}`);
      const named: string[] = [];
      const rows = await district.deadlines.ofCase(
        "AH-2026-1001-k7m2p9x4c3vb",
        ({ message }) => void named.push(message),
      );
      expect(rows.map(({ clock }) => clock.n)).toEqual([1, 3]);
      expect(named).toEqual([expect.stringContaining(`${Key.pk} / ${Key.sk}`)]);
    });

    it("that cannot be read keep nobody from their case: it is shown, and its answer delivered", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const transit = clockKey(caseId, { kind: "transit", n: 1 });
      await district.change("deadlines", transit, ({ clock: _, ...row }) => row);
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({ kind: "open" });
      await district.act(caseId, reply);
      await district.follow(caseId);
      expect(district.unreadable).toContainEqual(expect.stringContaining(`${transit.pk} / ${transit.sk}`));
      expect(await district.load(caseId)).toMatchObject({ status: "window", delivery: { how: "opened" } });
    });

    it("that a case has lost between two steps are found, and it goes on with new ones", async ({ district }) => {
      const caseId = await district.filed("wages");
      const transit = { kind: "transit", n: 1 } as const;
      await district.remove("deadlines", clockKey(caseId, transit));
      await expect(district.arrive(caseId)).rejects.toThrow("CLOCK#transit#1: refused");

      const found = { replaced: [caseId], clockless: [{ caseId, clocks: [transit] }], broken: [], failed: [], left: 0 };
      expect(await district.reconcile()).toEqual(found);
      expect(await district.reconcile()).toEqual({ ...found, replaced: [], clockless: [] });
      expect(await district.load(caseId)).toMatchObject({
        status: "accepted",
        epoch: 2,
        running: [{ clock: { kind: "handling" } }, { clock: { kind: "transit", n: 2 } }],
      });
      await district.arrive(caseId);
      expect(await district.load(caseId)).toMatchObject({ status: "handling", level: "department" });
    });

    it("of a case are all listed, however many there are", async ({ district }) => {
      const heavy = { quarantined: { at: secondsOn(0), error: "x".repeat(4000) } };
      await write(
        district,
        upTo(300).map((n) => rowAt("AH-2026-1001-k7m2p9x4c3vb", n, 3, heavy)),
      );
      const rows = await district.deadlines.ofCase("AH-2026-1001-k7m2p9x4c3vb");
      expect(rows.map(({ clock }) => clock.n).sort((a, b) => a - b)).toEqual(upTo(300));
    });

    it("keep a clock that was moved since it was found due by a sweep that thinks it overtaken", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const before = await district.items();
      const clock = { kind: "step", n: 1 } as const;
      await district.deadlines.endOvertaken(caseId, clock, "2026-03-10T00:00:00.000Z", "2026-03-10T00:01:00.000Z");
      expect(await district.items()).toEqual(before);
    });

    it("keep the reason for which a clock ended first, when its case stops it again", async ({ district }) => {
      const caseId = await district.atLeader();
      const end = async () =>
        (await district.deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === "handling")?.ended;
      district.turnTo("2026-05-10T00:00:00.000Z");
      await district.sweep();
      const rang = await end();
      expect(rang).toEqual({ at: "2026-05-10T00:00:00.000Z", why: "rang" });
      district.turnTo("2026-05-11T00:00:00.000Z");
      await district.act(caseId, reply);
      expect(await end()).toEqual(rang);
    });

    it("of a decision are started, moved and stopped with it", async ({ district }) => {
      const caseId = await district.atLeader();
      await expectSound(district, caseId);
      district.turnTo("2026-03-20T00:00:00.000Z");
      await district.deadlines.countFailure(clockKey(caseId, { kind: "step", n: 2 }), "Throttled", secondsOn(0));
      await district.sweep();
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)?.clocks).toEqual([
        { change: "next", clock: { kind: "step", n: 2 }, nextAt: "2026-03-20T00:30:00.000Z", reminded: 100 },
      ]);
      const moved = (await district.deadlines.ofCase(caseId)).find(
        ({ clock: { kind, n } }) => kind === "step" && n === 2,
      );
      expect(moved).toMatchObject({ nextAt: "2026-03-20T00:30:00.000Z", failures: 0 });
      await expectSound(district, caseId);
    });
  });
