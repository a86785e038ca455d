import { expect, test } from "vitest";
import type { About } from "#directory/directory.ts";
import { type OpenStepInput, openStep } from "../../../functions/chain/open-step.ts";
import { filed } from "../case/story.ts";

/** Opens the community's step of a petition twice, as a call does that is repeated. Counts the falls to the bureau. */
const openedTwice = async (about: About) => {
  const story = filed("estate", "2026-03-02T02:00:00.000Z", about);
  let { state } = story;
  const falls: number[] = [];
  let fallen = 0;
  const open = openStep({
    cases: {
      load: () => Promise.resolve(state),
      commit: ({ after }) => {
        state = after;
        return Promise.resolve();
      },
    },
    world: () => Promise.resolve(story.world),
    linkHash: () => Promise.resolve("-"),
    tell: () => Promise.reject(new Error("Nobody waits in vain here")),
    fellBackToBureau: () => {
      fallen += 1;
    },
  });
  const reached: OpenStepInput = { caseId: state.id, epoch: 1, station: "community", token: "the token" };
  for (const _ of ["first call", "its repeat"]) {
    await open(reached);
    falls.push(fallen);
  }
  return falls;
};

test("a step that falls to the bureau is counted, by the repeat too of a call that may have died before it counted", async () => {
  const staff = ["peach-head", "peach-handler", "peach-colleague"];
  expect(await openedTwice({ units: [], staff })).toEqual([1, 2]);
});

test("a step that its own unit takes is not counted", async () => {
  expect(await openedTwice({ units: [], staff: [] })).toEqual([0, 0]);
});

test("a case that has ended on its way opens nothing, and its execution is told so", async () => {
  const settled = filed("estate")
    .opens()
    .owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined })
    .does({ type: "petitioner", act: { command: "confirmSettlement" } });
  const told: unknown[] = [];
  const open = openStep({
    cases: {
      load: () => Promise.resolve(settled.state),
      commit: () => Promise.reject(new Error("Nothing is stored")),
    },
    world: () => Promise.resolve(settled.world),
    linkHash: () => Promise.reject(new Error("No link is made")),
    fellBackToBureau: () => undefined,
    tell: (token, output) => {
      told.push([token, output]);
      return Promise.resolve("told");
    },
  });
  await open({ caseId: settled.state.id, epoch: 1, station: "township", token: "the token" });
  expect(told).toEqual([["the token", { outcome: "ended" }]]);
});
