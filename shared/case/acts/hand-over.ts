import { type Case, isAnswered, isOpen } from "#case/state/case.ts";
import type { Decision, EventOfRing } from "#case/state/decision.ts";
import { rightIn } from "#case/state/rights.ts";
import { actor, deliveryTurn, isAsking } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { passDecisionOn } from "./extension-decision.ts";
import { standIn, standInForLetter } from "./stand-in.ts";
import type { Occasion } from "./unable.ts";

/** The turn of whoever holds the case, or may correct its letter, when they may not keep it. */
const holdersTurn = (c: Case, occasion: Occasion, world: World): EventOfRing[] => {
  const turn = isAnswered(c) ? deliveryTurn(c) : actor(c);
  if (turn === undefined || !("barred" in rightIn(c, turn, world.directory))) return [];
  if (isOpen(c)) return standIn(c, occasion, world).events;
  return isAnswered(c) ? standInForLetter(c, turn, occasion, world) : [];
};

/**
 * 交接: a directory has come into force by which whoever has a turn may not keep it, as they have left, work in another unit
 * or are complained about: it passes at once to whoever it falls to now, who is mailed. Whoever is only away keeps it until
 * they are to be reminded; but a decision that is waited for passes on then, too, and before the step does, so that a new
 * head decides and does not get the step. Nothing to do when all may stay.
 */
export const handOver = (c: Case, world: World): Decision => {
  const occasion: Occasion = { by: { kind: "policy", version: world.directory.policy.version } };
  const decision = isAsking(c) ? passDecisionOn(c, occasion, world) : [];
  const [passed] = decision;
  const after: Case =
    isAsking(c) && passed?.fact.type === "decisionPassedOn"
      ? { ...c, extension: { ...c.extension, head: passed.fact.to, assignment: passed.fact.assignment } }
      : c;
  return { events: [...decision, ...holdersTurn(after, occasion, world)].map((event) => ({ ...event, clocks: [] })) };
};
