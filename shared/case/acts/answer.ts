import * as z from "zod";
import { day, problem } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse, startPeriod, stepClocks, stopped } from "#case/state/decision.ts";
import { deliveryTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, noonOf } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import type { Instant } from "#ground/instant.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { missingFindings } from "./findings.ts";
import { letterFields, letterOf } from "./letter.ts";

/** The time for review begins with the delivery, and is what the letter says (Art. 35). */
const reviewFrom = (c: In<"delivering">, start: Instant, world: World) =>
  startPeriod(
    { kind: "review", n: c.stepNo },
    { rule: { ...c.letter.issued.review, notices: [] }, start, urgent: c.urgent === true },
    world,
  );

/** 答复. */
export const answerActs = {
  /** The statutory reply (Art. 34). A community may not issue it. Delivery is owed within the policy's days. */
  reply: act({
    form: z.strictObject(letterFields),
    together: missingFindings,
    role: "owner",
    at: ["handling"],
    turn: "ends",
    whyNot: (c) => (c.level === "community" ? "notAtThisLevel" : undefined),
    decide: (c, typed, world) => {
      const { level, unit } = c;
      if (level === "community") return refuse("notAtThisLevel");
      const letter = letterOf(c.requests, { unit, level }, typed, world);
      if (letter === undefined) return refuse("requestUnanswered");
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
        ],
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "answered" },
          { kind: "newsMail", news: "answered" },
        ],
      );
    },
  }),
};

/** 送达, by the unit. */
export const deliveryActs = {
  /** The letter was handed over or arrived by post. */
  recordDelivery: act({
    form: z.strictObject({ how: z.enum(["byHand", "byPost"], problem("missing")), on: day }),
    role: "owner",
    at: ["delivering"],
    turn: "ends",
    decide: (c, { how, on }, world) => {
      if (on < districtDate(c.answeredAt) || on > districtDate(world.now)) return refuse("deliveryDateImpossible");
      return happened({ kind: "staff", id: deliveryTurn(c).staff }, { type: "delivered", how, on }, [
        ...stopped(c, ["delivery"]),
        reviewFrom(c, noonOf(on), world),
      ]);
    },
  }),
};

/** 送达, by the petitioner. */
export const answerOpenings = {
  /** Opening the answer with the query code is its delivery. */
  openAnswer: act({
    form: z.strictObject({}),
    role: "petitioner",
    at: ["delivering"],
    brings: "delivered",
    turn: "ends",
    decide: (c, _, world) =>
      happened({ kind: "petitioner" }, { type: "delivered", how: "opened", on: districtDate(world.now) }, [
        ...stopped(c, ["delivery"]),
        reviewFrom(c, world.now, world),
      ]),
  }),
};
