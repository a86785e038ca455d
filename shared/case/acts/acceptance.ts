import * as z from "zod";
import { aboutNoPerson, chosen, prose } from "#case/forms/form-text.ts";
import { acceptClock, handlingClock, happened, refuse, startPeriod, startTransit, stop } from "#case/state/decision.ts";
import { isPlaceless } from "#case/state/placeless.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { clockRule, isSimple, startLevel } from "#directory/rules.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

/** 受理: the bureau decides whether the petition is accepted. */
export const acceptanceActs = {
  /** The statutory 60 days begin (《信访工作条例》 Art. 34) and the chain starts at the category's level. */
  accept: act({
    form: z.strictObject({}),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    whyNot: (c, world) => (isPlaceless(c, world) ? "communityMissing" : undefined),
    decide: (c, _, world) => {
      const startAt = startLevel(world.directory, c.category);
      const simple = isSimple(world.directory, c.category) ? ({ simple: true } as const) : {};
      const rule = clockRule(world.directory, { ...c, ...simple }, "handling");
      const handling = startPeriod(handlingClock, { rule, start: world.now, urgent: c.urgent === true }, world);
      return happened(
        byOwner(c),
        { type: "accepted", basis: "officer", startAt, ...simple },
        [stop(acceptClock), handling, startTransit(c, world)],
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "accepted", startAt },
          { kind: "newsMail", news: "accepted" },
        ],
      );
    },
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
