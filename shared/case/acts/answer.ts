import * as z from "zod";
import { day, problem, prose } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse, startPeriod, stopped } from "#case/state/decision.ts";
import { type Issued, Outcome, type RightOfReview } from "#case/state/facts/answer.ts";
import { deliveryTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, noonOf } from "#clock/period.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { AnsweringLevel, ReviewBody } from "#directory/review-bodies.ts";
import { unitOf } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

/** Whom a review is asked of, with the policy's rule for it. */
const rightOf = (body: ReviewBody, { days, dayType, article, confirmed }: ClockRule): RightOfReview => ({
  body,
  days,
  dayType,
  article,
  confirmed,
});

/**
 * What a letter says of the office that issues it and of the reviews: it stays so, whatever a later directory says.
 * @param level whose answer it is. Whoever stands in at a level answers for it, and is reviewed as it is.
 */
const issuedBy = (unit: UnitId, level: AnsweringLevel, { directory }: World): Issued => {
  const { district, policy } = directory;
  const { name, address, phone } = unitNow(directory, unit) ?? unitOf(directory, district.bureau);
  const { review, reReview } = district.reviewBodies[level];
  const { office } = district;
  return {
    by: { name, ...(address !== undefined && { address }), ...(phone !== undefined && { phone }) },
    office: { name: office.name, address: office.address, phone: office.phone },
    review: rightOf(review, policy.clocks.review),
    reReview: rightOf(reReview, policy.clocks.reReview),
  };
};

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
    form: z.strictObject({
      facts: prose("facts"),
      rule: prose("rule"),
      decision: prose("decision"),
      outcome: z.enum(Outcome.options, problem("missing")),
    }),
    role: "owner",
    at: ["handling"],
    turn: "ends",
    whyNot: (c) => (c.level === "community" ? "notAtThisLevel" : undefined),
    decide: (c, { outcome, facts, rule, decision }, world) => {
      const { level } = c;
      if (level === "community") return refuse("notAtThisLevel");
      const delivery = { rule: clockRule(world.directory, c, "delivery"), start: world.now, urgent: c.urgent === true };
      return happened(
        byOwner(c),
        {
          type: "replied",
          stepNo: c.stepNo,
          unit: c.unit,
          staff: c.owner,
          letter: { outcome, facts, rule, decision, issued: issuedBy(c.unit, level, world) },
        },
        [...stopped(c, ["step", "handling"]), startPeriod({ kind: "delivery", n: c.stepNo + 1 }, delivery, world)],
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
