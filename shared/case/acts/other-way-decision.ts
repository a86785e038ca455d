import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { type Decision, happened, refuse, stop, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import { isProposing, type Proposing } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ReceivingBody } from "#clock/receiving-body.ts";
import type { StatutoryRoute } from "#clock/statutory-route.ts";
import { staffOf, unitFor } from "#directory/routing.ts";
import type { UnitId } from "#ground/ids.ts";
import { act } from "./act.ts";
import { sentTo } from "./to-body.ts";
import { guidedTo } from "./to-procedure.ts";
import { turnsOrdinary } from "./turns-ordinary.ts";

const byDecider = ({ otherWay }: Proposing) => ({ kind: "staff", id: otherWay.decider.staff }) as const;

/** Its owner has nothing left to do. */
const tellsFormerOwner = (c: Proposing) => {
  const { stepNo, owner: to, assignment } = c;
  const { lastDay } = stepDue(c);
  return { kind: "taskMail", to, ask: "otherWayAgreed", stepNo, assignment, lastDay } as const;
};

/** The unit that answers for what stands with the bureau: a leader's office where the petition is about the bureau. */
const bureauFor = (c: Proposing, { directory }: World): UnitId =>
  unitFor(directory, { ...c, level: "bureau" }) ?? c.otherWay.decider.unit;

/**
 * The law's time for the answer runs on, until that body has the matter. What was handled the simple way is no simple
 * matter: the time for its answer is counted as for any other from now on.
 */
const transferred = (c: Proposing, body: ReceivingBody, world: World): Decision => {
  const { stepNo, level, unit: from } = c;
  const { explanation, decider } = c.otherWay;
  const unit = bureauFor(c, world);
  const { awaited, letter } = sentTo(c, body, { by: unit, stepNo: stepNo + 1 }, world);
  const owner = decider.staff;
  const ownersUnit = staffOf(world.directory, owner).unit;
  const ordinary = c.track === "simple" ? turnsOrdinary(c, "ownProcedure", world) : undefined;
  const ended = c.running.flatMap(({ clock }) => (clock.kind === "handling" ? [] : [stop(clock)]));
  const by = byDecider(c);
  return {
    events: [
      ...(ordinary === undefined ? [] : [{ by, fact: ordinary.fact, clocks: [ordinary.change], messages: [] }]),
      {
        by,
        fact: { type: "transferAgreed", stepNo, level, from, unit, owner, ownersUnit, explanation, letter },
        clocks: [...ended, awaited],
        messages: [
          { kind: "signal", stepNo, outcome: "toBureau" },
          tellsFormerOwner(c),
          {
            kind: "taskMail",
            to: owner,
            ask: "awaitReceipt",
            stepNo: stepNo + 1,
            assignment: 1,
            lastDay: awaited.clock.lastDay,
          },
          { kind: "newsMail", news: "transferred" },
        ],
      },
    ],
  };
};

const guided = (c: Proposing, route: StatutoryRoute, world: World): Decision => {
  const { stepNo, level, unit: from } = c;
  const { way, explanation } = c.otherWay;
  const knownOn = way.kind === "guide" ? way.knownOn : undefined;
  const letter = guidedTo(c, { route, knownOn, explanation, by: bureauFor(c, world) }, world);
  return happened(
    byDecider(c),
    { type: "guidanceAgreed", stepNo, level, from, letter },
    c.running.map(({ clock }) => stop(clock)),
    [{ kind: "signal", stepNo, outcome: "ended" }, tellsFormerOwner(c), { kind: "newsMail", news: "guided" }],
  );
};

/** 提请转送、导入的决定: the bureau, beside the step. */
export const otherWayDecisionActs = {
  /** The body or procedure is told as the policy has it now; one that it no longer has cannot be agreed to. */
  agreeOtherWay: act({
    form: z.strictObject({}),
    role: "consenter",
    at: ["handling"],
    turn: "ends",
    decide: (c, _, world) => {
      if (!isProposing(c)) return refuse("movedOn");
      const { way } = c.otherWay;
      const { bodies, routes } = world.directory.policy;
      if (way.kind === "transfer") {
        const body = bodies.find(({ id }) => id === way.id);
        return body === undefined ? refuse("wayIsGone") : transferred(c, body, world);
      }
      const route = routes.find(({ id }) => id === way.id);
      return route === undefined ? refuse("wayIsGone") : guided(c, route, world);
    },
  }),

  /** For a reason; the case stays where it is. */
  refuseOtherWay: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "consenter",
    at: ["handling"],
    turn: "ends",
    decide: (c, { reason }) => {
      if (!isProposing(c)) return refuse("movedOn");
      const { stepNo, unit, owner: to, assignment } = c;
      const { lastDay } = stepDue(c);
      const { way } = c.otherWay;
      return happened(
        byDecider(c),
        { type: "otherWayRefused", stepNo, unit, way, reason },
        stopped(c, ["otherWayDecision"]),
        [{ kind: "taskMail", to, ask: "otherWayRefused", stepNo, assignment, lastDay }],
      );
    },
  }),
};
