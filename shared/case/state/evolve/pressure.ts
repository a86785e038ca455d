import type * as z from "zod";
import type { Case } from "#case/state/case.ts";
import type { pressureFacts } from "#case/state/facts/pressure.ts";
import { broken, type EventOf, type Evolutions } from "./evolution.ts";

type PressureFactType = z.infer<(typeof pressureFacts)[number]>["type"];

/** What happens to a word that waits for its answer. @throws BrokenHistory where none does */
const waiting = <T extends PressureFactType>(
  c: Case | undefined,
  event: EventOf<T>,
  after: (open: NonNullable<NonNullable<Case["pressed"]>["open"]>) => NonNullable<Case["pressed"]>["open"],
): Case => {
  const { words, open } = c?.pressed ?? {};
  if (c === undefined || words === undefined || open === undefined) throw broken(event, "the bureau was told nothing");
  const now = after(open);
  return { ...c, pressed: { words, ...(now !== undefined && { open: now }) } };
};

const isOver = () => undefined;

/** It goes with the case from state to state: what it is about is not the step. */
export const pressureEvolutions: Evolutions<PressureFactType> = {
  pressureTold: (c, event) => {
    if (c === undefined) throw broken(event, "there is no case");
    const { pressure, to: confidant, stepNo, assignment } = event.fact;
    const open = { pressure, toldAt: event.at, confidant, stepNo, assignment };
    return { ...c, pressed: { words: (c.pressed?.words ?? 0) + 1, open } };
  },
  pressurePassedOn: (c, event) => {
    const { to: confidant, assignment } = event.fact;
    return waiting(c, event, ({ renewal: _, ...open }) => ({ ...open, confidant, assignment }));
  },
  pressureAwaited: (c, event) => waiting(c, event, (open) => open),
  pressureAnswered: (c, event) => waiting(c, event, isOver),
  pressureLapsed: (c, event) => waiting(c, event, isOver),
};
