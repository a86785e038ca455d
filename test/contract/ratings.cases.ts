import { describe, expect } from "vitest";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { ratingStore } from "#case/store/rating-store.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { expectSound } from "./soundness.ts";

type Rate = Extract<PetitionerCommand, { command: "rate" }>;
const rates = (bureauRating: Rate["bureauRating"], unitRating: Rate["unitRating"], remark?: string): Rate => ({
  command: "rate",
  ...{ bureauRating, unitRating, remark },
});
const decide = async (district: District, caseId: string, command: PetitionerCommand, saw?: number) => {
  const key = district.keyTo(caseId);
  const decision = { command, saw: saw ?? (await district.load(caseId)).told };
  return district.petitioner.act(key, "203.0.113.7", decision, key.phoneTail);
};
/** Settled by the community on 2 March 2026. */
const settled = async (district: District): Promise<string> => {
  const caseId = await district.atCommunity();
  const proposal = { command: "proposeSettlement", terms: "换好了", done: "already", promisedFor: undefined } as const;
  await district.act(caseId, proposal);
  await decide(district, caseId, { command: "confirmSettlement" });
  return caseId;
};
const countedIn = (district: District, month: string) => {
  const { database } = district.connect();
  return ratingStore(database, district.tables.cases).asked("peach", month);
};

export const ratings = (it: ContractTest) =>
  describe("a rating", () => {
    it("changes an ended case and nothing of its standing, and what was written is sealed", async ({ district }) => {
      const caseId = await settled(district);
      const before = await district.load(caseId);
      await decide(district, caseId, rates("satisfied", "notSatisfied", "CANARY 其实没修"));
      expect(await district.load(caseId)).toMatchObject({
        ...{ status: "closed", version: before.version + 1, running: [] },
        rating: { bureauRating: "satisfied", unitRating: "notSatisfied", times: 1 },
      });
      expect(JSON.stringify(await district.items())).not.toContain("CANARY");
      const seen = await district.followed(caseId);
      if (seen === undefined || "barred" in seen) throw new Error("it is not followed");
      expect([...seen.texts.values()]).toContain("CANARY 其实没修");
      await expectSound(district, caseId);
    });

    it("sent twice counts once, and another one from the same page is not lost in silence", async ({ district }) => {
      const caseId = await settled(district);
      const { told: saw, version } = await district.load(caseId);
      const one = rates("mostly", "mostly", "慢了点");
      await Promise.all([decide(district, caseId, one, saw), decide(district, caseId, one, saw)]);
      expect(await decide(district, caseId, one, saw)).not.toHaveProperty("refusal");
      for (const other of [
        rates("mostly", "notSatisfied", "慢了点"),
        rates("mostly", "mostly", "还行"),
        rates("mostly", "mostly"),
      ]) {
        expect(await decide(district, caseId, other, saw)).toMatchObject({ refusal: "pageOutdated" });
      }
      expect((await district.load(caseId)).version).toBe(version + 1);
      await decide(district, caseId, rates("mostly", "notSatisfied"));
      expect(await district.load(caseId)).toMatchObject({ rating: { unitRating: "notSatisfied", times: 2 } });
    });

    it("is counted with its unit and month from the end of its case on, and no more once that is reopened", async ({
      district,
    }) => {
      const [rated, unrated] = [await settled(district), await settled(district)];
      await decide(district, rated, rates("satisfied", "mostly"));
      const both = await countedIn(district, "2026-03");
      expect(both).toHaveLength(2);
      expect(both).toContainEqual({ rated: { bureau: "satisfied", unit: "mostly" } });
      expect(both).toContainEqual({});
      expect(await countedIn(district, "2026-04")).toEqual([]);
      await decide(district, unrated, { command: "reopenSettlement" });
      expect(await countedIn(district, "2026-03")).toHaveLength(1);
    });
  });
