import { assistanceActs, assistanceAnswerActs } from "./assistance.ts";
import { extensionDecisionActs } from "./extension.ts";
import { objectionActs, objectionDecisionActs } from "./objection.ts";

/** What the owner of a step asks of others and does seldom, and what may be done by whoever is asked beside it. */
export const actsBesideStep = {
  ...assistanceActs,
  ...objectionActs,
  ...extensionDecisionActs,
  ...objectionDecisionActs,
  ...assistanceAnswerActs,
};
