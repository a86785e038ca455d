import type { Open } from "#case/state/case.ts";
import type { Ask } from "#case/state/message.ts";

const asks = {
  screening: "accept",
  handling: "handle",
  performing: "handle",
  transferring: "chaseTransfer",
} as const satisfies Record<Open["status"], Ask>;

/** What is asked of whoever takes an open step over. */
export const stepAsk = (c: Open): Ask =>
  c.status === "screening" && c.reconsideration !== undefined ? "acceptAgain" : asks[c.status];
