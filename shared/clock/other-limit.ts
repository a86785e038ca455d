import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";

/**
 * 其他法定期限: how long something else may be asked of another body, such as a reconsideration or an arbitration. It runs
 * whether or not a petition was filed. `confirmed` is the district legal office's word on the article.
 */
export const OtherLimit = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** What is asked for: 申请行政复议. */
  name: Bilingual,
  length: z.strictObject({ count: z.int().positive(), unit: z.enum(["day", "month", "year"]) }),
  /** What it is counted from. */
  from: Bilingual,
  article: Bilingual,
  confirmed: z.boolean(),
});
export type OtherLimit = z.infer<typeof OtherLimit>;
