import { expect, test } from "vitest";
import type { ClockName } from "#clock/clock.ts";
import { sweptWords } from "../../../local/sweep-words.ts";
import { directory } from "../case/district.ts";
import { filed, type Story } from "../case/story.ts";

const step: ClockName = { kind: "step", n: 3 };
const law: ClockName = { kind: "handling", n: 1 };
const counts = { failed: 0, quarantined: 0 };

/** A case whose third step has passed three quarters of its time, and the law's clock half, with no sweep between. */
const twoDue = ["2026-03-09T02:00:00.000Z", "2026-03-27T02:00:00.000Z"]
  .reduce(
    (story, moment) => story.later(moment).owner({ command: "reportUpward", reason: "需部门认定" }).opens(),
    filed("estate").opens(),
  )
  .later("2026-04-10T02:00:00.000Z");

/** Lets a clock ring, and gives what the sweep function says of it. */
const rings = (story: Story, clock: ClockName) => {
  const after = story.does({ type: "ring", clock });
  const came = after.events.slice(story.events.length).map(({ fact }) => fact.type);
  return { after, rung: { caseId: story.state.id, clock, came } };
};

/** The lines of each clock, by its name. */
const blocks = (words: readonly string[]): Record<string, string[]> => {
  const told = words
    .slice(0, -1)
    .join("\n")
    .split(/\n(?! )/);
  return Object.fromEntries(
    told.map((block) => {
      const [head = "", ...lines] = block.split("\n");
      return [head.replace(/^.* · /, ""), lines.map((line) => line.trim())] as const;
    }),
  );
};

test("each of two clocks of a case that rang in one sweep is told with its own event", () => {
  const first = rings(twoDue, step);
  const second = rings(first.after, law);
  expect([first.rung.came, second.rung.came]).toEqual([["reminded"], ["reminded"]]);
  const history = second.after.events;
  const came = [first.rung, second.rung].map((rung) => ({ ...rung, history }));
  const told = blocks(sweptWords(came, counts, { directory, lang: "en", now: "2026-11-30T02:00:00.000Z" }));
  expect(told).toEqual({
    "Step deadline (no. 3)": [
      "→ A reminder for housing handler, in the next morning digest. “Step deadline (no. 3)” (until Mon 13 April): 75% of the time has passed. The notice at 50% was not sent on its own, and this one stands for it.",
    ],
    "Answer due by law": [
      "→ A reminder for housing handler, in the next morning digest. “Answer due by law” (until Wed 6 May): 50% of the time has passed.",
    ],
  });
});

test("a clock that lifts its case is told with what lapsed by that", () => {
  const proposed = filed("estate")
    .opens()
    .owner({ command: "reportUpward", reason: "需街道协调" })
    .opens()
    .owner({ command: "proposeSettlement", terms: "十日内修好", done: "already", promisedFor: undefined })
    .later("2026-04-21T02:00:00.000Z");
  const { after, rung } = rings(proposed, law);
  expect(rung.came).toEqual(["settlementLapsed", "lifted"]);
  const told = blocks(
    sweptWords([{ ...rung, history: after.events }], counts, {
      directory,
      lang: "en",
      now: "2026-11-30T02:00:00.000Z",
    }),
  );
  expect(told).toEqual({
    "Answer due by law": [
      "→ The step ended before the petitioner had answered the proposed settlement, which lapsed with it.",
      "→ Of the time set by law, 75% has passed (answer due Wed 6 May): moved up from the township to the department, whatever the step's own deadline.",
    ],
  });
});

test("a clock that another sweep rang first is not said to have ended", () => {
  const { after, rung } = rings(twoDue, step);
  const came = [{ ...rung, came: ["rang before"], history: after.events }];
  expect(sweptWords(came, counts, { directory, lang: "en", now: "2026-11-30T02:00:00.000Z" }).slice(1)).toEqual([
    "    → Another sweep saw to it first; what came of it is on the case's record.",
    "1 seen to, 0 failed, 0 of them were quarantined.",
  ]);
  expect(sweptWords(came, counts, { directory, lang: "zh", now: "2026-11-30T02:00:00.000Z" })[1]).toBe(
    "    → 另一次到期检查已先处理，结果见事项记录。",
  );
});

test("a clock that its case no longer runs is said to have been ended", () => {
  const came = [{ caseId: twoDue.state.id, clock: step, came: ["overtaken"], history: twoDue.events }];
  expect(sweptWords(came, counts, { directory, lang: "en", now: "2026-11-30T02:00:00.000Z" })).toContain(
    "    → The case no longer has this deadline: it is only ended, without an event.",
  );
});

test("what a sweep did is told with the year of days that are not of the reader's", () => {
  const { after, rung } = rings(twoDue, step);
  const came = [{ ...rung, history: after.events }];
  expect(sweptWords(came, counts, { directory, lang: "en", now: "2027-01-04T02:00:00.000Z" }).join("\n")).toContain(
    "(until Mon 13 April 2026)",
  );
});
