import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { happened, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

/** 化解, by the owner. */
export const settlementActs = {
  /** The owner reports the matter settled; it counts once the petitioner confirms. */
  proposeSettlement: act({
    form: z.strictObject({ terms: prose("terms") }),
    role: "owner",
    at: ["handling"],
    turn: "stays",
    whyNot: (c) => (c.settlement === undefined ? undefined : "settlementPending"),
    decide: (c, { terms }) =>
      happened(
        byOwner(c),
        { type: "settlementProposed", stepNo: c.stepNo, terms },
        [],
        [{ kind: "newsMail", news: "settlementProposed" }],
      ),
  }),
};

/** 化解, by the petitioner. */
export const settlementAnswers = {
  /** Only now the matter counts as settled, and the case ends. */
  confirmSettlement: act({
    form: z.strictObject({}),
    role: "petitioner",
    at: ["handling"],
    elsewhere: "noSettlementPending",
    turn: "ends",
    whyNot: (c) => (c.settlement === undefined ? "noSettlementPending" : undefined),
    decide: (c) =>
      happened(
        { kind: "petitioner" },
        { type: "settlementConfirmed", stepNo: c.stepNo },
        stopped(c, ["step", "handling"]),
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "settled" },
          { kind: "newsMail", news: "closed" },
        ],
      ),
  }),

  /** It is not settled: the step goes on, and its owner is told. */
  declineSettlement: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "petitioner",
    at: ["handling"],
    elsewhere: "noSettlementPending",
    turn: "stays",
    whyNot: (c) => (c.settlement === undefined ? "noSettlementPending" : undefined),
    decide: (c, { reason }) => {
      const { stepNo, owner: to, assignment } = c;
      return happened(
        { kind: "petitioner" },
        { type: "settlementDeclined", stepNo, reason },
        [],
        [{ kind: "taskMail", to, ask: "settlementDeclined", stepNo, assignment, lastDay: stepDue(c).lastDay }],
      );
    },
  }),
};
