import { describe, expect, test } from "vitest";
import { hasEnded } from "#case/state/case.ts";
import { clocksOf } from "#case/state/running.ts";
import type { Item } from "#record/database.ts";
import { memoryBackend } from "../contract/backend.ts";
import { acknowledge, reply, reportUpward } from "../contract/samples.ts";
import { newStage } from "./stage.ts";

/** The rows of both tables at one moment. */
type Moment = Record<"cases" | "deadlines", Item[]>;

/** A life from filing to answer, and the tables as they were after each thing that was done. */
const lived = async (): Promise<Moment[]> => {
  const backend = memoryBackend();
  const stage = newStage(backend);
  const moments: Moment[] = [];
  const note = async (): Promise<void> => {
    moments.push({ cases: await backend.raw.items("cases"), deadlines: await backend.raw.items("deadlines") });
  };
  const caseId = await stage.filed("estate");
  await note();
  for (const act of [acknowledge, reportUpward, acknowledge, reply]) {
    if ((await stage.load(caseId)).status === "accepted") {
      await stage.arrive(caseId);
      await note();
    }
    await stage.act(caseId, act);
    await note();
  }
  stage.close();
  return moments;
};

/** A stage on tables that were restored, Cases to one moment and Deadlines to another; no execution runs any more. */
const restored = async (cases: Moment, deadlines: Moment) => {
  const backend = memoryBackend();
  await backend.raw.put("cases", cases.cases);
  await backend.raw.put("deadlines", deadlines.deadlines);
  return newStage(backend);
};

describe("the tables are restored to a moment in the middle of a transaction (fault 32)", () => {
  test("whatever moment of a life it is, and whichever table is behind: the case goes on, or is named for what it lacks", async () => {
    const moments = await lived();
    expect(moments.length).toBeGreaterThan(6);
    let named = 0;
    for (const [at, whole] of moments.entries()) {
      const before = moments[at - 1] ?? { cases: [], deadlines: [] };
      for (const [cases, deadlines] of [
        [whole, whole],
        [whole, before],
        [before, whole],
      ] as const) {
        const stage = await restored(cases, deadlines);
        const clockless = await stage.recover(stage.whole);
        for (const c of await stage.allCases()) {
          const station = stage.workflow.running();
          expect(station, `restored to ${at}`).toHaveLength(hasEnded(c) ? 0 : 1);
          const rows = await stage.deadlines.ofCase(c.id);
          const lacks = clocksOf(c).filter(
            ({ kind, n }) =>
              !rows.some(({ clock, nextAt }) => clock.kind === kind && clock.n === n && nextAt !== undefined),
          );
          const told = clockless.filter(({ caseId }) => caseId === c.id).flatMap(({ clocks }) => clocks);
          expect(told).toEqual(expect.arrayContaining(lacks));
          named += lacks.length;
        }
        stage.close();
      }
    }
    expect(named).toBeGreaterThan(0);
  });
});
