import { expect } from "vitest";
import type { CaseEvent } from "#case/state/event.ts";
import { replay } from "#case/state/record.ts";
import type { ClockName } from "#clock/clock.ts";
import { firstBrokenLink } from "../support/chain.ts";
import type { Machine } from "./machine.ts";

const nameOf = ({ kind, n }: ClockName): string => `${kind}#${n}`;

/** The clocks that run after a history, with the time at which each rings. */
const runningAfter = (events: readonly CaseEvent[]): Record<string, string> => {
  const running = new Map<string, string>();
  for (const change of events.flatMap(({ clocks }) => clocks)) {
    if (change.change === "stop") running.delete(nameOf(change.clock));
    else if (change.nextAt !== undefined) running.set(nameOf(change.clock), change.nextAt);
  }
  return Object.fromEntries(running);
};

/**
 * The record of a case agrees with itself: its events verify as a chain and replay to the stored state, the running
 * clocks are those that the events left running, and no step came to two ends (invariants 1, 6 and 10).
 */
export const expectSound = async ({ cases, deadlines }: Pick<Machine, "cases" | "deadlines">, caseId: string) => {
  const [state, { events }, rows] = await Promise.all([
    cases.load(caseId),
    cases.history(caseId),
    deadlines.ofCase(caseId),
  ]);
  expect(firstBrokenLink(events)).toBeUndefined();
  expect(replay(events)).toEqual(state);
  const running = rows.flatMap(({ clock, nextAt }) => (nextAt === undefined ? [] : [[nameOf(clock), nextAt] as const]));
  expect(Object.fromEntries(running)).toEqual(runningAfter(events));
  for (const { nextAt, ended } of rows) expect(nextAt === undefined).toBe(ended !== undefined);
  const ends = events.flatMap(({ messages }) => messages.flatMap((m) => (m.kind === "signal" ? [m.stepNo] : [])));
  expect(ends).toEqual([...new Set(ends)]);
};
