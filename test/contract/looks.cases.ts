import { describe, expect } from "vitest";
import { lookKey, looksKey } from "#case/store/keys.ts";
import { LookRow, LooksRow } from "#case/store/rows.ts";
import { firstBrokenLink } from "../support/chain.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";

const rowOf = async (district: District, key: { pk: string; sk: string }) => {
  const { pk: _, sk: __, ...row } = (await district.db.get(district.tables.cases, key)) ?? {};
  return row;
};

export const looks = (it: ContractTest) =>
  describe("looks at the petitioner's identity", () => {
    it("have each a number, chained and counted, though several are taken at the same moment", async ({ district }) => {
      const caseId = await district.atDepartment();
      const shown = await district.shown(caseId);
      const machines = [district, district.machine(), district.machine()];
      const opened = await Promise.all(machines.map(({ task }) => task.open(shown)));
      expect(opened.map(({ kind }) => kind)).toEqual(["open", "open", "open"]);
      const rows = await Promise.all(upTo(3).map((n) => rowOf(district, lookKey(caseId, n))));
      const stored = rows.map((row) => LookRow.parse(row));
      expect(stored.map(({ n, caseId: of }) => [n, of])).toEqual(upTo(3).map((n) => [n, caseId]));
      expect(firstBrokenLink(stored)).toBeUndefined();
      const head = LooksRow.parse(await rowOf(district, looksKey(caseId)));
      expect(head).toMatchObject({ count: 3, head: stored[2]?.hash });
    });

    it("are dated no earlier than the one before, by whichever machine's clock", async ({ district }) => {
      const caseId = await district.atDepartment();
      const look = { by: "housing-handler", unit: "housing", stepNo: 1 };
      await district.identities.recordLook(caseId, { ...look, at: "2026-03-02T02:05:00.000Z" });
      await district.identities.recordLook(caseId, { ...look, at: "2026-03-02T02:00:00.000Z" });
      const { looks: dated } = await district.cases.history(caseId);
      expect(dated.map(({ at }) => at)).toEqual(["2026-03-02T02:05:00.000Z", "2026-03-02T02:05:00.000Z"]);
    });
  });
