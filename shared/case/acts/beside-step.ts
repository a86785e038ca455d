import { assistanceAnswerActs } from "./assistance.ts";
import { extensionDecisionActs } from "./extension.ts";
import { objectionDecisionActs } from "./objection.ts";

/** What may be done by whoever is asked beside a step, in the order of likelihood. */
export const actsBesideStep = { ...extensionDecisionActs, ...objectionDecisionActs, ...assistanceAnswerActs };
