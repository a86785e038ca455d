import { describe, expect } from "vitest";
import { rightIn } from "#case/state/rights.ts";
import { partsIn } from "#case/state/standing.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import type { Directory } from "#directory/directory.ts";
import { handedOverLines, handOverRunning } from "../../local/hand-over-running.ts";
import { directory } from "../unit/case/district.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { forEachOf, upTo } from "./moments.ts";
import { expectSound } from "./soundness.ts";

/** The handler of housing has left, and their head is head no longer. */
const newer: Directory = {
  ...directory,
  version: "test-2",
  staff: directory.staff.filter(({ id }) => id !== "housing-handler"),
  units: directory.units.map((unit) => (unit.id === "housing" ? { ...unit, head: "housing-colleague" } : unit)),
  duties: directory.duties.map((duty) => (duty.unit === "housing" ? { ...duty, staff: "housing-head" } : duty)),
};

/** An operator puts a directory in force, and the turns that cannot be kept pass on. */
export const putInForce = async (district: District, next: Directory) => {
  const { db, directories, world } = district.machine();
  await directories.importVersion(next);
  return handOverRunning({
    cases: caseStore(db, district.tables.cases, district.tables.deadlines),
    world: worldFrom({ now: async () => (await world()).now, inForce: () => directories.inForce() }),
  })();
};

export const handOvers = (it: ContractTest) =>
  describe("a directory that is put in force", () => {
    it("passes on every turn that cannot be kept, once, with a mail and without touching the others", async ({
      district,
    }) => {
      await district.directories.importVersion(directory);
      const atDepartment = await forEachOf(upTo(20), () => district.atDepartment());
      const asking = await district.atDepartment();
      await district.act(asking, { command: "askExtension", days: 5, reason: "等鉴定" });
      const answered = await district.answered();
      const delivered = await district.answered();
      await district.follow(delivered);
      const others = [await district.atBureau(), await district.atCommunity(), await district.atLeader()];
      const untouched = await Promise.all(others.map((caseId) => district.load(caseId)));

      const { events, failed } = await putInForce(district, newer);
      expect(failed).toEqual([]);
      expect(events.map(({ caseId }) => caseId).toSorted()).toEqual(
        [...atDepartment, asking, asking, answered, delivered].toSorted(),
      );
      expect(handedOverLines(events.filter(({ caseId }) => caseId === asking))).toEqual([
        expect.stringMatching(/^ {2}AH-2026-\d+, the decision on more time: housing-head → housing-colleague$/),
        expect.stringMatching(/^ {2}AH-2026-\d+: housing-handler → housing-head$/),
      ]);
      for (const { messages } of events) expect(messages).toMatchObject([{ kind: "taskMail" }]);
      for (const caseId of [...atDepartment, asking, answered, delivered]) {
        const state = await district.load(caseId);
        for (const part of partsIn(state)) expect("role" in rightIn(state, part, newer)).toBe(true);
        await expectSound(district, caseId);
      }
      expect(await Promise.all(others.map((caseId) => district.load(caseId)))).toEqual(untouched);

      const before = await district.items();
      expect(await putInForce(district, newer)).toEqual({ events: [], failed: [] });
      expect(await district.items()).toEqual(before);
    });

    it("gives who takes over a link by mail, with which they act", async ({ district }) => {
      await district.directories.importVersion(directory);
      const caseId = await district.atDepartment();
      await putInForce(district, newer);
      expect((await district.lastLetter(caseId)).to).toBe("housing-head@example.org");
      await district.act(caseId, { command: "acknowledge" });
      expect(await district.load(caseId)).toMatchObject({ responsible: { unit: "housing", staff: "housing-head" } });
    });

    it("gives whoever takes over a letter that is delivered a link by mail, with which they correct it", async ({
      district,
    }) => {
      await district.directories.importVersion(directory);
      const caseId = await district.answered();
      await district.follow(caseId);
      await putInForce(district, newer);
      const { to, text } = await district.lastLetter(caseId);
      expect([to, text]).toEqual(["housing-head@example.org", expect.stringContaining("这份答复如需更正，由您负责")]);
      const corrects = { command: "correctLetter", kind: "slip", change: "改正楼号", reason: "写错了楼号" } as const;
      await district.act(caseId, { ...corrects, outcome: "resolved", facts: "查明", rule: "依据", decision: "决定" });
      expect(await district.load(caseId)).toMatchObject({ status: "window", letter: { corrects: { n: 1 } } });
    });
  });
