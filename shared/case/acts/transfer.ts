import * as z from "zod";
import { chosen, day, prose } from "#case/forms/form-text.ts";
import { happened, refuse, stopped } from "#case/state/decision.ts";
import { districtDate } from "#clock/period.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { sentTo } from "./to-body.ts";

/** 转送. */
export const transferActs = {
  /**
   * Another body has the matter (《信访工作条例》 Art. 22, 30, 31). The bureau goes on answering for the case until that body's
   * receipt is on record here.
   */
  transfer: act({
    form: z.strictObject({ body: chosen, explanation: prose("explanation") }),
    role: "owner",
    at: ["screening"],
    turn: "stays",
    decide: (c, { body: chosenBody, explanation }, world) => {
      const body = world.directory.policy.bodies.find(({ id }) => id === chosenBody);
      if (body === undefined) return refuse("unknownBody");
      // What is reported of somebody is for those who may look into it, and nobody else.
      if (c.track === "accusation" && body.track !== "accusation") return refuse("accusationElsewhere");
      const { awaited, letter } = sentTo(c, body, { by: c.unit, stepNo: c.stepNo }, world);
      return happened(
        byOwner(c),
        { type: "transferred", stepNo: c.stepNo, explanation, letter },
        [...stopped(c, ["accept"]), awaited],
        [{ kind: "newsMail", news: "transferred" }],
      );
    },
  }),

  /** The body has said that it has it: the case ends here. */
  recordReceipt: act({
    form: z.strictObject({ on: day, reference: prose("reference") }),
    role: "owner",
    at: ["transferring"],
    turn: "ends",
    decide: (c, { on, reference }, { now }) => {
      if (on < districtDate(c.transferredAt) || on > districtDate(now)) return refuse("receiptDateImpossible");
      return happened(
        byOwner(c),
        { type: "transferReceived", stepNo: c.stepNo, on, reference },
        stopped(c, ["transfer", "handling"]),
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "transferred" },
          { kind: "newsMail", news: "transferReceived" },
        ],
      );
    },
  }),
};
