import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { GuidedTrack } from "./track.ts";

/**
 * 法定途径: a procedure of the law that a matter is guided to because it decides such matters (《信访工作条例》 Art. 31).
 * `confirmed` is the district legal office's word that the article says so. `limits` names the time limits that it has.
 */
export const StatutoryRoute = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** 办理途径: the track that a case takes which is guided to it. */
  track: GuidedTrack,
  /** The procedure: 劳动争议仲裁. */
  name: Bilingual,
  article: Bilingual,
  confirmed: z.boolean(),
  /** Which matters it decides. */
  text: Bilingual,
  /** The body to turn to, with its address and phone. */
  where: Bilingual,
  /** What to bring. */
  papers: Bilingual,
  limits: z.array(z.string()).default([]),
});
export type StatutoryRoute = z.infer<typeof StatutoryRoute>;
