import * as z from "zod";
import type { CaseId } from "#ground/ids.ts";
import { SealedText } from "./sealing.ts";

/** A text sealed with AES-256-GCM. `key` is its data key, wrapped by the district's KMS key. All base64. */
export const Sealed = SealedText.extend({ v: z.literal(1), key: z.base64() });
export type Sealed = z.infer<typeof Sealed>;

/** Seals one field of the case that it was made for. */
export type Sealer = (field: string, text: string) => Sealed;

/**
 * Seals texts of a case and opens them again. A sealed text opens only as the same field of the same case.
 * When the key service does not answer, both fail: nothing is ever stored or shown in the clear instead.
 */
export type IdentityVault = {
  /** Fetches one data key for as many fields of a case as are sealed together. */
  sealer: (caseId: CaseId) => Promise<Sealer>;
  /** Seals under the data key of something that is sealed already, so that one call to the key service opens both. */
  sealerBeside: (caseId: CaseId, sealed: Sealed) => Promise<Sealer>;
  /** Opens fields of a case by name, with one call to the key service for all that were sealed together. */
  open: (caseId: CaseId, fields: Record<string, Sealed>) => Promise<Record<string, string>>;
};
