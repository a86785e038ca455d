import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { happened, stopped } from "#case/state/decision.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { asking } from "./settled.ts";

/** 履行, by whoever is to keep what was agreed or promised. */
export const performanceActs = {
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
