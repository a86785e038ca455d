import * as z from "zod";
import { happened, refuse, startPeriod, stepClocks, stopped } from "#case/state/decision.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { letterFields, letterOf, missingInLetter } from "./letter.ts";
import { promiseClock, whyNotPromised } from "./promise.ts";

/** 答复. */
export const answerActs = {
  /** The statutory reply (Art. 34). A community may not issue it. Delivery is owed within the policy's days. */
  reply: act({
    form: z.strictObject(letterFields),
    together: missingInLetter,
    role: "owner",
    at: ["handling"],
    turn: "ends",
    whyNot: (c) => (c.level === "community" ? "notAtThisLevel" : undefined),
    decide: (c, typed, world) => {
      const { level, unit } = c;
      if (level === "community") return refuse("notAtThisLevel");
      const letter = letterOf(c.requests, { unit, level }, typed, world);
      if (letter === undefined) return refuse("requestUnanswered");
      const whyNot = whyNotPromised(letter, world);
      if (whyNot !== undefined) return refuse(whyNot);
      const delivery = { rule: clockRule(world.directory, c, "delivery"), start: world.now, urgent: c.urgent === true };
      return happened(
        byOwner(c),
        {
          type: "replied",
          stepNo: c.stepNo,
          unit,
          staff: c.owner,
          letter,
        },
        [
          ...stopped(c, [...stepClocks, "handling"]),
          startPeriod({ kind: "delivery", n: c.stepNo + 1 }, delivery, world),
          ...promiseClock(c, letter, c.stepNo + 1, world),
        ],
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "answered" },
          { kind: "newsMail", news: "answered" },
        ],
      );
    },
  }),
};
