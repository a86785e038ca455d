import * as z from "zod";
import { problem, prose } from "#case/forms/form-text.ts";
import { openStates } from "#case/state/case.ts";
import { happened } from "#case/state/decision.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

/** 办理进展. */
export const progressActs = {
  /**
   * The owner writes down how far they are. No clock moves. Who reads it is chosen each time, with nothing chosen
   * beforehand; the petitioner gets what is for them at once, by mail too where they have one.
   */
  noteProgress: act({
    form: z.strictObject({
      readers: z.enum(["petitioner", "office"], problem("missing")),
      note: prose("note"),
    }),
    role: "owner",
    at: openStates,
    turn: "stays",
    decide: (c, { readers, note }) => {
      const about = { stepNo: c.stepNo, unit: c.unit, note };
      return readers === "petitioner"
        ? happened(byOwner(c), { type: "progressTold", ...about }, [], [{ kind: "newsMail", news: "progress" }])
        : happened(byOwner(c), { type: "progressNoted", ...about });
    },
  }),
};
