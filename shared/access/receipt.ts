import { chainHash } from "#record/chain.ts";
import { keyed } from "./digest.ts";
import { openUnder, type SealedText, sealUnder } from "./sealing.ts";

/**
 * What opens the receipt of a form: the hash of the random id that the form was given and of everything in it. Whoever
 * sends the same one again has it, nobody else has, and it is never stored. Another word under the same id is another form.
 */
export const formHash = (submission: string, form: object): string => chainHash(submission, form);

/** What everything in a form comes to, whatever random id it was given. */
export const contentHash = ({ submission: _, ...content }: { submission: string }): string => chainHash("", content);

/** The name that a registered form is found by; of what was typed it tells nothing. */
export const formMark = (form: string): string => keyed(form, "mark").toString("base64url");

/** Seals a query code for whoever sends the same form again: no key service is asked to open it. */
export const sealReceipt = (form: string, caseId: string, code: string): SealedText =>
  sealUnder(keyed(form, "receipt"), caseId, code);

/** The query code of a form that was registered before. @throws for another form's, or another case's. */
export const openReceipt = (form: string, caseId: string, receipt: SealedText): string =>
  openUnder(keyed(form, "receipt"), caseId, receipt);
