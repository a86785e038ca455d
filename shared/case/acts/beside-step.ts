import { extensionDecisionActs } from "./extension.ts";

/** What may be done by whoever is asked beside a step, in the order of likelihood. */
export const actsBesideStep = { ...extensionDecisionActs };
