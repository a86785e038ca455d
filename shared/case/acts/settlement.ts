import * as z from "zod";
import { dayOrNone, problem, prose } from "#case/forms/form-text.ts";
import { isOver, settlementOffers } from "#case/offers/settlement.ts";
import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import {
  type Decision,
  happened,
  refuse,
  startPeriod,
  startTransit,
  stepClocks,
  stopped,
} from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { Fact } from "#case/state/event.ts";
import type { AgreementLetter } from "#case/state/facts/settlement.ts";
import { promiseUntil } from "#case/state/latest-days.ts";
import type { Message } from "#case/state/message.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import { answerGoesOn, answerResumes, answerWaits } from "#case/state/resting.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { endOfPeriod } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { issue } from "./issue.ts";
import { unitNamed } from "./unit-named.ts";

/** The last day for taking back what was decided today. */
const takeBackUntil = ({ now, calendar, directory }: World): DistrictDate =>
  endOfPeriod(calendar, now, directory.policy.clocks.takeBack).lastDay;

/** The law's clock after a promise that was not kept: it goes on, or resumes as it stood when the letter was issued. */
const answerOwedAgain = (c: In<"performing">, world: World): ClockChange[] =>
  isPromisedByLetter(c) && c.answeredIn !== undefined
    ? [...stopped(c, ["review"], "overtaken"), answerResumes(c, {}, c.answeredIn, world)]
    : answerGoesOn(c, world);

/** 和解协议书: whom it would bind if it was agreed to now, and what it rests on. */
export const agreementOf = (
  unit: UnitId,
  { directory }: Pick<World, "directory">,
): Pick<AgreementLetter, "by" | "article"> => ({
  by: unitNamed(unit, directory),
  article: directory.policy.agreement.article,
});

/** What was agreed comes to nothing: the step ends, and its level takes the matter up anew. */
export const takenUpAnew = (
  c: In<"performing">,
  by: Actor,
  fact: Fact,
  why: "done" | "rang",
  world: World,
  messages: Message[] = [],
): Decision =>
  happened(
    by,
    fact,
    [...stopped(c, ["performance", "confirmation"], why), ...answerOwedAgain(c, world), startTransit(c, world)],
    [
      {
        kind: "signal",
        stepNo: c.stepNo,
        outcome: "takenUpAnew",
        ...(isPromisedByLetter(c) && { startAt: c.level }),
      },
      ...messages,
    ],
  );

/** The case ends as settled: confirmed by its petitioner, or said to be done by its owner alone. */
export const endsSettled = (
  c: In<"handling" | "performing">,
  by: Actor,
  fact: (reopenUntil: DistrictDate) => Fact,
  why: "done" | "rang",
  world: World,
): Decision =>
  happened(
    by,
    fact(takeBackUntil(world)),
    [...stopped(c, ["performance", "confirmation"], why), ...stopped(c, [...stepClocks, "handling", "review"])],
    [
      { kind: "signal", stepNo: c.stepNo, outcome: "settled" },
      { kind: "newsMail", news: "closed" },
    ],
  );

const byPetitioner: Actor = { kind: "petitioner" };

/** 化解, by the owner. */
export const settlementActs = {
  /** What will be done and by when, or what is done already. Nothing of it counts before the petitioner has agreed. */
  proposeSettlement: act({
    form: z.strictObject({
      terms: prose("terms"),
      done: z.enum(["byDay", "already"], problem("missing")),
      // Whoever has done it already is not asked for a day.
      promisedFor: dayOrNone,
    }),
    together: ({ done, promisedFor: named = "" }) =>
      done === "byDay" && named.trim() === "" ? { promisedFor: "missing" } : {},
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c) => (c.urgent ? "urgentNotSettled" : c.settlement === undefined ? undefined : "settlementPending"),
    decide: (c, { terms, done, promisedFor: named }, world) => {
      const promised = done === "byDay" && named !== undefined ? { promisedFor: named } : {};
      if (promised.promisedFor !== undefined) {
        if (isOver(promised.promisedFor, world)) return refuse("promiseInThePast");
        if (promised.promisedFor > promiseUntil(c, world)) return refuse("promiseTooFar");
      }
      return happened(
        byOwner(c),
        { type: "settlementProposed", stepNo: c.stepNo, terms, ...promised },
        [],
        [{ kind: "newsMail", news: "settlementProposed" }],
      );
    },
  }),

  /** The proposal is no longer made: another one may be, and what is decided on this one no longer counts. */
  retractSettlement: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c) => (c.settlement === undefined ? "noSettlementPending" : undefined),
    decide: (c, { reason }) =>
      happened(
        byOwner(c),
        { type: "settlementRetracted", stepNo: c.stepNo, reason },
        [],
        [{ kind: "newsMail", news: "settlementRetracted" }],
      ),
  }),

  /** 履行: what was promised is done. The petitioner is asked whether it is, at once when the day is still ahead. */
  reportPerformance: act({
    form: z.strictObject({ performed: prose("performed") }),
    role: "owner",
    at: ["performing"],
    turn: "stays",
    whyNot: (c) => (c.settlement.reported === undefined ? undefined : "reportedBefore"),
    decide: (c, { performed }, world) => {
      const fact = { type: "performanceReported", stepNo: c.stepNo, performed } as const;
      const asks = c.settlement.askedAt === undefined ? [...stopped(c, ["performance"]), asking(c, world)] : [];
      return happened(byOwner(c), fact, asks, [{ kind: "newsMail", news: "performanceAsked" }]);
    },
  }),
};

