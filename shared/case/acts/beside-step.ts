import { assistanceActs, assistanceAnswerActs } from "./assistance.ts";
import { extensionActs, extensionDecisionActs } from "./extension.ts";
import { materialActs } from "./material.ts";
import { objectionActs, objectionDecisionActs } from "./objection.ts";
import { otherWayActs } from "./other-way.ts";
import { recusalActs } from "./recusal.ts";
import { simpleActs } from "./simple.ts";

/** What the owner of a step asks of others and does seldom, and what may be done by whoever is asked beside it. */
export const actsBesideStep = {
  ...extensionActs,
  ...assistanceActs,
  ...materialActs,
  ...objectionActs,
  ...otherWayActs,
  ...simpleActs,
  ...recusalActs,
  ...extensionDecisionActs,
  ...objectionDecisionActs,
  ...assistanceAnswerActs,
};
