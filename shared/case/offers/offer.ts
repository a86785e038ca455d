import { coversScope, scopeOf } from "#case/state/agent.ts";
import { type Case, type In, isIn } from "#case/state/case.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";

/** With which scope an agent may do it for the petitioner; `never`: nobody may but they themselves. */
export type ForAgents = AgentScope | "never";

/** In which states something may be done, and why it cannot be done now, whatever is typed for it. */
type When<S extends Case["status"]> = {
  /** The states in which it makes sense. */
  at: readonly [S, ...S[]];
  /** What a case in any other state refuses with; `notAtThisLevel` unless told. */
  elsewhere?: Refusal;
  /** Why it cannot be done now. Pages ask before they offer it, and the decision asks again. */
  whyNot?: (c: In<S>, world: World) => Refusal | undefined;
};

/** Why the case does not allow something now that makes sense in some states. */
export const whyNotWhen =
  <S extends Case["status"]>({ at, elsewhere = "notAtThisLevel", whyNot = () => undefined }: When<S>) =>
  (c: Case, world: World): Refusal | undefined =>
    isIn(c, at) ? whyNot(c, world) : elsewhere;

/** What is asked before an act of petitioners is offered: who of them may do it, and whether the case allows it. */
export type Offer = { agent: ForAgents; whyNotNow: (c: Case, world: World) => Refusal | undefined };

/**
 * When an act of petitioners is offered: the part of its row that a page needs which offers it, while another function does
 * it. The row of the act is made from the same.
 */
export const offer = <S extends Case["status"]>(
  row: When<S> & { agent: ForAgents },
): When<S> & { agent: ForAgents } & Offer => ({ ...row, whyNotNow: whyNotWhen(row) });

/** Why whoever asks may not do this for the petitioner, whatever the case allows: an agent, by number, or they themselves. */
export const whyNotTheirs = (c: Case, mayDo: ForAgents, agent: number | undefined): Refusal | undefined => {
  if (agent === undefined) return undefined;
  const scope = scopeOf(c, agent);
  if (scope === undefined) return "agencyOver";
  return coversScope(scope, mayDo) ? undefined : "outsideScope";
};

/** What the case offers its petitioner now, or one of their agents, in the order of the list. */
export const offeredOf = <Name extends string>(offers: Readonly<Record<Name, Offer>>) => {
  const isName = (name: string): name is Name => Object.hasOwn(offers, name);
  const names = Object.keys(offers).filter(isName);
  const isOffered = ({ agent: mayDo, whyNotNow }: Offer, c: Case, world: World, agent: number | undefined) =>
    (whyNotTheirs(c, mayDo, agent) ?? whyNotNow(c, world)) === undefined;
  return (c: Case, world: World, agent?: number): Name[] =>
    names.filter((name) => isOffered(offers[name], c, world, agent));
};