/** The petitioner's time to say whether what was agreed is done. */
export const asking = (c: In<"performing">, world: World) =>
  startPeriod(
    { kind: "confirmation", n: c.stepNo },
    { rule: clockRule(world.directory, c, "confirmation"), start: world.now, urgent: c.urgent === true },
    world,
  );

/** 化解, by the petitioner: first whether they agree, and when the day has come, whether it is done. */
export const settlementAnswers = {
  /** The step stays open and with its owner until the day that was promised, which has a clock of its own. */
  agreeSettlement: act({
    ...settlementOffers.agreeSettlement,
    form: z.strictObject({}),
    role: "petitioner",
    brings: "settlementAgreed",
    turn: "stays",
    decide: (c, _, world) => {
      const { stepNo, urgent = false } = c;
      const until = c.settlement?.promisedFor;
      if (c.settlement === undefined || until === undefined) return refuse("noSettlementPending");
      const rule = clockRule(world.directory, c, "performance");
      const performance = startPeriod(
        { kind: "performance", n: stepNo },
        { rule, start: world.now, urgent, until },
        world,
      );
      const { article } = world.directory.policy.agreement;
      const { terms } = c.settlement;
      const parts = { terms, promisedFor: until, takeBackUntil: takeBackUntil(world), article };
      return happened(
        byPetitioner,
        {
          type: "settlementAgreed",
          stepNo,
          letter: issue("agreement", c, c.unit, parts, world),
        },
        [...stopped(c, stepClocks), performance, ...answerWaits(c, performance.clock.due, world)],
        [
          {
            kind: "taskMail",
            to: c.owner,
            ask: "settlementAgreed",
            stepNo,
            assignment: c.assignment,
            lastDay: until,
          },
          { kind: "newsMail", news: "settlementAgreed" },
        ],
      );
    },
  }),

  /** They do not agree, or it is not done: the step goes on, and its owner is told. */
  declineSettlement: act({
    ...settlementOffers.declineSettlement,
    form: z.strictObject({ reason: prose("reason") }),
    role: "petitioner",
    brings: "settlementDeclined",
    turn: "stays",
    decide: (c, { reason }) => {
      const { stepNo, owner: to, assignment } = c;
      return happened(
        byPetitioner,
        { type: "settlementDeclined", stepNo, reason },
        [],
        [{ kind: "taskMail", to, ask: "settlementDeclined", stepNo, assignment, lastDay: stepDue(c).lastDay }],
      );
    },
  }),

  /** Only now the matter counts as resolved, and the case ends. */
  confirmSettlement: act({
    ...settlementOffers.confirmSettlement,
    form: z.strictObject({}),
    role: "petitioner",
    brings: "settlementConfirmed",
    turn: "ends",
    decide: (c, _, world) => {
      const { stepNo, level } = c;
      return endsSettled(
        c,
        byPetitioner,
        (reopenUntil) => ({ type: "settlementConfirmed", stepNo, level, reopenUntil }),
        "done",
        world,
      );
    },
  }),

  /** What was promised is not done, or does not settle the matter. */
  denyPerformance: act({
    ...settlementOffers.denyPerformance,
    form: z.strictObject({ reason: prose("reason") }),
    role: "petitioner",
    brings: "performanceDenied",
    turn: "ends",
    decide: (c, { reason }, world) => {
      const { stepNo, level } = c;
      return takenUpAnew(c, byPetitioner, { type: "performanceDenied", stepNo, level, reason }, "done", world);
    },
  }),

  /** 反悔: within the policy's days nothing but their word is needed. */
  takeBackAgreement: act({
    ...settlementOffers.takeBackAgreement,
    form: z.strictObject({}),
    role: "petitioner",
    brings: "agreementTakenBack",
    turn: "ends",
    decide: (c, _, world) => {
      const { stepNo, level } = c;
      return takenUpAnew(c, byPetitioner, { type: "agreementTakenBack", stepNo, level }, "done", world);
    },
  }),

  /** The same once the case has ended as settled: another execution takes it up where it was settled. */
  reopenSettlement: act({
    ...settlementOffers.reopenSettlement,
    form: z.strictObject({}),
    role: "petitioner",
    brings: "settlementReopened",
    turn: "stays",
    decide: (c, _, world) => {
      if (c.reopening === undefined) return refuse("tooLateToReopen");
      const { level, answer } = c.reopening;
      const epoch = c.epoch + 1;
      return happened(
        byPetitioner,
        { type: "settlementReopened", stepNo: c.stepNo, level, epoch },
        [answerResumes(c, c.reopening, answer, world), startTransit({ epoch, stepNo: c.stepNo }, world)],
        [{ kind: "start", epoch, startAt: level }],
      );
    },
  }),
};
