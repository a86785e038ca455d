import { describe, expect } from "vitest";
import type { CaseEvent } from "#case/state/event.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import type { Announcement } from "#clock/announcement.ts";
import { AnnouncedMeanwhile, announcementStore } from "#directory/announcement-store.ts";
import { recountRunning } from "../../local/recount-running.ts";
import { directory } from "../unit/case/district.ts";
import { dated } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { forEachOf, upTo } from "./moments.ts";
import { expectSound } from "./soundness.ts";

/** The step of a case that reached the department on 2 March ends on the 17th; the 60 days to answer stay untouched. */
const powerCut: Announcement = {
  announced: "2026-03-02",
  reason: { zh: "全区停电检修", en: "No power in the district" },
  rest: ["2026-03-17", "2026-03-18"],
  work: [],
};

/** Announces on a machine of its own, and counts by the calendar that the Directory table then holds. */
const announce = async (district: District, announcement: Announcement) => {
  const { db, directories, deadlines, world } = district.machine();
  await directories.announce(announcement);
  return recountRunning({
    cases: caseStore(db, district.tables.cases, district.tables.deadlines),
    deadlines,
    world: worldFrom({ now: async () => (await world()).now, inForce: () => directories.inForce() }),
  })(announcement.reason);
};

const moved = (events: readonly CaseEvent[]) =>
  events.flatMap(({ caseId, fact }) => (fact.type === "clockMoved" ? [{ caseId, ...fact }] : []));

export const announcements = (it: ContractTest) =>
  describe("an announcement", () => {
    it("counts 50 running clocks anew, each by one event, and nothing the second time", async ({ district }) => {
      await district.directories.importVersion(directory);
      const cases = await forEachOf(upTo(50), () => district.atDepartment());
      const { events, notCounted } = await announce(district, powerCut);
      expect(notCounted).toEqual([]);
      expect(new Set(events.map(({ caseId }) => caseId))).toEqual(new Set(cases));
      expect(events).toHaveLength(50);
      for (const { clock, from, to } of moved(events)) {
        expect({ clock, from, to }).toEqual({ clock: { kind: "step", n: 1 }, from: "2026-03-17", to: "2026-03-19" });
      }
      const before = await district.items();
      expect(await announce(district, powerCut)).toEqual({ events: [], notCounted: [] });
      expect(await district.items()).toEqual(before);
    });

    it("made at the same moment as another one is refused by name, and changes nothing", async ({ district }) => {
      await district.directories.importVersion(directory);
      const { db, tables } = district;
      await announcementStore(db, tables.directory).add(0, powerCut);
      const before = await district.items();
      const other = { ...powerCut, rest: ["2026-03-19"] };
      await expect(announcementStore(db, tables.directory).add(0, other)).rejects.toThrow(AnnouncedMeanwhile);
      expect(await district.items()).toEqual(before);
    });

    it("leaves case, events and clocks in agreement, with start, number and length as they were", async ({
      district,
    }) => {
      await district.directories.importVersion(directory);
      const caseId = await district.atDepartment();
      const clockOf = async () =>
        (await district.deadlines.ofCase(caseId)).flatMap(({ clock }) => (clock.kind === "step" ? [clock] : []));
      const [before] = await clockOf();
      await announce(district, powerCut);
      const [after] = await clockOf();
      expect(after).toEqual({
        ...before,
        lastDay: "2026-03-19",
        due: "2026-03-19T16:00:00.000Z",
        calendarVersion: "state-council-2026+2026-03-02.1",
      });
      expect(dated(await district.load(caseId))).toMatchObject({ lastDay: "2026-03-19" });
      await expectSound(district, caseId);
    });

    it("made while the owner acts counts what the owner left", async ({ district }) => {
      await district.directories.importVersion(directory);
      const cases = await forEachOf(upTo(8), () => district.atDepartment());
      await Promise.all([
        announce(district, powerCut),
        ...cases.map((caseId) => district.act(caseId, { command: "acknowledge" })),
      ]);
      for (const caseId of cases) {
        expect(dated(await district.load(caseId))).toMatchObject({
          lastDay: "2026-03-19",
          responsible: { unit: "housing" },
        });
        await expectSound(district, caseId);
      }
    });

    it("rings a moved clock at its new end, once", async ({ district }) => {
      await district.directories.importVersion(directory);
      const caseId = await district.atDepartment();
      await announce(district, powerCut);
      district.turnTo("2026-03-17T17:00:00.000Z");
      // Its old end: only a share of the longer time has passed.
      expect((await district.sweep()).rung).toMatchObject([{ caseId, came: ["reminded"] }]);
      district.turnTo("2026-03-19T16:00:00.000Z");
      expect((await district.sweep()).rung).toMatchObject([{ caseId, came: ["stepOverdue"] }]);
      await expectSound(district, caseId);
    });
  });
