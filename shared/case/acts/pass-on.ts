import { type Case, isAnswered, isOpen } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import { isAsking, isConvening, isHurrying, isObjecting, isRecusing, partsIn } from "#case/state/standing.ts";
import { sameTurn, type Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { StaffId } from "#ground/ids.ts";
import { passAssistsOn } from "./assistance-watch.ts";
import { passConvenerOn } from "./convening.ts";
import { passDecisionOn } from "./extension-decision.ts";
import { passObjectionOn } from "./objection-decision.ts";
import { passWordOn } from "./pressure-answer.ts";
import { passRecusalOn } from "./recusal-watch.ts";
import { standIn, standInForLetter } from "./stand-in.ts";
import { passUrgencyOn } from "./urgency-watch.ts";

/**
 * The mail that told somebody of their turn was refused for good: the turn passes at once to deputy, head or the bureau,
 * and not only when its time is over (fault 24). Nothing to do once the turn is over, or when nobody else can take it.
 * @param unreachable all whom no mail reaches, so that it does not pass to one of them.
 */
export const passOn = (c: Case, turn: Turn, unreachable: readonly StaffId[], world: World): Decision => {
  const part = partsIn(c).find((one) => sameTurn(one, turn));
  if (part === undefined) return { events: [] };
  const by = { kind: "policy", version: world.directory.policy.version } as const;
  if (part.role === "head") {
    const decider = isAsking(c) ? passDecisionOn(c, { by, unreachable }, world) : [];
    return { events: decider.map((event) => ({ ...event, clocks: [] })) };
  }
  if (part.role === "sender") {
    const sender = isObjecting(c) ? passObjectionOn(c, { by, unreachable }, world) : [];
    return { events: sender.map((event) => ({ ...event, clocks: [] })) };
  }
  if (part.role === "judge") {
    const judge = isRecusing(c) ? passRecusalOn(c, { by, unreachable }, world) : [];
    return { events: judge.map((event) => ({ ...event, clocks: [] })) };
  }
  if (part.role === "triage") {
    const triage = isHurrying(c) ? passUrgencyOn(c, { by, unreachable }, world) : [];
    return { events: triage.map((event) => ({ ...event, clocks: [] })) };
  }
  if (part.role === "assistant" || part.role === "invited" || part.role === "charged") {
    const assists = c.status === "handling" ? passAssistsOn(c, { by, unreachable }, world, turn.staff) : [];
    return { events: assists.map((event) => ({ ...event, clocks: [] })) };
  }
  if (part.role === "convener") {
    const convener = isConvening(c) ? passConvenerOn(c, { by, unreachable }, world) : [];
    return { events: convener.map((event) => ({ ...event, clocks: [] })) };
  }
  if (part.role === "confidant") {
    return { events: passWordOn(c, { by, unreachable }, world).map((event) => ({ ...event, clocks: [] })) };
  }
  const passed = isOpen(c)
    ? standIn(c, { by, unreachable }, world).events
    : isAnswered(c)
      ? standInForLetter(c, turn, { by, unreachable }, world)
      : [];
  return { events: passed.map((event) => ({ ...event, clocks: [] })) };
};
