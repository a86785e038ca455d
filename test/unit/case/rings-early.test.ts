import { expect, it } from "vitest";
import { clockOf } from "#case/state/running.ts";
import type { ClockName } from "#clock/clock.ts";
import { filed, promised, promisingLetter, type Story } from "./story.ts";

const reason = "三号楼不在本单位的辖区，请按属地管理的规定办理，另附辖区图一份，请核对。";
const handled = () => filed("estate").opens().owner({ command: "reportUpward", reason }).opens();
const asksRecusal = { command: "askRecusal", recusalOf: "handler", recusalGround: "relative", reason } as const;
const performing = () =>
  handled()
    .owner(promised("2026-03-10"))
    .does({ type: "petitioner", act: { command: "agreeSettlement" } });

/** A letter has promised two things, one of them for 20 March. */
const lettered = () => handled().owner({ command: "reply", ...promisingLetter });

/** A case that runs one of each kind, of which nothing is due at its moment. */
const early: Partial<Record<ClockName["kind"], () => Story>> = {
  assistance: () =>
    handled().owner({ command: "askAssistance", assistUnit: "housing", question: "-", wantedBy: "2026-03-04" }),
  objectionDecision: () => filed("estate").opens().owner({ command: "object", rightUnit: "housing", reason }),
  recusalDecision: () => handled().does({ type: "petitioner", act: asksRecusal }),
  urgencyDecision: () =>
    handled().does({ type: "petitioner", act: { command: "askUrgency", urgentGround: "worsening", reason } }),
  pressure: () =>
    handled()
      .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
      .does({ type: "petitioner", act: { command: "tellPressure", pressure: "有人劝我撤回" } }),
  performance: performing,
  promise: lettered,
  supervision: () => lettered().passes("2026-03-23T02:00:00.000Z"),
  confirmation: () => performing().passes("2026-03-11T02:00:00.000Z"),
};

/**
 * The moment of a ring was set by a calendar in which a day of rest was missing, or by a policy that reminded sooner: the
 * clock rings, and nothing is due. A ring that came to no event would end its row, and the case would wait for ever.
 */
it.each(Object.entries(early))("a clock that rings before anything is due rings again: %s", (kind, at) => {
  const before = at();
  const clock = before.state.running.find((one) => one.clock.kind === kind)?.clock;
  if (clock === undefined) throw new Error(`The case runs no ${kind} clock`);
  const after = before.does({ type: "ring", clock });
  const changes = after.events.slice(before.events.length).flatMap(({ clocks }) => clocks);
  expect(changes.filter((change) => change.clock.kind === kind)).toMatchObject([{ change: "next" }]);
  expect(changes.every((change) => "nextAt" in change && (change.nextAt ?? "") > after.now)).toBe(true);
  expect(clockOf(after.state, clock.kind)).toBeDefined();
});
