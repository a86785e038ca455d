import type { Holder } from "#case/state/actor.ts";
import type { AwaitedMatter, In } from "#case/state/case.ts";

/** Who decides by now, in which turn; `isLast`: nobody above does. */
type Decider = { to: Holder; assignment: number };

/** The case with whoever decides by now on what waits beside its step. */
export const decidedBy = (c: In<"handling">, matter: AwaitedMatter, { to, assignment }: Decider): In<"handling"> => {
  const waiting = c[matter];
  return waiting === undefined ? c : { ...c, [matter]: { ...waiting, decider: to, assignment } };
};

/** The same, by somebody above whom nobody decides. */
export const decidedAbove = (c: In<"handling">, matter: AwaitedMatter, decider: Decider): In<"handling"> => {
  const after = decidedBy(c, matter, decider);
  const waiting = after[matter];
  return waiting === undefined ? after : { ...after, [matter]: { ...waiting, isLast: true } };
};

/** Nothing waits any more. */
export const decided = (c: In<"handling">, matter: AwaitedMatter): In<"handling"> => {
  const { [matter]: _, ...rest } = c;
  return rest;
};
