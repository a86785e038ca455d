import * as z from "zod";
import { Level } from "../case/levels.ts";
import { DayType } from "./clock.ts";

/** A text in the two languages of the pages. */
export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;

/** How long a clock runs and which rule says so. `confirmed` is the district legal office's word on the article. */
export const ClockRule = z.strictObject({
  days: z.int().positive(),
  dayType: DayType,
  article: Bilingual,
  confirmed: z.boolean(),
});
export type ClockRule = z.infer<typeof ClockRule>;

/** A ground for not accepting a petition, and where the petitioner can go instead. */
export const Ground = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  article: Bilingual,
  text: Bilingual,
  instead: Bilingual,
});
export type Ground = z.infer<typeof Ground>;

/** The district's rules as versioned data: a change of law is a new version, not new code. */
export const Policy = z.strictObject({
  version: z.string().min(1),
  clocks: z.strictObject({
    accept: ClockRule,
    handling: ClockRule,
    /** 延期: the most days by which `handling` may be extended, once. */
    extension: ClockRule,
    delivery: ClockRule,
    review: ClockRule,
  }),
  /** The share of the statutory time, in percent, at which a case that is still low in the chain moves up. */
  liftAt: z.int().min(1).max(99),
  steps: z.record(Level, ClockRule),
  grounds: z.array(Ground).min(1),
});
export type Policy = z.infer<typeof Policy>;
