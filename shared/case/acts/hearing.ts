import * as z from "zod";
import { day, problem, prose } from "#case/forms/form-text.ts";
import { happened, refuse } from "#case/state/decision.ts";
import { ContactCame } from "#case/state/facts/hearing.ts";
import { receivedOn } from "#case/state/received.ts";
import { districtDate } from "#clock/period.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

/** 听取陈述. */
export const hearingActs = {
  /**
   * The owner has heard the petitioner, or tried to. No clock moves. Whoever could not be reached is told by mail that it was
   * tried, so that they can call themselves.
   * Source: 《信访工作条例》 Art. 31(6): facts and reasons are heard before an opinion is given.
   */
  recordContact: act({
    form: z.strictObject({
      contact: z.enum(ContactCame.options, problem("missing")),
      on: day,
      said: prose("said"),
    }),
    role: "owner",
    at: ["screening", "handling"],
    turn: "stays",
    decide: (c, { contact: came, on, said }, { now }) => {
      if (on < receivedOn(c) || on > districtDate(now)) return refuse("contactDateImpossible");
      const isTried = came === "tried";
      return happened(
        byOwner(c),
        {
          type: "contactRecorded",
          stepNo: c.stepNo,
          unit: c.unit,
          came,
          on,
          said,
          ...(isTried && { tries: (c.tries ?? 0) + 1 }),
        },
        [],
        isTried ? [{ kind: "newsMail", news: "notReached" }] : [],
      );
    },
  }),
};
