import { type Case, isOpen } from "#case/state/case.ts";
import { stepDue } from "#case/state/due.ts";
import type { Message } from "#case/state/message.ts";

/** The open step is over: its workflow is told, and so is its owner, who has nothing left to do. */
export const toldEnded = (c: Case, ask: "ended" | "mergedAway"): Message[] => {
  if (!isOpen(c)) return [];
  const { stepNo, owner: to, assignment } = c;
  return [
    { kind: "signal", stepNo, outcome: "ended" },
    { kind: "taskMail", to, ask, stepNo, assignment, lastDay: stepDue(c).lastDay },
  ];
};
