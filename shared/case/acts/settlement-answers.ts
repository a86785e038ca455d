import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { settlementOffers } from "#case/offers/settlement.ts";
import type { Actor } from "#case/state/actor.ts";
import { happened, refuse, startPeriod, startTransit, stepClocks, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import { answerResumes, answerWaits } from "#case/state/resting.ts";
import { clockRule } from "#directory/rules.ts";
import { act } from "./act.ts";
import { issue } from "./issue.ts";
import { endsSettled, takeBackUntil, takenUpAnew } from "./settled.ts";

const byPetitioner: Actor = { kind: "petitioner" };

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
        [
          ...stopped(c, ["followUp"], "overtaken"),
          answerResumes(c, c.reopening, answer, world),
          startTransit({ epoch, stepNo: c.stepNo }, world),
        ],
        [{ kind: "start", epoch, startAt: level }],
      );
    },
  }),
};
