import { describe, expect } from "vitest";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { periodClock } from "#case/state/running.ts";
import { namesAgent } from "../unit/case/story.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import type { Machine } from "./machine.ts";
import { expectSound } from "./soundness.ts";

const ask: StaffCommand = {
  command: "askMaterial",
  ...{ list: "工资条", reason: "要看工资多少", bringTo: "二楼窗口", help: "窗口王芳" },
  ...{ bringBy: "2026-03-09", nobodyHasIt: "yes" },
};

/** The petitioner adds something on the page that told up to an event, by their own key unless another is given. */
const adds = async (
  district: District,
  caseId: string,
  material: string,
  { saw, key = district.keyTo(caseId), machine = district }: Partial<Sent> = {},
) =>
  machine.material.add(key, "203.0.113.9", {
    act: { command: "addMaterial", material },
    saw: saw ?? (await district.load(caseId)).told,
    wholePhone: key.phoneTail,
  });
type Sent = { saw: number; key: { code: string; phoneTail: string }; machine: Machine };

/** What has arrived, in order, as its page shows it. */
const arrived = async (district: District, caseId: string): Promise<(string | undefined)[]> => {
  const seen = await district.material.see(caseId, undefined);
  return (seen?.events ?? []).flatMap(({ fact }) =>
    fact.type === "materialAdded" ? [seen?.texts.get(fact.material)] : [],
  );
};

export const materials = (it: ContractTest) =>
  describe("material", () => {
    it("is asked for and brought: sealed, with the step's clock in its row as the case has it", async ({
      district,
    }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, ask);
      const stepRow = async () =>
        (await district.deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === "step" && clock.n > 0);
      expect((await stepRow())?.clock).toMatchObject({ paused: { until: "2026-03-09T16:00:00.000Z" } });
      district.turnTo("2026-03-04T03:00:00.000Z");
      expect(await adds(district, caseId, "CANARY 工资条是现金")).toMatchObject({ added: true });
      expect(await arrived(district, caseId)).toEqual(["CANARY 工资条是现金"]);
      const c = await district.load(caseId);
      expect((await stepRow())?.clock).toEqual(periodClock(c, "step"));
      expect(JSON.stringify([c, await district.cases.history(caseId)])).not.toContain("CANARY");
      await expectSound(district, caseId);
    });

    it("that is sent twice is there once; other words from the same page are added to it", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { told: saw } = await district.load(caseId);
      for (const words of ["第一段", "第一段", "第二段", "第二段"]) {
        expect(await adds(district, caseId, words, { saw })).toMatchObject({ added: true });
      }
      expect(await arrived(district, caseId)).toEqual(["第一段", "第二段"]);
    });

    it("of two browsers at one moment is all there", async ({ district }) => {
      const caseId = await district.atDepartment();
      const { told: saw } = await district.load(caseId);
      const [first, second] = [district.machine(), district.machine()];
      const came = await Promise.all([
        adds(district, caseId, "手机上写的", { saw, machine: first }),
        adds(district, caseId, "电脑上写的", { saw, machine: second }),
      ]);
      expect(came).toMatchObject([{ added: true }, { added: true }]);
      expect(new Set(await arrived(district, caseId))).toEqual(new Set(["手机上写的", "电脑上写的"]));
      await expectSound(district, caseId);
    });

    it("needs the whole number, and an agent's own key with the scope for it", async ({ district }) => {
      const caseId = await district.atDepartment();
      const key = district.keyTo(caseId);
      const from = "203.0.113.9";
      const act = { command: "addMaterial", material: "-" } as const;
      const { told: saw } = await district.load(caseId);
      const short = await district.material.add(key, from, { act, saw, wholePhone: key.phoneTail.slice(-4) });
      expect(short).toMatchObject({ unproven: "notAPhone" });
      const named = await district.petitioner.act(
        key,
        from,
        { command: namesAgent(["follow"]).act, saw },
        key.phoneTail,
      );
      expect(named).not.toHaveProperty("refusal");
      const code = (await district.petitioner.see(caseId))?.agents.at(-1)?.code ?? "";
      const agents = { code, phoneTail: "13900005678" };
      expect(await adds(district, caseId, "-", { key: agents })).toMatchObject({ refusal: "outsideScope" });
      expect(await arrived(district, caseId)).toEqual([]);
    });
  });
