import { describe, expect } from "vitest";
import { linkHash } from "#access/task-link.ts";
import { tryLimit } from "../../functions/staff/task.ts";
import type { ContractTest } from "./contract-test.ts";
import { upTo } from "./moments.ts";
import { acknowledge, personal, reply } from "./samples.ts";

export const links = (it: ContractTest) =>
  describe("a task link", () => {
    it(`has ${tryLimit} tries for its code a day, then none, and again the next day`, async ({ district }) => {
      const caseId = await district.atDepartment();
      const hash = linkHash((await district.shown(caseId)).token);
      const tries = async (times: number, today: string) => {
        const left: boolean[] = [];
        for (const _ of upTo(times)) left.push(await district.links.takeTry(hash, tryLimit, today));
        return left;
      };
      const wholeDay = [...upTo(tryLimit).map(() => true), false, false];
      expect(await tries(12, "2026-03-02")).toEqual(wholeDay);
      expect(await tries(12, "2026-03-03")).toEqual(wholeDay);
    });

    it("gives each of its tries to one request, whoever asks at the same moment", async ({ district }) => {
      const caseId = await district.atDepartment();
      const hash = linkHash((await district.shown(caseId)).token);
      const machines = upTo(4).map(() => district.machine());
      for (const today of ["2026-03-02", "2026-03-03"]) {
        const taken = await Promise.all(
          upTo(30).map((n) => (machines[n % 4] ?? district).links.takeTry(hash, tryLimit, today)),
        );
        expect(taken.filter((had) => had)).toHaveLength(tryLimit);
      }
    });

    it("counts two first tries of a day, made at the same moment, as two", async ({ district }) => {
      const caseId = await district.atDepartment();
      const hash = linkHash((await district.shown(caseId)).token);
      const other = district.machine();
      for (const day of upTo(9)) {
        const today = `2026-03-0${day}`;
        const both = [district.links.takeTry(hash, tryLimit, today), other.links.takeTry(hash, tryLimit, today)];
        expect(await Promise.all(both)).toEqual([true, true]);
        expect(await district.links.link(hash)).toMatchObject({ tries: 2, triedOn: today });
      }
    });

    it("that does not exist has no tries and leaves nothing behind", async ({ district }) => {
      expect(await district.links.takeTry("nobody's", tryLimit, "2026-03-02")).toBe(false);
      expect((await district.items()).cases).toEqual([]);
      expect(await district.task.open({ token: "nobody's", session: undefined })).toEqual({ kind: "unknown" });
    });

    it("without a code or a known device shows the case, and changes nothing", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { token } = await district.shown(caseId);
      const before = await district.items();
      expect(await district.task.open({ token, session: undefined })).toMatchObject({
        kind: "unrecognised",
        because: "asked",
      });
      expect(await district.items()).toEqual(before);
    });

    it("opens the petition to its owner, and leaves a look on the record that the petitioner sees", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      const before = await district.items();
      const { name, phone, email, ...matter } = personal;
      expect(await district.task.open(await district.shown(caseId))).toMatchObject({
        kind: "open",
        petitioner: { name, phone, email, lang: "zh" },
        matter,
      });
      const { cases, ...others } = await district.items();
      const isLook = ({ sk }: Record<string, unknown>) => String(sk).startsWith("LOOK");
      expect({ cases: cases.filter((item) => !isLook(item)), ...others }).toEqual(before);
      const { looks } = await district.cases.history(caseId);
      expect(looks).toEqual([{ at: "2026-03-02T02:00:00.000Z", by: "housing-handler", unit: "housing", stepNo: 1 }]);
    });

    it("acts once: a second click changes nothing and shows what the first one did", async ({ district }) => {
      const caseId = await district.atDepartment();
      const shown = await district.shown(caseId);
      const first = await district.task.act(shown, reply);
      if (first.kind !== "done") throw new Error(first.kind);
      const before = await district.items();
      const second = await district.task.act(shown, reply);
      expect(second).toMatchObject({ kind: "past", past: "used", link: { usedBy: first.did.seq } });
      expect("events" in second && second.events.at(-1)).toEqual(first.did);
      expect(await district.items()).toEqual(before);
    });

    it("stays usable after an act that does not end the turn", async ({ district }) => {
      const caseId = await district.atDepartment();
      const shown = await district.shown(caseId);
      await district.task.act(shown, acknowledge);
      expect(await district.task.act(shown, reply)).toMatchObject({ kind: "done" });
    });

    it("of a former owner tells that the task was reassigned; the new owner's works", async ({ district }) => {
      const caseId = await district.atDepartment();
      const old = await district.shown(caseId);
      await district.act(caseId, { command: "reassign", to: "housing-colleague", reason: "出差" });
      expect(await district.task.act(old, reply)).toMatchObject({ kind: "past", past: "used" });
      expect(await district.act(caseId, reply)).toMatchObject({ did: { by: { id: "housing-colleague" } } });
    });
  });
