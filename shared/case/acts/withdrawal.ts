import * as z from "zod";
import { problem } from "#case/forms/form-text.ts";
import { isOpen, type Open } from "#case/state/case.ts";
import { happened, stop } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { Message } from "#case/state/message.ts";
import { isPromisedByLetter } from "#case/state/promise.ts";
import { act } from "./act.ts";

/** The open step is over: its workflow is told, and so is its owner, who has nothing left to do. */
const told = (c: Open): Message[] => {
  const { stepNo, owner: to, assignment } = c;
  return [
    { kind: "signal", stepNo, outcome: "ended" },
    { kind: "taskMail", to, ask: "ended", stepNo, assignment, lastDay: stepDue(c).lastDay },
  ];
};

/** 撤回, by the petitioner, as long as no answer is written. */
export const withdrawals = {
  /**
   * Every clock stops and the case is over. A case on its way has no owner to tell, and its workflow learns of the end
   * when it comes to open the next step.
   */
  withdraw: act({
    form: z.strictObject({ understood: z.literal("yes", problem("missing")) }),
    role: "petitioner",
    agent: "withdraw",
    at: ["registered", "screening", "accepted", "handling", "performing"],
    elsewhere: "tooLateToWithdraw",
    brings: "withdrawn",
    turn: "ends",
    whyNot: (c) => (isPromisedByLetter(c) ? "tooLateToWithdraw" : undefined),
    decide: (c) =>
      happened(
        { kind: "petitioner" },
        { type: "withdrawn" },
        c.running.map(({ clock }) => stop(clock)),
        isOpen(c) ? told(c) : [],
      ),
  }),
};
