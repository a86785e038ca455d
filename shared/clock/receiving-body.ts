import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { Track } from "./track.ts";

/**
 * 转送: another body to which matters are transferred (《信访工作条例》 Art. 22, 30, 31). `confirmed` is the district legal
 * office's word that the article says so.
 */
export const ReceivingBody = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** 办理途径: the track that a case takes which is transferred to it. */
  track: Track,
  name: Bilingual,
  address: Bilingual,
  phone: z.string().min(1),
  article: Bilingual,
  confirmed: z.boolean(),
  /** Which matters it has. */
  text: Bilingual,
  /** What it does then, and by when. */
  next: Bilingual,
});
export type ReceivingBody = z.infer<typeof ReceivingBody>;
