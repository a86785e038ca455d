import { describe, expect } from "vitest";
import { replay } from "#case/state/record.ts";
import { auditCase } from "#case/store/audit.ts";
import { caseKey, eventKey } from "#case/store/keys.ts";
import { StreamedEvent } from "#case/store/versions.ts";
import { clockKey } from "#clock/keys.ts";
import { failureLimit } from "#clock/store.ts";
import { readCaseId } from "#ground/ids.ts";
import type { Item } from "#record/database.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";
import { acknowledge } from "./samples.ts";
import { expectSound } from "./soundness.ts";

/** The fields of what a row holds. */
const fieldsOf = (value: unknown): Item => (typeof value === "object" && value !== null ? { ...value } : {});

/** A newer build has written an event of the case, and the state after it in a shape of its own. */
const byNewerBuild = async (district: District, caseId: string, seq: number, event: (event: Item) => Item) => {
  await district.change("cases", eventKey(caseId, seq), (row) => ({ ...row, event: event(fieldsOf(row.event)) }));
  await otherShape(district, caseId);
};

/** The state was written by a build that kept it otherwise. */
export const otherShape = (district: District, caseId: string) =>
  district.change("cases", caseKey(caseId), (row) => ({ ...row, shape: "of another build", case: { mood: "good" } }));

const ofUnknownType = ({ fact, ...event }: Item): Item => ({ ...event, fact: { ...fieldsOf(fact), type: "mediated" } });

const stepRow = async ({ deadlines }: District, caseId: string) =>
  (await deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === "step");

export const versions = (it: ContractTest) =>
  describe("what another build has written", () => {
    it("is read without the fields that this build does not know, in state, event and clock", async ({ district }) => {
      const caseId = await district.atDepartment();
      const [before, { events }] = [await district.load(caseId), await district.cases.history(caseId)];
      const row = await stepRow(district, caseId);
      await district.change("cases", caseKey(caseId), (stored) => ({
        ...stored,
        case: { ...fieldsOf(stored.case), mood: "good" },
      }));
      await district.change("deadlines", clockKey(caseId, { kind: "step", n: 1 }), (stored) => ({
        ...stored,
        colour: "red",
      }));
      await district.change("cases", eventKey(caseId, 3), (stored) => ({
        ...stored,
        event: { ...fieldsOf(stored.event), mood: "good", fact: { ...events[2]?.fact, colour: "red" } },
      }));
      expect(await district.load(caseId)).toEqual(before);
      expect((await district.cases.history(caseId)).events).toEqual(events);
      expect(await district.outbox.event(caseId, 3)).toEqual(events[2]);
      expect(await stepRow(district, caseId)).toEqual(row);
      const [image] = (await district.items()).cases.filter(({ sk }) => sk === "EVENT#000003");
      expect(StreamedEvent.parse(image).event).toEqual(events[2]);
    });

    it("is verified as it was stored, with the fields that this build does not know", async ({ district }) => {
      const caseId = await district.atDepartment();
      expect(auditCase(caseId, await district.cases.rows(caseId))).toBeUndefined();
      await district.change("cases", eventKey(caseId, 2), (row) => ({
        ...row,
        event: { ...fieldsOf(row.event), mood: "good" },
      }));
      // Nobody has written this one: it was changed afterwards, and that shows though the field is not read.
      expect(auditCase(caseId, await district.cases.rows(caseId))).toMatchObject({ number: 2, wrong: "changed" });
    });

    it("a state in another shape is told anew from the events, and stored in today's by the next decision", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const before = await district.load(caseId);
      await otherShape(district, caseId);
      expect(await district.load(caseId)).toEqual(before);
      await district.act(caseId, acknowledge);
      const [row] = (await district.items()).cases.filter(({ sk }) => sk === "CASE");
      expect(row).toMatchObject({ version: 4, case: { version: 4, status: "handling" } });
      expect(row?.shape).not.toBe("of another build");
      await expectSound(district, caseId);
    });

    it("a fact of an unknown type makes its case wait, by name; no clock of it is quarantined, and others ring", async ({
      district,
    }) => {
      const [caseId, other] = [await district.atDepartment(), await district.atDepartment()];
      const { events } = await district.cases.history(caseId);
      await byNewerBuild(district, caseId, 3, ofUnknownType);
      const message: unknown = expect.stringContaining(`CASE#${caseId} / EVENT#000003`);
      const named = { name: "NewerThanThisBuild", message };
      await expect(district.load(caseId)).rejects.toMatchObject(named);
      await expect(district.load(caseId)).rejects.toThrow('"mediated"');
      await expect(district.cases.history(caseId)).rejects.toMatchObject(named);
      await expect(district.outbox.event(caseId, 3)).rejects.toMatchObject(named);

      district.turnTo("2026-03-18T00:00:00.000Z");
      expect(await district.sweep()).toMatchObject({ rung: [{ caseId: other }], failed: 1, overdueUnmoved: 1 });
      for (const _ of upTo(failureLimit + 2)) {
        expect(await district.sweep()).toMatchObject({ rung: [], failed: 1, quarantined: 0 });
      }
      expect(district.failures[0]?.error).toMatchObject(named);
      expect(await stepRow(district, caseId)).toMatchObject({ failures: 0 });
      expect(await district.deadlines.quarantined()).toEqual([]);

      // The build that knows it is back: the case goes on from where it waited.
      await district.change("cases", eventKey(caseId, 3), (row) => ({ ...row, event: events[2] }));
      expect(await district.load(caseId)).toEqual(replay(events));
      expect(await district.sweep()).toMatchObject({ rung: [{ caseId, came: ["stepOverdue"] }], failed: 0 });
    });

    it("a form of an event or of a fact that is newer than this build's makes its case wait, too", async ({
      district,
    }) => {
      const [one, other] = [await district.atDepartment(), await district.atDepartment()];
      await byNewerBuild(district, one, 3, (event) => ({ ...event, v: 2 }));
      await byNewerBuild(district, other, 3, ({ fact, ...event }) => ({ ...event, fact: { ...fieldsOf(fact), v: 2 } }));
      await expect(district.load(one)).rejects.toMatchObject({ name: "NewerThanThisBuild" });
      await expect(district.load(other)).rejects.toMatchObject({ name: "NewerThanThisBuild" });
    });

    it("a clock's row in a newer form waits without being counted", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = clockKey(caseId, { kind: "step", n: 1 });
      await district.change("deadlines", key, (row) => ({ ...row, v: 2, clock: "kept otherwise" }));
      district.turnTo("2026-03-18T00:00:00.000Z");
      for (const _ of upTo(failureLimit + 1)) {
        expect(await district.sweep()).toMatchObject({ failed: 1, quarantined: 0 });
      }
      expect(district.failures[0]).toMatchObject({ row: key, error: { name: "NewerThanThisBuild" } });
    });

    it("keeps nobody's digest: a case that waits is reported and left out", async ({ district }) => {
      const [waiting, caseId] = [await district.atDepartment(), await district.atDepartment()];
      await byNewerBuild(district, waiting, 3, ofUnknownType);
      district.turnTo("2026-03-17T00:35:00.000Z");
      expect(await district.sendDigest({ digest: "housing-handler", on: "2026-03-17" })).toBe("sent");
      expect(district.letters[0]?.text).toContain(`${readCaseId(caseId).serial}号`);
      expect(district.unreadable).toEqual([expect.stringContaining(`CASE#${waiting} / EVENT#000003`)]);
    });
  });
