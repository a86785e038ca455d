import type { Case } from "#case/state/case.ts";
import type { Ask, Message } from "#case/state/message.ts";
import { partsIn } from "#case/state/standing.ts";
import type { Until } from "#ground/instant.ts";

/** Tells whoever of the office has the case; nobody has it between two steps. */
export const tellsHolder = (c: Case, ask: Ask, lastDay: Until | undefined): Message[] => {
  const turn = partsIn(c).find(({ role }) => role === "owner");
  if (turn === undefined || lastDay === undefined) return [];
  const { staff: to, stepNo, assignment } = turn;
  return [{ kind: "taskMail", to, ask, stepNo, assignment, lastDay }];
};
