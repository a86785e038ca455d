import * as z from "zod";
import type { Station } from "./levels.ts";

/** Each chain is a state machine of its own. A case is in one of them at a time. */
export const ChainName = z.enum(["escalation", "review"]);
export type ChainName = z.infer<typeof ChainName>;

/** The chain that a station belongs to. Where the record says that a case stands thus tells which chain carries it. */
export const chainOf: Record<Station, ChainName> = {
  bureau: "escalation",
  community: "escalation",
  township: "escalation",
  department: "escalation",
  leader: "escalation",
  window: "escalation",
  review: "review",
  reReviewWindow: "review",
};
