import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { reconsiderationOffers } from "#case/offers/reconsideration.ts";
import { happened, startPeriod, startTransit } from "#case/state/decision.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";

/** 重新审查, asked for by the petitioner. */
export const reconsiderationRequests = {
  /**
   * Once in the life of a case, with no last day: no law gives one (《信访工作条例》 Art. 23, 44 ask for reasons alone). The
   * head of the bureau has the time that a decision on acceptance has, from this moment.
   */
  askReconsideration: act({
    ...reconsiderationOffers.askReconsideration,
    form: z.strictObject({ reason: prose("reason") }),
    role: "petitioner",
    brings: "reconsiderationAsked",
    turn: "stays",
    decide: (c, { reason }, world) => {
      const { stepNo } = c;
      const epoch = c.epoch + 1;
      const rule = clockRule(world.directory, c, "accept");
      // The first time for this decision began with the case; the number of the execution tells one from the other.
      const accept = startPeriod(
        { kind: "accept", n: epoch },
        { rule, start: world.now, urgent: c.urgent === true },
        world,
      );
      return happened(
        { kind: "petitioner" },
        { type: "reconsiderationAsked", reason, epoch },
        [accept, startTransit({ epoch, stepNo }, world)],
        [{ kind: "start", epoch, startAt: "bureau" }],
      );
    },
  }),
};
