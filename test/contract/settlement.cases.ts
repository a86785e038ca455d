import { describe, expect } from "vitest";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { expectSound } from "./soundness.ts";

const terms = "换水管";
const promise = { command: "proposeSettlement", terms, done: "byDay", promisedFor: "2026-03-10" } as const;
const home = "203.0.113.7";

/** The petitioner decides on the case as it stands, or as they saw it before. */
const decide = async (district: District, caseId: string, command: PetitionerCommand, saw?: number) => {
  const key = district.keyTo(caseId);
  const decision = { command, saw: saw ?? (await district.load(caseId)).told };
  return district.petitioner.act(key, home, decision, key.phoneTail);
};

const agreed = async (district: District): Promise<string> => {
  const caseId = await district.atCommunity();
  await district.act(caseId, promise);
  await decide(district, caseId, { command: "agreeSettlement" });
  return caseId;
};

export const settlements = (it: ContractTest) =>
  describe("a settlement", () => {
    it("stays open until its day, is asked about then, and goes back to its level when it is not done", async ({
      district,
    }) => {
      const caseId = await agreed(district);
      expect(await district.load(caseId)).toMatchObject({ status: "performing" });
      district.turnTo("2026-03-10T16:00:00.000Z");
      await district.sweep();
      expect(await district.load(caseId)).toMatchObject({ settlement: { askedAt: "2026-03-10T16:00:00.000Z" } });
      await decide(district, caseId, { command: "denyPerformance", reason: "还在漏" });
      await district.arrive(caseId);
      expect(await district.load(caseId)).toMatchObject({ status: "handling", level: "community", stepNo: 2 });
      await expectSound(district, caseId);
    });

    it("that ended is reopened with the clock of the law as it was", async ({ district }) => {
      const caseId = await agreed(district);
      const clockOf = async () =>
        (await district.deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === "handling");
      const before = await clockOf();
      district.turnTo("2026-03-06T02:00:00.000Z");
      await district.act(caseId, { command: "reportPerformance", performed: "换好了" });
      await decide(district, caseId, { command: "confirmSettlement" });
      expect(await clockOf()).toMatchObject({ ended: { why: "done" } });
      await decide(district, caseId, { command: "reopenSettlement" });
      await district.arrive(caseId);
      expect(await district.load(caseId)).toMatchObject({ status: "handling", epoch: 2, stepNo: 2 });
      const after = await clockOf();
      expect(after?.clock).toEqual(before?.clock);
      expect(after).not.toHaveProperty("ended");
      await expectSound(district, caseId);
    });

    it("counts for what was seen: nothing is stored of a decision on a page that was overtaken, or of a second click", async ({
      district,
    }) => {
      const caseId = await district.atCommunity();
      await district.act(caseId, promise);
      const { told: old } = await district.load(caseId);
      await district.act(caseId, { command: "retractSettlement", reason: "材料没有到" });
      await district.act(caseId, { ...promise, promisedFor: "2026-03-12" });
      const { told: saw, version } = await district.load(caseId);
      const agree = { command: "agreeSettlement" } as const;
      expect(await decide(district, caseId, agree, old)).toMatchObject({ refusal: "pageOutdated" });
      expect((await district.load(caseId)).version).toBe(version);
      const [one, other] = await Promise.all([
        decide(district, caseId, agree, saw),
        decide(district, caseId, agree, saw),
      ]);
      expect([one, other]).toEqual([one, one]);
      expect(await district.load(caseId)).toMatchObject({ version: version + 1, status: "performing" });
    });
  });
