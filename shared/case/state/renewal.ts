import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";

/** 重寄链接: the link of a turn was made anew. `mailedAt` are the moments of the last day at which it was mailed. */
export const Renewal = z.strictObject({
  staff: StaffId,
  stepNo: z.int().positive(),
  assignment: z.int().positive(),
  issue: z.int().min(2),
  mailedAt: z.array(Instant),
});
export type Renewal = z.infer<typeof Renewal>;
