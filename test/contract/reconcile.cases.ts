import { describe, expect } from "vitest";
import { caseKey } from "#case/store/keys.ts";
import type { Expected } from "#case/store/listed.ts";
import { clockKey, shardOf, shards } from "#clock/keys.ts";
import type { Item } from "#record/database.ts";
import { directory, followingUp } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { watch } from "./requests.ts";
import { expectSound } from "./soundness.ts";

const nothing = { replaced: [], clockless: [], broken: [], failed: [], left: 0 };

/** The cases that stand somewhere, each found in its own shard, and what should be there for them. */
const standing = async ({ cases }: District): Promise<Map<string, Expected | undefined>> => {
  const found = new Map<string, Expected | undefined>();
  for (const shard of shards) {
    for await (const { caseId, expected } of cases.standing(shard)) {
      expect(shardOf(caseId)).toBe(shard);
      found.set(caseId, expected);
    }
  }
  return found;
};

/** The row that holds a case. */
const caseRowOf = async (district: District, caseId: string): Promise<Item> => {
  const { pk, sk } = caseKey(caseId);
  const row = (await district.items()).cases.find((item) => item.pk === pk && item.sk === sk);
  if (row === undefined) throw new Error(`${caseId} has no row`);
  return row;
};

export const reconciling = (it: ContractTest) =>
  describe("reconcile", () => {
    it("finds every case that stands somewhere with what should be there for it, and none that has ended", async ({
      district,
    }) => {
      const onItsWay = await district.filed("wages");
      const bureau = await district.atBureau();
      const leader = await district.atLeader();
      const answered = await district.answered();
      await district.follow(answered);
      expect(await standing(district)).toEqual(
        new Map([
          [onItsWay, { clocks: ["CLOCK#transit#1", "CLOCK#handling#1"] }],
          [bureau, { clocks: ["CLOCK#accept#1"], execution: `${bureau}.1` }],
          [leader, { clocks: ["CLOCK#handling#1", "CLOCK#step#2"], execution: `${leader}.1` }],
          [answered, { clocks: ["CLOCK#review#2"], execution: `${answered}.1` }],
        ]),
      );
      expect(await district.reconcile()).toEqual(nothing);

      await district.act(bureau, {
        command: "notAccept",
        ground: "court",
        where: undefined,
        explanation: "请向法院起诉",
      });
      expect([...(await standing(district)).keys()].toSorted()).toEqual([onItsWay, leader, answered].toSorted());
    });

    it("asks as often with many cases as with few, and reads none of them while nothing is missing", async ({
      district,
    }) => {
      const asked = async () => {
        const machine = district.machine();
        const sent = watch(machine.db);
        expect(await machine.reconcile()).toEqual(nothing);
        return sent.map(({ does, to }) => `${does} ${to}`).toSorted();
      };
      await district.atDepartment();
      const few = await asked();
      expect(new Set(few)).toEqual(new Set(["query due", "query standing"]));
      for (let n = 0; n < 10; n += 1) await district.atDepartment();
      expect((await standing(district)).size).toBe(11);
      expect(await asked()).toEqual(few);
    });

    it("gives a case whose execution is gone a new one, once, and reads no other", async ({ district }) => {
      const [gone, other] = [await district.atDepartment(), await district.atDepartment()];
      expect(await district.reconcile(`${gone}.1`)).toEqual({ ...nothing, replaced: [gone] });
      expect(await district.load(gone)).toMatchObject({ status: "handling", level: "department", epoch: 2 });
      expect((await standing(district)).get(gone)).toMatchObject({ execution: `${gone}.2` });
      expect(await district.reconcile(`${gone}.1`)).toEqual(nothing);
      expect(await district.load(other)).toMatchObject({ epoch: 1 });
      await expectSound(district, gone);
    });

    it("names a case whose step has lost its clock, round after round, though that of the law runs", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const step = { kind: "step", n: 1 } as const;
      await district.remove("deadlines", clockKey(caseId, step));
      const named = { ...nothing, clockless: [{ caseId, clocks: [step] }] };
      expect(await district.reconcile()).toEqual(named);
      expect(await district.reconcile()).toEqual(named);
    });

    it("names an ended case that nobody would be asked to call about, and looks for no execution of it", async ({
      district,
    }) => {
      const calling = district.machine({ directory: followingUp(directory) });
      const caseId = await district.atCommunity();
      await district.act(caseId, { command: "proposeSettlement", terms: "换好了水管", done: "already" });
      const { told: saw } = await district.load(caseId);
      const { code, phoneTail } = district.keyTo(caseId);
      const confirmed = { command: { command: "confirmSettlement" }, saw } as const;
      await calling.petitioner.act({ code, phoneTail }, "203.0.113.7", confirmed, phoneTail);
      expect(await district.load(caseId)).toMatchObject({ status: "closed" });
      expect(await district.reconcile()).toEqual(nothing);
      const followUp = { kind: "followUp", n: 2 } as const;
      await district.remove("deadlines", clockKey(caseId, followUp));
      expect(await district.reconcile()).toEqual({ ...nothing, clockless: [{ caseId, clocks: [followUp] }] });
    });

    it("reads a case whose row in the index cannot be read, and finds that nothing is missing", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const { clocks: _, ...row } = await caseRowOf(district, caseId);
      await district.put("cases", row);
      expect(await standing(district)).toEqual(new Map([[caseId, undefined]]));
      const machine = district.machine();
      const sent = watch(machine.db);
      expect(await machine.reconcile()).toEqual(nothing);
      expect(sent.map(({ to }) => to)).toContain(district.tables.cases);
    });

    it("has a case fail that cannot be read, beside one that it helps", async ({ district }) => {
      const [damaged, gone] = [await district.atDepartment(), await district.atDepartment()];
      await district.put("cases", { ...(await caseRowOf(district, damaged)), case: { status: "?" } });
      expect(await district.reconcile(`${damaged}.1`, `${gone}.1`)).toMatchObject({
        replaced: [gone],
        failed: [{ of: damaged, error: { name: "UnreadableRow" } }],
      });
    });
  });
