import { type Case, isAnswered, isOpen } from "#case/state/case.ts";
import type { Decision, EventOfRing } from "#case/state/decision.ts";
import { decidedBy } from "#case/state/evolve/awaited.ts";
import { isUnderReview } from "#case/state/review.ts";
import { rightIn } from "#case/state/rights.ts";
import { actor, deliveryTurn, isAsking, isConvening } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { passAssistsOn } from "./assistance-watch.ts";
import { passAwaitedOn } from "./awaited-decision.ts";
import { awaitedDecisions } from "./awaited-decisions.ts";
import { passConvenerOn } from "./convening.ts";
import { passExtensionOn } from "./extension-decision.ts";
import { passFollowUpOn } from "./follow-up-watch.ts";
import { passLeadOn } from "./lead-watch.ts";
import { passWordOn } from "./pressure-answer.ts";
import { passPromisesOn } from "./promise-passing.ts";
import { passReviewOn } from "./review-watch.ts";
import { standIn, standInForLetter } from "./stand-in.ts";
import { passSupervisionOn } from "./supervision-watch.ts";
import type { Occasion } from "./unable.ts";

/** The turn of whoever holds the case, or may correct its letter, when they may not keep it. */
const holdersTurn = (c: Case, occasion: Occasion, world: World): EventOfRing[] => {
  const turn = isAnswered(c) ? deliveryTurn(c) : actor(c);
  if (turn === undefined || !("barred" in rightIn(c, turn, world.directory))) return [];
  if (isOpen(c)) return standIn(c, occasion, world).events;
  return isAnswered(c) ? standInForLetter(c, turn, occasion, world) : [];
};

/** What waits for a decision passes on, one after the other: no two turns have one number. */
const passDecisionsOn = (c: Case, occasion: Occasion, world: World): { passed: EventOfRing[]; after: Case } => {
  const asked = isAsking(c) ? passExtensionOn(c, occasion, world) : [];
  const passed = [...asked];
  let after = c;
  for (const { fact } of asked) {
    if (fact.type === "decisionPassedOn" && isAsking(after)) {
      after = { ...after, extension: { ...after.extension, head: fact.to, assignment: fact.assignment } };
    }
  }
  for (const awaited of awaitedDecisions) {
    for (const event of after.status === "handling" ? passAwaitedOn(awaited, after, occasion, world) : []) {
      passed.push(event);
      const { fact } = event;
      if (after.status === "handling" && fact.type === awaited.told.passedOn) {
        after = { ...decidedBy(after, awaited.matter, fact), turns: fact.assignment };
      }
    }
  }
  return { passed, after };
};

/** The case with as many turns as were given by now. */
const withTurns = (c: Case, passed: readonly EventOfRing[]): Case => {
  const given = passed.flatMap(({ fact }) =>
    "assignment" in fact && fact.assignment !== undefined ? [fact.assignment] : [],
  );
  return given.length === 0 ? c : { ...c, turns: Math.max(...given) };
};

/**
 * 交接: a directory has come into force by which whoever has a turn may not keep it, as they have left, work in another unit
 * or are complained about: it passes at once to whoever it falls to now, who is mailed. Whoever is only away keeps it until
 * they are to be reminded; but a decision that is waited for passes on then, too, and before the step does, so that a new
 * head decides and does not get the step. Nothing to do when all may stay.
 */
export const handOver = (c: Case, world: World): Decision => {
  const occasion: Occasion = { by: { kind: "policy", version: world.directory.policy.version } };
  const { passed: decisions, after: decided } = passDecisionsOn(c, occasion, world);
  const convener = isConvening(decided) ? passConvenerOn(decided, occasion, world) : [];
  const convened = withTurns(decided, convener);
  const assists = convened.status === "handling" ? passAssistsOn(convened, occasion, world) : [];
  const asked = withTurns(convened, assists);
  const promised = isAnswered(asked) ? passPromisesOn(asked, occasion, world) : [];
  const promising = withTurns(asked, promised);
  const review = isUnderReview(promising) ? passReviewOn(promising, occasion, world) : [];
  const reviewing = withTurns(promising, review);
  const watch = passSupervisionOn(reviewing, occasion, world);
  const led = passLeadOn(withTurns(reviewing, watch), occasion, world);
  const word = passWordOn(withTurns(reviewing, [...watch, ...led]), occasion, world);
  const after = withTurns(convened, [...assists, ...promised, ...review, ...watch, ...led, ...word]);
  const called = passFollowUpOn(after, occasion, world);
  const passed = [...decisions, ...convener, ...assists, ...promised, ...review, ...watch, ...led, ...word, ...called];
  return {
    events: [...passed, ...holdersTurn(after, occasion, world)].map((event) => ({ ...event, clocks: [] })),
  };
};
