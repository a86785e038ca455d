import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { pressureOffers } from "#case/offers/pressure.ts";
import { happened, refuse } from "#case/state/decision.ts";
import { nextTurn } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import { act } from "./act.ts";
import { askConfidant, confidantFor, restsOn, startPressure } from "./pressure-answer.ts";

/** 撤回是否自愿, as the petitioner says it. */
export const pressureWords = {
  /**
   * A word to the head of the bureau on whether somebody wanted the petition withdrawn. The petition rests until the head has
   * answered and a working day more, so that nothing is over before they have spoken. No law gives the time: it is policy.
   */
  tellPressure: act({
    ...pressureOffers.tellPressure,
    form: z.strictObject({ pressure: prose("pressure") }),
    role: "petitioner",
    brings: "pressureTold",
    turn: "stays",
    decide: (c, { pressure }, world) => {
      const found = confidantFor(c, { on: districtDate(world.now) }, world);
      if (found === undefined) return refuse("nobodyToHear");
      const { stepNo } = c;
      const to = { unit: found.unit, staff: found.id };
      const assignment = nextTurn(c);
      const clock = startPressure(c, (c.pressed?.words ?? 0) + 1, world);
      const answerBy = clock.clock.lastDay;
      const rests = restsOn(c, answerBy, world);
      return happened(
        { kind: "petitioner" },
        { type: "pressureTold", stepNo, pressure, to, assignment, answerBy, ...rests.told },
        [clock, ...rests.clocks],
        [askConfidant({ confidant: to, stepNo, assignment }, answerBy)],
      );
    },
  }),
};
