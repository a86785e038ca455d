import * as z from "zod";
import { chosen, dayOrNone, prose } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, happened, refuse } from "#case/state/decision.ts";
import { mostOtherWays, type OtherWay } from "#case/state/facts/other-way.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { senderFor } from "#directory/routing.ts";
import type { Written } from "#ground/written.ts";
import { act } from "./act.ts";
import { askToDecide, startDecision } from "./awaited-decision.ts";
import { byOwner } from "./by-owner.ts";
import { otherWayDecision } from "./other-way-watch.ts";
import { whyNotFrom } from "./to-procedure.ts";

/** Who of the bureau would decide on a proposal that is made now, or why none can be made. */
const decider = (c: In<"handling">, world: World): { decider: Staff } | { refused: Refusal } => {
  if (c.otherWay !== undefined) return { refused: "otherWayPending" };
  if (c.objection !== undefined) return { refused: "objectionPending" };
  if (c.settlement !== undefined) return { refused: "settlementFirst" };
  if (c.members !== undefined) return { refused: "othersGoAlong" };
  // A letter has answered it here, and its promise was not kept.
  if (c.answeredIn !== undefined) return { refused: "answeredHere" };
  if ((c.otherWays ?? 0) >= mostOtherWays) return { refused: "proposedOften" };
  const { owner, about } = c;
  const found = senderFor(world.directory, { owner, about, on: districtDate(world.now), isLast: false });
  return found === undefined ? { refused: "nobodyToDecideOtherWay" } : { decider: found };
};

const whyNotProposed = (c: In<"handling">, world: World): Refusal | undefined => {
  const found = decider(c, world);
  return "refused" in found ? found.refused : undefined;
};

/** Whether the bureau has refused this at this step, and its petitioner has added nothing since. */
const isRefusedAlready = ({ waysRefused = [], materials = 0 }: In<"handling">, { kind, id }: OtherWay): boolean =>
  waysRefused.some((one) => one.kind === kind && one.id === id && one.materials >= materials);

const proposed = (
  c: In<"handling">,
  { way, explanation }: { way: OtherWay; explanation: Written },
  world: World,
): Decision => {
  const found = decider(c, world);
  if ("refused" in found) return refuse(found.refused);
  if (isRefusedAlready(c, way)) return refuse("refusedAlready");
  const { stepNo, unit } = c;
  const asked = { decider: { unit: found.decider.unit, staff: found.decider.id }, assignment: nextTurn(c) };
  const decision = startDecision(otherWayDecision, c, 2 * (c.otherWays ?? 0) + 1, world);
  const decideBy = decision.clock.lastDay;
  return happened(
    byOwner(c),
    { type: "otherWayProposed", stepNo, unit, way, explanation, ...asked, decideBy },
    [decision],
    [askToDecide(otherWayDecision, c, asked, decideBy)],
  );
};

/**
 * 提请转送、提请导入: the owner of a step finds that another body or procedure has the matter, and the bureau decides. Meanwhile
 * the case stays where it is and every clock runs.
 * Source: 《信访工作条例》 Art. 22 and 31; that the bureau consents is the district's rule (docs/adr/0069).
 */
export const otherWayActs = {
  proposeTransfer: act({
    form: z.strictObject({ body: chosen, explanation: prose("explanation") }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: whyNotProposed,
    decide: (c, { body: chosenBody, explanation }, world) => {
      const body = world.directory.policy.bodies.find(({ id }) => id === chosenBody);
      if (body === undefined) return refuse("unknownBody");
      return proposed(c, { way: { kind: "transfer", id: body.id, name: body.name }, explanation }, world);
    },
  }),

  proposeGuidance: act({
    /** `knownOn`: from which day the limits of the procedure are counted, where the petitioner has said it. */
    form: z.strictObject({ route: chosen, knownOn: dayOrNone, explanation: prose("explanation") }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: whyNotProposed,
    decide: (c, { route: chosenRoute, knownOn, explanation }, world) => {
      const route = world.directory.policy.routes.find(({ id }) => id === chosenRoute);
      if (route === undefined) return refuse("unknownRoute");
      const impossible = whyNotFrom(knownOn, world);
      if (impossible !== undefined) return refuse(impossible);
      const { id, name } = route;
      const way: OtherWay = { kind: "guide", id, name, ...(knownOn !== undefined && { knownOn }) };
      return proposed(c, { way, explanation }, world);
    },
  }),
};
