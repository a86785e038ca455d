import * as z from "zod";
import { CaseId } from "./event.ts";

/** Names a message of a stored event; queues carry this and nothing else, so they hold nothing private. */
export const Posted = z.strictObject({
  caseId: CaseId,
  seq: z.int().positive(),
  position: z.int().nonnegative(),
});
export type Posted = z.infer<typeof Posted>;
