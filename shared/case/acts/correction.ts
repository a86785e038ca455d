import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import type { Answered } from "#case/state/case.ts";
import { happened, refuse, startPeriod, stopped } from "#case/state/decision.ts";
import { CorrectionKind, type Corrects, correctedBy } from "#case/state/facts/answer.ts";
import { promisedIn } from "#case/state/promise.ts";
import { deliveryTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { issue } from "./issue.ts";
import { answerParts, letterFields, missingInLetter, whyNotIssued } from "./letter.ts";
import { promiseClock } from "./promise.ts";

/** Another finding is another answer: it is delivered, and the time for a review begins anew with that (Art. 35). */
const clocksAnew = (c: Answered, corrects: Corrects, world: World): ClockChange[] => {
  if (c.status === "delivering" || corrects.kind === "slip") return [];
  const rule = clockRule(world.directory, c, "delivery");
  return [
    ...stopped(c, ["review"], "overtaken"),
    startPeriod(
      { kind: "delivery", n: c.stepNo + corrects.n },
      { rule, start: world.now, urgent: c.urgent === true },
      world,
    ),
  ];
};

/** 更正. */
export const correctionActs = {
  /**
   * A new letter, which names the one that it takes the place of and says what is different and why. Whoever delivers the
   * answer, or has delivered it, may correct it until the time for a review is over. A slip is one of writing or reckoning: no
   * conclusion changes by it, and no time begins anew.
   */
  correctLetter: act({
    form: z.strictObject({
      kind: z.enum(CorrectionKind.options, problem("missing")),
      change: prose("change"),
      reason: prose("reason"),
      ...letterFields,
    }),
    together: missingInLetter,
    role: "owner",
    at: ["delivering", "window"],
    turn: "stays",
    decide: (c, { kind, change, reason, ...typed }, world) => {
      const { level, answeredBy, stepNo, track } = c;
      if (level === "community") return refuse("notAtThisLevel");
      const parts = answerParts(c, { level, track }, typed, world);
      if (parts === undefined) return refuse("requestUnanswered");
      const whyNot = whyNotIssued(parts, track, world);
      if (whyNot !== undefined) return refuse(whyNot);
      const isOtherwise = parts.findings.some(({ outcome }, at) => outcome !== c.letter.findings[at]?.outcome);
      if (kind === "slip" && isOtherwise) return refuse("findingChanged");
      const { staff } = deliveryTurn(c);
      const corrects = {
        n: (correctedBy(c.letter)?.n ?? 0) + 1,
        number: c.letter.number,
        on: districtDate(c.answeredAt),
        ...{ kind, change, reason },
      };
      const letter = issue("correction", c, answeredBy.unit, { ...parts, corrects }, world);
      return happened(
        { kind: "staff", id: staff },
        { type: "letterCorrected", stepNo, unit: answeredBy.unit, staff, letter },
        [
          ...clocksAnew(c, corrects, world),
          ...(promisedIn(c.letter) === promisedIn(letter)
            ? []
            : [...stopped(c, ["performance"], "overtaken"), ...promiseClock(c, letter, stepNo + corrects.n, world)]),
        ],
        [{ kind: "newsMail", news: "letterCorrected" }],
      );
    },
  }),
};
