import { describe, expect } from "vitest";
import { caseKey } from "#case/store/keys.ts";
import type { ClockName } from "#clock/clock.ts";
import { clockKey, quarantineShard, shardCount, shardOf } from "#clock/keys.ts";
import { failureLimit } from "#clock/store.ts";
import { previewSweep } from "../../local/preview-sweep.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import type { Machine } from "./machine.ts";
import { meetings } from "./moments.ts";
import { beforeRequests, watch } from "./requests.ts";
import { reply, reportUpward } from "./samples.ts";
import { expectSound } from "./soundness.ts";

/** Every clock that can ring: how a case comes to have it, when it is due, and what its ring comes to. */
const clocks: { ring: string; of: (district: District) => Promise<string>; due: string; comes: string[] }[] = [
  {
    ring: "a step's clock",
    of: (district) => district.atDepartment(),
    due: "2026-03-18T00:00:00.000Z",
    comes: ["stepOverdue"],
  },
  {
    ring: "a clock at the top, which goes on,",
    of: (district) => district.atLeader(),
    due: "2026-03-20T00:00:00.000Z",
    comes: ["overdueAtTop"],
  },
  {
    ring: "the bureau's clock, which goes on,",
    of: (district) => district.atBureau(),
    due: "2026-03-20T00:00:00.000Z",
    comes: ["overdueAtTop"],
  },
  {
    ring: "the clock of a delivery, which goes on,",
    of: (district) => district.answered(),
    due: "2026-03-12T00:00:00.000Z",
    comes: ["deliveryOverdue"],
  },
  {
    ring: "the clock of a review window",
    of: async (district) => {
      const caseId = await district.answered();
      await district.follow(caseId);
      return caseId;
    },
    due: "2026-04-03T00:00:00.000Z",
    comes: ["closed"],
  },
  {
    ring: "a transit clock, which starts the next one,",
    of: (district) => district.filed("wages"),
    due: "2026-03-02T02:11:00.000Z",
    comes: ["executionReplaced"],
  },
  {
    ring: "the statutory clock that lifts a low case, and goes on,",
    of: async (district) => {
      const caseId = await district.atCommunity();
      district.turnTo("2026-04-15T02:00:00.000Z");
      await district.act(caseId, reportUpward);
      await district.arrive(caseId);
      return caseId;
    },
    due: "2026-04-21T00:00:00.000Z",
    comes: ["lifted"],
  },
  {
    ring: "the statutory clock at its end, beside the step's,",
    of: (district) => district.atLeader(),
    due: "2026-05-10T00:00:00.000Z",
    comes: ["overdueAtTop", "statutoryOverdue"],
  },
  {
    ring: "the statutory clock of a case that nobody could open, beside its transit clock,",
    of: (district) => district.filed("land"),
    due: "2026-03-20T00:00:00.000Z",
    comes: ["executionReplaced", "statutoryOverdue"],
  },
];

/** Two machines that have both decided on a ring before either stores it. */
const twins = (district: District): [Machine, Machine] => {
  const bothDecided = meetings(2);
  const twin = () =>
    district.machine({
      commit: async (change, cases) => {
        await bothDecided(`${change.after.id} ${change.ring?.clock.kind}`);
        await cases.commit(change);
      },
    });
  return [twin(), twin()];
};

const rowOf = async ({ deadlines }: District, caseId: string, { kind, n }: ClockName) =>
  (await deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === kind && clock.n === n);

const inQuarantine = ({ deadlines }: District) => deadlines.quarantined();

/** Puts a row into the index that nobody can read, long due, in the shard of a case. */
const poison = async (district: District, caseId: string) => {
  const key = clockKey("AH-2026-9999-k7m2p9x4c3vb", { kind: "step", n: 1 });
  const Item = { ...key, v: 1, clock: "?", shard: shardOf(caseId), nextAt: "2026-01-01T00:00:00.000Z", failures: 0 };
  await district.put("deadlines", Item);
  return key;
};

