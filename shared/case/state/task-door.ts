import { type Case, hasEnded, type In } from "./case.ts";
import { isPromisedByLetter } from "./promise.ts";
import { roleIn } from "./standing.ts";
import type { Role, Turn } from "./turn.ts";

/**
 * 办理入口: where the links of staff lead, by what a turn is about: a step; whether the petition is accepted or goes to another
 * body; the answer's delivery; what is asked of somebody beside a step; what takes others, such as a meeting, or a decision on
 * what a petitioner asks or an owner proposes; what comes after an answer, such as a promise to be kept; what is watched over from
 * above; the review of an answer. Each is a function of its own that carries the acts, forms and words of its turns, and of all
 * others what a timeline says of them.
 */
export const taskAddresses = {
  step: "/task",
  screening: "/screening/task",
  delivery: "/delivery/task",
  beside: "/beside/task",
  together: "/together/task",
  after: "/after/task",
  watch: "/watch/task",
  review: "/review/task",
} as const;
export type TaskDoorName = keyof typeof taskAddresses;

/** The door of whoever holds the case. One that is over is told of at any. */
const doorOfOwner = (c: Case): TaskDoorName => {
  if (hasEnded(c)) return "step";
  switch (c.status) {
    case "registered":
    case "screening":
    case "transferring":
      return "screening";
    case "accepted":
    case "handling":
    case "withdrawing":
    case "merged":
      return "step";
    case "performing":
      return isPromisedByLetter(c) ? "after" : "step";
    case "delivering":
    case "window":
      return "delivery";
  }
};

const doors: { readonly [R in Role]: (c: Case) => TaskDoorName } = {
  owner: doorOfOwner,
  head: () => "beside",
  sender: () => "beside",
  consenter: () => "together",
  judge: () => "together",
  triage: () => "together",
  assistant: () => "beside",
  invited: () => "together",
  charged: () => "together",
  convener: () => "together",
  promiser: () => "after",
  overseer: () => "watch",
  caller: () => "after",
  supervisor: () => "watch",
  supervised: () => "watch",
  reviewer: () => "review",
  inCharge: () => "watch",
  namer: () => "watch",
  instructed: () => "watch",
  confidant: () => "screening",
};

/** Whether meetings are called where the case is, or have been. */
const hasMeetings = ({ level, meetings }: In<"handling">): boolean =>
  level === "department" || level === "leader" || meetings !== undefined;

/**
 * The doors at which somebody finds what else their part may do, besides the one where their links lead: what the owner of a
 * step asks of others, and does seldom, is at the doors of those who are asked.
 */
export const furtherDoorsOf = (c: Case, role: Role): readonly ("beside" | "together")[] => {
  if (role !== "owner") return [];
  // Whoever keeps a settlement may have to step aside; whoever keeps what a letter has promised does so where they keep it.
  if (c.status === "performing" && !isPromisedByLetter(c)) return ["beside"];
  if (c.status !== "handling") return [];
  return hasMeetings(c) ? ["beside", "together"] : ["beside"];
};

/** The door at which somebody with a part in a case finds what that part may do now. */
export const doorOf = (c: Case, role: Role): TaskDoorName => doors[role](c);

/** The door of a turn; of one that is over, any that tells what became of it. */
export const doorOfTurn = (c: Case, turn: Turn): TaskDoorName => doorOf(c, roleIn(c, turn) ?? "owner");
