import type { Case } from "#case/state/case.ts";
import type { Message } from "#case/state/message.ts";

/** What happens to a case that is merged is carried to the one that leads it. */
export const toLead = (c: Case): Message[] => (c.status === "merged" ? [{ kind: "carry", to: c.lead }] : []);

/** What happens to a case is carried to those that are merged with it, or to the one that leads it. */
export const toMerged = (c: Case): Message[] => [
  ...toLead(c),
  ...(c.members ?? []).map((to) => ({ kind: "carry", to }) as const),
];
