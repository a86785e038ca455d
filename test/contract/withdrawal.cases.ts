import { describe, expect } from "vitest";
import { type CarriedOut, carryOut } from "#case/acts/carry-out.ts";
import { everyPetitionerAct } from "#case/acts/every-petitioner-act.ts";
import { petitionerJudges } from "#case/acts/judges.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { periodClock } from "#case/state/running.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import type { Machine } from "./machine.ts";
import { forEachOf } from "./moments.ts";
import { placeAtDepartment } from "./placed.ts";
import { rivals } from "./rivals.ts";
import { heard, reply } from "./samples.ts";
import { expectSound } from "./soundness.ts";

const withdraw = { command: "withdraw", understood: "yes" } as const;
const undo = { command: "undoWithdrawal" } as const;

/** The petitioner decides on the case as it stands, whatever key they came with. */
const decides = async (
  district: District,
  { cases }: Pick<Machine, "cases">,
  caseId: string,
  act: PetitionerCommand,
): Promise<CarriedOut> => {
  const { told: saw } = await district.load(caseId);
  const ports = { cases, world: district.world, linkHash: () => Promise.resolve("-") };
  return carryOut(ports, petitionerJudges(everyPetitionerAct))(caseId, { type: "petitioner", act, saw });
};

/** @param races how often two do it at one moment. */
export const withdrawals = (it: ContractTest, races: number) =>
  describe("a withdrawal", () => {
    it("that is undone goes on where it stood, with the clock of the law as it was", async ({ district }) => {
      const caseId = await district.atCommunity();
      const lawOf = async () =>
        (await district.deadlines.ofCase(caseId)).find(({ clock }) => clock.kind === "handling");
      const before = await lawOf();
      await decides(district, district, caseId, withdraw);
      expect(await district.load(caseId)).toMatchObject({ status: "withdrawing" });
      const meanwhile = await lawOf();
      expect(meanwhile?.clock).toEqual(before?.clock);
      expect(meanwhile).not.toHaveProperty("ended");
      await expectSound(district, caseId);
      district.turnTo("2026-03-04T02:00:00.000Z");
      await decides(district, district, caseId, undo);
      await district.arrive(caseId);
      expect(await district.load(caseId)).toMatchObject({
        status: "handling",
        level: "community",
        epoch: 2,
        stepNo: 2,
      });
      expect(await lawOf()).toEqual(before);
      await expectSound(district, caseId);
    });

    it("that nobody undoes is confirmed by the sweep, with a letter, and leaves no clock that rings", async ({
      district,
    }) => {
      const caseId = await district.atCommunity();
      await decides(district, district, caseId, withdraw);
      district.turnTo(periodClock(await district.load(caseId), "withdrawal").due);
      expect(await decides(district, district, caseId, undo)).toMatchObject({ refusal: "tooLateToUndo" });
      await district.sweep();
      expect(await district.load(caseId)).toMatchObject({
        status: "withdrawn",
        running: [],
        letters: { withdrawal: 1 },
      });
      expect((await district.deadlines.ofCase(caseId)).filter(({ ended }) => ended === undefined)).toEqual([]);
      await expectSound(district, caseId);
    });

    it(`and an answer at the same moment, ${races} times: one is done, the other is told`, async ({ district }) => {
      const [browser, desk] = rivals(district);
      const ids = await placeAtDepartment(district, races);
      await forEachOf(ids, (caseId) => district.act(caseId, heard));
      const winners = await forEachOf(ids, async (caseId) => {
        const shown = await district.shown(caseId);
        const [taken, answered] = await Promise.all([
          decides(district, browser, caseId, withdraw),
          desk.task.act(shown, reply),
        ]);
        await expectSound(district, caseId);
        const { status } = await district.load(caseId);
        if (answered.kind === "done") {
          expect(taken).toMatchObject({ kind: "refused", refusal: "tooLateToWithdraw" });
          expect(status).toBe("delivering");
          return "answer";
        }
        expect(answered).toMatchObject({ kind: "past", past: "withdrawn" });
        expect([taken.kind, status]).toEqual(["done", "withdrawing"]);
        return "withdrawal";
      });
      expect(new Set(winners)).toEqual(new Set(["answer", "withdrawal"]));
    });
  });
