import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import type { Answered } from "#case/state/case.ts";
import { happened, refuse, startPeriod, stop, stopped } from "#case/state/decision.ts";
import { CorrectionKind, type Corrects, correctedBy } from "#case/state/facts/answer.ts";
import { promisedIn, promiseKinds } from "#case/state/promise.ts";
import { deliveryTurn, nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { issue } from "./issue.ts";
import { answerParts, letterFields, missingInLetter, whyNotIssued } from "./letter.ts";
import { entrust, firstClock, promiseClock, promisesMade } from "./promise.ts";

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
    // What comes of a promise rests on the words with which it was made.
    whyNot: ({ promised = [], review }) =>
      review === undefined
        ? promised.some(({ performed, broken, over }) => (performed ?? broken ?? over) !== undefined)
          ? "promiseUnderWay"
          : undefined
        : "underReview",
    decide: (c, { kind, change, reason, ...typed }, world) => {
      const { level, answeredBy, stepNo, track, about } = c;
      if (level === "community") return refuse("notAtThisLevel");
      const made = promisesMade({ about, own: answeredBy.unit }, typed, world);
      if ("refused" in made) return refuse(made.refused);
      const parts = answerParts(c, { level, track }, { ...typed, ...made }, world);
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
      const { differs } = c.letter;
      const said = differs === undefined ? parts : { ...parts, differs };
      const letter = issue("correction", c, answeredBy.unit, { ...said, corrects }, world);
      const clock = Math.max(firstClock(stepNo), ...(c.promised ?? []).map((line) => line.clock + 1));
      const kept = entrust(c, { ...letter, author: answeredBy }, { stepNo, turn: nextTurn(c), clock }, world);
      return happened(
        { kind: "staff", id: staff },
        { type: "letterCorrected", stepNo, unit: answeredBy.unit, staff, letter, ...kept.told },
        [
          ...clocksAnew(c, corrects, world),
          ...(promisedIn(c.letter) === promisedIn(letter)
            ? []
            : [...stopped(c, ["performance"], "overtaken"), ...promiseClock(c, letter, stepNo + corrects.n, world)]),
          ...c.running.flatMap(({ clock: one }) =>
            c.promised !== undefined && promiseKinds.some((name) => name === one.kind) ? [stop(one, "overtaken")] : [],
          ),
          ...kept.clocks,
        ],
        [{ kind: "newsMail", news: "letterCorrected" }, ...kept.messages],
      );
    },
  }),
};
