import * as z from "zod";
import { dayOrNone, problem, prose } from "#case/forms/form-text.ts";
import { isOver } from "#case/offers/settlement.ts";
import { happened, refuse } from "#case/state/decision.ts";
import { promiseUntil } from "#case/state/latest-days.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

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
    whyNot: (c) => {
      if (c.urgent) return "urgentNotSettled";
      // What one of them agrees to is no answer to the others.
      if (c.members !== undefined) return "othersMerged";
      return c.settlement === undefined ? undefined : "settlementPending";
    },
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
};
