import * as z from "zod";
import { aboutNoPerson, chosen, prose } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import {
  acceptClock,
  type Decision,
  handlingClock,
  happened,
  refuse,
  startPeriod,
  startTransit,
  stop,
} from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { isPlaceless } from "#case/state/placeless.ts";
import type { World } from "#case/state/world.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { clockRule, isSimple, startLevel } from "#directory/rules.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { notSimpleFields } from "./simple.ts";

/**
 * Accepted, the simple way where the category is handled so and the bureau does not say that this is no simple matter. The
 * law's time for the answer begins now, whichever it is.
 */
const accepted = (c: In<"screening">, notSimple: FactOf<"accepted">["notSimple"], world: World): Decision => {
  const startAt = startLevel(world.directory, c.category);
  const isSo = notSimple === undefined && isSimple(world.directory, c.category);
  const simple = isSo ? ({ simple: true } as const) : {};
  const rule = clockRule(world.directory, { ...c, ...simple }, "handling");
  const handling = startPeriod(handlingClock, { rule, start: world.now, urgent: c.urgent === true }, world);
  return happened(
    byOwner(c),
    { type: "accepted", basis: "officer", startAt, ...simple, ...(notSimple && { notSimple }) },
    [stop(acceptClock), handling, startTransit(c, world)],
    [
      { kind: "signal", stepNo: c.stepNo, outcome: "accepted", startAt },
      { kind: "newsMail", news: "accepted" },
    ],
  );
};

const whyNotAccepted = (c: In<"screening">, world: World) => (isPlaceless(c, world) ? "communityMissing" : undefined);

/** 受理: the bureau decides whether the petition is accepted. */
export const acceptanceActs = {
  /** The statutory 60 days begin (《信访工作条例》 Art. 34) and the chain starts at the category's level. */
  accept: act({
    form: z.strictObject({}),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    whyNot: whyNotAccepted,
    decide: (c, _, world) => accepted(c, undefined, world),
  }),

  /** The same of a matter whose category is handled the simple way, and that is none for it. */
  acceptOrdinary: act({
    form: z.strictObject(notSimpleFields),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    whyNot: (c, world) => (isSimple(world.directory, c.category) ? whyNotAccepted(c, world) : "notHandledSimply"),
    decide: (c, { notSimple: why, reason }, world) => accepted(c, { why, reason }, world),
  }),

  /** On a ground that the policy lists with where to go instead (Art. 22), showing what the ground rests on. */
  notAccept: act({
    form: z.strictObject({ ground: chosen, where: aboutNoPerson("where"), explanation: prose("explanation") }),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    decide: (c, { ground: chosenGround, where, explanation }, { directory }) => {
      const ground = directory.policy.grounds.find(({ id }) => id === chosenGround);
      if (ground === undefined) return refuse("unknownGround");
      if (ground.shows !== undefined && where === undefined) return refuse("groundNotShown");
      const limits = otherLimits(directory, c.category);
      return happened(
        byOwner(c),
        {
          type: "notAccepted",
          stepNo: c.stepNo,
          ground,
          ...(where !== undefined && { where }),
          explanation,
          limits,
        },
        [stop(acceptClock)],
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "notAccepted" },
          { kind: "newsMail", news: "notAccepted" },
        ],
      );
    },
  }),
};
