import { describe, expect } from "vitest";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import { numberOf } from "#ground/ids.ts";
import type { Acted } from "../../functions/staff/task.ts";
import type { ContractTest } from "./contract-test.ts";
import { forEachOf } from "./moments.ts";
import { placeAtDepartment } from "./placed.ts";
import { rivals } from "./rivals.ts";
import { heard, reply, reportUpward } from "./samples.ts";
import { expectSound } from "./soundness.ts";

const isEarly = (caseId: string): boolean => Number(numberOf(caseId).slice(-2)) % 4 < 2;

/** The same moment, again and again: who won each time must vary, or the moment was not the same. */
const expectBothToHaveWon = (winners: string[], one: string, other: string) =>
  expect(new Set(winners)).toEqual(new Set([one, other]));

/** @param times how often two do it at one moment. */
export const races = (it: ContractTest, times: number) =>
  describe("two actions at the same moment", () => {
    it(`two browsers act by the same link, ${times} times: one acts, the other is shown what was done`, async ({
      district,
    }) => {
      const [first, second] = rivals(district);
      const ids = await placeAtDepartment(district, times);
      await forEachOf(ids, (caseId) => district.act(caseId, heard));
      const winners = await forEachOf(ids, async (caseId) => {
        const shown = await district.shown(caseId);
        const other: StaffCommand = isEarly(caseId) ? reply : reportUpward;
        const [a, b] = await Promise.all([first.task.act(shown, reply), second.task.act(shown, other)]);
        const [won, lost] = a.kind === "done" ? [a, b] : [b, a];
        if (won.kind !== "done" || lost.kind !== "past") throw new Error(`${caseId}: ${won.kind} and ${lost.kind}`);
        expect(lost).toMatchObject({ past: "used", link: { usedBy: won.did.seq } });
        expect(lost.events).toContainEqual(won.did);
        await expectSound(district, caseId);
        return won === a ? "first" : "second";
      });
      expectBothToHaveWon(winners, "first", "second");
    });

    it(`an action and the sweep, ${times} times: one moves the case, the other is told`, async ({ district }) => {
      const ids = await placeAtDepartment(district, times);
      await forEachOf(ids, (caseId) => district.act(caseId, heard));
      district.turnTo("2026-03-20T02:00:00.000Z");
      const links = new Map(await forEachOf(ids, async (caseId) => [caseId, await district.shown(caseId)] as const));
      // An action begins when the sweep has decided on its case, so that none waits for a connection behind the others.
      const acts = new Map<string, Promise<Acted>>();
      const [browser, sweeper] = rivals(district, (caseId) => {
        const shown = links.get(caseId);
        links.delete(caseId);
        if (shown) acts.set(caseId, browser.task.act(shown, isEarly(caseId) ? reply : reportUpward));
      });
      const { rung, failed } = await sweeper.sweep();
      expect(failed).toBe(0);
      const winners = await forEachOf(ids, async (caseId) => {
        const act = await acts.get(caseId);
        const rang = rung.filter((one) => one.caseId === caseId);
        if (act?.kind === "done") {
          expect(rang).toEqual([{ caseId, clock: { kind: "step", n: 1 }, came: ["overtaken"] }]);
        } else {
          expect(rang).toEqual([{ caseId, clock: { kind: "step", n: 1 }, came: ["stepOverdue"] }]);
          expect(act).toMatchObject({
            kind: "past",
            past: "overtaken",
            petition: { status: "accepted", goingTo: "leader" },
          });
        }
        await expectSound(district, caseId);
        return act?.kind === "done" ? "action" : "sweep";
      });
      expectBothToHaveWon(winners, "action", "sweep");
    });
  });
