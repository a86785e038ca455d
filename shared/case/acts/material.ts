import * as z from "zod";
import { day, problem, prose } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse, startPeriod } from "#case/state/decision.ts";
import { latestBringing } from "#case/state/latest-days.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import { stepPauses } from "#case/state/step-pause.ts";
import type { World } from "#case/state/world.ts";
import { daysLeft, districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { issue } from "./issue.ts";
import { unitNamed } from "./unit-named.ts";

/** Whether the step has days left that could wait. */
const hasDaysLeft = (c: In<"handling">, { now }: World): boolean =>
  clockOf(c, "step")?.ranOut === undefined && daysLeft(now, lastDayOf(c, "step")) > 0;

/** 补正. */
export const materialActs = {
  /**
   * The owner asks for what is missing: once a step, everything at once, and nothing that an office has already. The step's
   * time waits until it is here or its day has passed, and the law's runs on; whoever brings nothing loses nothing.
   */
  askMaterial: act({
    form: z.strictObject({
      list: prose("list"),
      reason: prose("reason"),
      bringTo: prose("bringTo"),
      help: prose("help"),
      bringBy: day,
      nobodyHasIt: z.literal("yes", problem("missing")),
    }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c, world) => {
      if (c.material !== undefined) return "materialAskedBefore";
      if (c.urgent) return "urgentWaitsForNothing";
      const isTooLate = !hasDaysLeft(c, world) || latestBringing(c, world) <= districtDate(world.now);
      return isTooLate ? "tooLateForMaterial" : undefined;
    },
    decide: (c, { list, reason, bringTo, help, bringBy: wantedBy }, world) => {
      const { now, directory } = world;
      if (wantedBy <= districtDate(now) || wantedBy > latestBringing(c, world)) return refuse("materialDayOutside");
      const rule = clockRule(directory, c, "material");
      const { stepNo, unit } = c;
      const bringing = startPeriod(
        { kind: "material", n: stepNo },
        { rule, start: now, urgent: false, until: wantedBy },
        world,
      );
      const responsible = unitNamed(unit, directory);
      const parts = { list, reason, bringTo, help, wantedBy, responsible, article: rule.article };
      return happened(
        byOwner(c),
        { type: "materialAsked", stepNo, unit, letter: issue("material", c, unit, parts, world) },
        [bringing, stepPauses(c, bringing.clock.due, world)],
        [{ kind: "newsMail", news: "materialAsked" }],
      );
    },
  }),
};