export const sweeps = (it: ContractTest) =>
  describe("a sweep", () => {
    for (const { ring, of, due, comes } of clocks) {
      it(`that overlaps with another rings ${ring} once`, async ({ district }) => {
        const caseId = await of(district);
        const { version } = await district.load(caseId);
        district.turnTo(due);
        const [one, other] = twins(district);
        const swept = await Promise.all([one.sweep(), other.sweep()]);

        expect(swept.map(({ failed }) => failed)).toEqual([0, 0]);
        const isTold = (what: string) => what === "rang before" || what === "overtaken";
        const came = swept.flatMap(({ rung }) => rung.flatMap((rang) => rang.came));
        expect(came.filter(isTold)).toHaveLength(comes.length);
        expect(came.filter((what) => !isTold(what)).sort()).toEqual(comes);
        const { events } = await district.cases.history(caseId);
        const added = events.slice(version).map(({ fact }) => fact.type);
        expect(added.sort()).toEqual(comes);
        await expectSound(district, caseId);
        expect(await district.sweep()).toMatchObject({ rung: [], failed: 0 });
      });
    }

    it("ends a clock that a closed case no longer runs, and says that it was overtaken", async ({ district }) => {
      const caseId = await district.answered();
      await district.follow(caseId);
      district.turnTo("2026-04-03T00:00:00.000Z");
      await district.sweep();
      expect(await district.load(caseId)).toMatchObject({ status: "closed" });

      const key = clockKey(caseId, { kind: "review", n: 2 });
      const leftOver = {
        ...key,
        v: 1,
        caseId,
        failures: 0,
        shard: shardOf(caseId),
        nextAt: "2026-04-02T00:00:00.000Z",
      };
      const { clock } = (await rowOf(district, caseId, { kind: "review", n: 2 })) ?? {};
      await district.put("deadlines", { ...leftOver, clock });

      expect((await district.sweep()).rung).toEqual([{ caseId, clock: { kind: "review", n: 2 }, came: ["overtaken"] }]);
      expect(await rowOf(district, caseId, { kind: "review", n: 2 })).toMatchObject({
        ended: { at: "2026-04-03T00:00:00.000Z", why: "overtaken" },
      });
      await expectSound(district, caseId);
      expect((await district.sweep()).rung).toEqual([]);
    });

    it("that read the index too early tells that the clock was overtaken, and leaves its end as it was", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const clock = { kind: "step", n: 1 } as const;
      const { nextAt = "" } = (await rowOf(district, caseId, clock)) ?? {};
      await district.act(caseId, reply);
      const before = await district.items();

      expect(await district.ring({ caseId, clock, nextAt })).toMatchObject({ came: ["overtaken"] });
      expect(await district.items()).toEqual(before);
      expect(await rowOf(district, caseId, clock)).toMatchObject({ ended: { why: "done" } });
    });

    it(`counts a row that it cannot read and goes on; after ${failureLimit} failures the row is quarantined`, async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const key = await poison(district, caseId);
      district.turnTo("2026-03-18T00:00:00.000Z");

      const swept = await district.sweep();
      expect(swept).toMatchObject({ failed: 1, quarantined: 0, rung: [{ caseId, came: ["stepOverdue"] }] });
      expect(district.failures).toMatchObject([{ row: key, error: { name: "UnreadableRow" } }]);
      for (let failures = 2; failures < failureLimit; failures += 1) {
        expect(await district.sweep()).toMatchObject({ failed: 1, quarantined: 0 });
      }
      expect(await district.sweep()).toMatchObject({ failed: 1, quarantined: 1 });
      expect(await district.sweep()).toMatchObject({ failed: 0, quarantined: 0 });

      const row = (await district.items()).deadlines.find(({ pk }) => pk === key.pk);
      expect(row).toMatchObject({ failures: failureLimit, quarantined: { at: "2026-03-18T00:00:00.000Z" } });
      expect(JSON.stringify(row)).toContain(`UnreadableRow: ${key.pk} / ${key.sk}`);
      expect(await inQuarantine(district)).toMatchObject([{ key, unreadable: { name: "UnreadableRow" } }]);
    });

    it("leaves a quarantined clock alone until it is released, then rings it once, with all its attempts", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const clock = { kind: "step", n: 1 } as const;
      const now = "2026-03-18T00:00:00.000Z";
      district.turnTo(now);
      for (let failures = 1; failures <= failureLimit; failures += 1) {
        await district.deadlines.countFailure(clockKey(caseId, clock), "Error: no such unit", now);
      }
      expect(await inQuarantine(district)).toMatchObject([
        { row: { caseId, clock, failures: failureLimit, quarantined: { at: now, error: "Error: no such unit" } } },
      ]);
      expect(await rowOf(district, caseId, clock)).not.toHaveProperty("nextAt");
      expect(await district.sweep()).toMatchObject({ rung: [], failed: 0 });

      expect(await district.release(caseId, clock)).toMatchObject([{ type: "clockReleased", clock }]);
      expect(await inQuarantine(district)).toEqual([]);
      const released = await rowOf(district, caseId, clock);
      expect(released).toMatchObject({ failures: 0 });
      expect(released?.nextAt && released.nextAt <= now).toBe(true);
      expect(released).not.toHaveProperty("quarantined");
      expect(await district.sweep()).toMatchObject({ rung: [{ caseId, clock, came: ["stepOverdue"] }] });
      await expectSound(district, caseId);
    });

    it("that was down for a week catches up with one notice for each clock, which one digest tells", async ({
      district,
    }) => {
      const ids = await Promise.all([district.atDepartment(), district.atDepartment(), district.atDepartment()]);
      // Half of the fifteen days passed on the 10th, three quarters on the 14th.
      district.turnTo("2026-03-16T08:00:00.000Z");
      const { rung } = await district.sweep();
      expect(rung.map(({ caseId, came }) => `${caseId} ${came.join()}`).sort()).toEqual(
        ids.map((caseId) => `${caseId} reminded`).sort(),
      );
      expect(await district.sweep()).toMatchObject({ rung: [], failed: 0 });

      district.turnTo("2026-03-17T00:35:00.000Z");
      expect(await district.sweep()).toMatchObject({ rung: [] });
      const [posted] = await district.morning();
      expect(posted).toEqual({ digest: "housing-handler", on: "2026-03-17" });
      await district.sendDigest({ digest: "housing-handler", on: "2026-03-17" });
      const sent = await district.digests.digest("housing-handler", "2026-03-17");
      expect(sent).toMatchObject({ done: { told: ["inRow", "inRow", "inRow"] } });
      expect(sent?.notices.map(({ notice: { percent } }) => percent)).toEqual([75, 75, 75]);
      expect(district.letters).toHaveLength(1);
    });

    it("releases no clock before its time: it rings when its case says", async ({ district }) => {
      const caseId = await district.atDepartment();
      const clock = { kind: "step", n: 1 } as const;
      const [early, due] = ["2026-03-03T00:00:00.000Z", (await rowOf(district, caseId, clock))?.nextAt ?? ""];
      for (let failures = 1; failures <= failureLimit; failures += 1) {
        await district.deadlines.countFailure(clockKey(caseId, clock), "Throttled", early);
      }
      district.turnTo(early);
      await district.release(caseId, clock);
      expect(await rowOf(district, caseId, clock)).toMatchObject({ nextAt: due, failures: 0 });
      expect(await district.sweep()).toMatchObject({ rung: [] });
    });

    it("says with every run that a clock in quarantine is overdue, until it is released", async ({ district }) => {
      const caseId = await district.atDepartment();
      const clock = { kind: "step", n: 1 } as const;
      for (let failures = 1; failures <= failureLimit; failures += 1) {
        await district.deadlines.countFailure(clockKey(caseId, clock), "Throttled", "2026-03-18T00:00:00.000Z");
      }
      for (const [minute, overdueUnmoved] of [
        ["2026-03-18T00:05:00.000Z", 0],
        ["2026-03-18T00:11:00.000Z", 1],
        ["2026-03-19T00:00:00.000Z", 1],
      ] as const) {
        district.turnTo(minute);
        expect(await district.sweep()).toMatchObject({ overdueUnmoved });
      }
      await district.release(caseId, clock);
      expect(await district.sweep()).toMatchObject({ rung: [{ came: ["stepOverdue"] }], overdueUnmoved: 0 });
    });

    it("finds no clock in quarantine whose case has gone on without it", async ({ district }) => {
      const caseId = await district.atDepartment();
      const clock = { kind: "step", n: 1 } as const;
      for (let failures = 1; failures <= failureLimit; failures += 1) {
        await district.deadlines.countFailure(clockKey(caseId, clock), "Throttled", "2026-03-18T00:00:00.000Z");
      }
      await district.act(caseId, reply);
      expect(await inQuarantine(district)).toEqual([]);
      expect(await rowOf(district, caseId, clock)).toMatchObject({ ended: { why: "done" } });
      expect(await rowOf(district, caseId, clock)).not.toHaveProperty("quarantined");
    });

    it("ends a stray clock in quarantine with its mark, so that nothing warns of it any more", async ({ district }) => {
      const caseId = await district.atDepartment();
      const clock = { kind: "step", n: 1 } as const;
      const before = await rowOf(district, caseId, clock);
      await district.act(caseId, reply);
      const quarantined = { at: "2026-03-18T00:00:00.000Z", error: "Throttled" };
      const stray = { shard: quarantineShard, nextAt: quarantined.at, failures: failureLimit, quarantined };
      await district.put("deadlines", { ...clockKey(caseId, clock), ...before, ...stray });
      expect(await inQuarantine(district)).toMatchObject([{ row: { caseId, quarantined } }]);

      const now = "2026-03-18T01:00:00.000Z";
      await district.deadlines.endOvertaken(caseId, clock, quarantined.at, now);
      expect(await inQuarantine(district)).toEqual([]);
      expect(await rowOf(district, caseId, clock)).toMatchObject({ ended: { at: now, why: "overtaken" } });
      expect(await rowOf(district, caseId, clock)).not.toHaveProperty("quarantined");
      await expectSound(district, caseId);
    });

    it("counts the clock of a case that it cannot read, raises its lateness, and rings the others", async ({
      district,
    }) => {
      const damaged = await district.atDepartment();
      const others = [await district.atDepartment(), await district.atDepartment()];
      await district.change("cases", caseKey(damaged), (row) => ({
        ...row,
        case: { ...Object(row.case), status: "lost" },
      }));
      district.turnTo("2026-03-18T00:00:00.000Z");
      const { rung, ...counts } = await district.sweep();
      expect(counts).toEqual({ failed: 1, outOfTime: false, quarantined: 0, overdueUnmoved: 1 });
      expect(rung.map(({ caseId }) => caseId).sort()).toEqual(others);
      expect(district.failures[0]?.error.message).toContain(`CASE#${damaged} / CASE`);
    });

    it("rings the due clocks of fifteen shards while the sixteenth cannot be read, and then fails", async ({
      district,
    }) => {
      const unlucky = await district.atDepartment();
      // A case's shard is as random as its mark: another is filed until two stand in other shards than the unlucky one.
      const others: string[] = [];
      while (others.length < 2) {
        const caseId = await district.atDepartment();
        if (shardOf(caseId) !== shardOf(unlucky)) others.push(caseId);
      }
      expect(others.map(shardOf)).not.toContain(shardOf(unlucky));
      district.turnTo("2026-03-18T00:00:00.000Z");
      const machine = district.machine();
      let asked = -1;
      beforeRequests(machine.db, ({ to }) => {
        if (to !== "due") return;
        asked += 1;
        if (asked === shardOf(unlucky)) throw new Error("Throttled");
      });
      await expect(machine.sweep()).rejects.toThrow(`1 of ${shardCount} shards`);
      expect(await district.load(unlucky)).toMatchObject({ status: "handling" });
      for (const caseId of others) expect(await district.load(caseId)).toMatchObject({ status: "accepted" });
    });

    it("takes no clock out of the index that another sweep has moved on in the meantime", async ({ district }) => {
      const caseId = await district.atLeader();
      const clock = { kind: "step", n: 2 } as const;
      district.turnTo("2026-03-20T00:00:00.000Z");
      for (let failures = 1; failures < failureLimit; failures += 1) {
        await district.deadlines.countFailure(clockKey(caseId, clock), "Throttled", "2026-03-19T00:00:00.000Z");
      }
      const late = district.machine();
      let updates = 0;
      beforeRequests(late.db, async ({ does }) => {
        updates += does === "write" ? 1 : 0;
        if (updates === 2) expect(await district.sweep()).toMatchObject({ rung: [{ came: ["overdueAtTop"] }] });
      });
      const last = await late.deadlines.countFailure(clockKey(caseId, clock), "Throttled", "2026-03-20T00:00:00.000Z");
      expect(updates).toBe(2);
      expect(last).toBe(false);
      expect(await rowOf(district, caseId, clock)).toMatchObject({ nextAt: "2026-03-20T00:30:00.000Z", failures: 0 });
      expect(await rowOf(district, caseId, clock)).not.toHaveProperty("quarantined");
    });

    it("is foreseen by its preview, which writes nothing", async ({ district }) => {
      for (const category of ["wages", "estate", "land"] as const) {
        await district.arrive(await district.filed(category));
      }
      await district.filed("wages");
      district.turnTo("2026-05-10T00:00:00.000Z");
      const before = await district.items();
      const machine = district.machine();
      const sent = watch(machine.db);
      const foreseen = await previewSweep(machine)();
      expect(new Set(sent.map(({ does }) => does))).toEqual(new Set(["query", "get"]));
      expect(await district.items()).toEqual(before);

      const { rung } = await district.sweep();
      const asRung = foreseen.flatMap((one) =>
        one.kind === "rings"
          ? [`${one.caseId} ${one.clock.kind} ${one.events.map(({ fact }) => fact.type).join() || "overtaken"}`]
          : [],
      );
      expect(asRung.sort()).toEqual(
        rung.map(({ caseId, clock, came }) => `${caseId} ${clock.kind} ${came.join()}`).sort(),
      );
    });

    it("with nothing due asks each shard and the quarantine once and reads nothing else, however many clocks run", async ({
      district,
    }) => {
      await Promise.all([district.atDepartment(), district.atBureau(), district.answered(), district.filed("estate")]);
      const machine = district.machine();
      const sent = watch(machine.db);
      expect(await machine.sweep()).toEqual({
        rung: [],
        failed: 0,
        outOfTime: false,
        quarantined: 0,
        overdueUnmoved: 0,
      });
      expect(sent).toEqual(Array.from({ length: shardCount + 1 }, () => ({ does: "query", to: "due" })));
    });
  });
