import { type Case, isAnswered, isOpen } from "#case/state/case.ts";
import type { Decision, EventOfRing } from "#case/state/decision.ts";
import { rightIn } from "#case/state/rights.ts";
import {
  actor,
  deliveryTurn,
  isAsking,
  isConvening,
  isHurrying,
  isObjecting,
  isRecusing,
} from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { passAssistsOn } from "./assistance-watch.ts";
import { passConvenerOn } from "./convening.ts";
import { passDecisionOn } from "./extension-decision.ts";
import { passObjectionOn } from "./objection-decision.ts";
import { passWordOn } from "./pressure-answer.ts";
import { passRecusalOn } from "./recusal-watch.ts";
import { standIn, standInForLetter } from "./stand-in.ts";
import type { Occasion } from "./unable.ts";
import { passUrgencyOn } from "./urgency-watch.ts";

/** The turn of whoever holds the case, or may correct its letter, when they may not keep it. */
const holdersTurn = (c: Case, occasion: Occasion, world: World): EventOfRing[] => {
  const turn = isAnswered(c) ? deliveryTurn(c) : actor(c);
  if (turn === undefined || !("barred" in rightIn(c, turn, world.directory))) return [];
  if (isOpen(c)) return standIn(c, occasion, world).events;
  return isAnswered(c) ? standInForLetter(c, turn, occasion, world) : [];
};

/** The case with whoever decides by now on what its owner has asked for, or its petitioner of them. */
const withDeciders = (c: Case, passed: readonly EventOfRing[]): Case => {
  let after = c;
  for (const { fact } of passed) {
    if (isAsking(after) && fact.type === "decisionPassedOn") {
      after = { ...after, extension: { ...after.extension, head: fact.to, assignment: fact.assignment } };
    }
    if (isObjecting(after) && fact.type === "objectionPassedOn") {
      const { to: sender, assignment } = fact;
      after = { ...after, turns: assignment, objection: { ...after.objection, sender, assignment } };
    }
    if (isHurrying(after) && fact.type === "urgencyPassedOn") {
      const { to: triage, assignment } = fact;
      after = { ...after, turns: assignment, hurry: { ...after.hurry, triage, assignment } };
    }
    if (isRecusing(after) && fact.type === "recusalPassedOn") {
      const { to: judge, assignment } = fact;
      after = { ...after, turns: assignment, recusal: { ...after.recusal, judge, assignment } };
    }
  }
  return after;
};

/** The case with as many turns as were given by now. */
const withTurns = (c: Case, passed: readonly EventOfRing[]): Case => {
  const given = passed.flatMap(({ fact }) => ("assignment" in fact ? [fact.assignment] : []));
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
  const decision = isAsking(c) ? passDecisionOn(c, occasion, world) : [];
  const objection = isObjecting(c) ? passObjectionOn(c, occasion, world) : [];
  const asked = withDeciders(c, [...decision, ...objection]);
  const recusal = isRecusing(asked) ? passRecusalOn(asked, occasion, world) : [];
  const judged = withDeciders(asked, recusal);
  const hurry = isHurrying(judged) ? passUrgencyOn(judged, occasion, world) : [];
  const decided = withDeciders(judged, hurry);
  const convener = isConvening(decided) ? passConvenerOn(decided, occasion, world) : [];
  const convened = withTurns(decided, convener);
  const assists = convened.status === "handling" ? passAssistsOn(convened, occasion, world) : [];
  const word = passWordOn(withTurns(convened, assists), occasion, world);
  const after = withTurns(convened, [...assists, ...word]);
  const passed = [...decision, ...objection, ...recusal, ...hurry, ...convener, ...assists, ...word];
  return {
    events: [...passed, ...holdersTurn(after, occasion, world)].map((event) => ({ ...event, clocks: [] })),
  };
};
