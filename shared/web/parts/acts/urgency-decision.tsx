import type { urgencyDecisionActs } from "#case/acts/urgency-decision.ts";
import type { FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

/** 紧急决定: why it is not marked urgent. */
export const urgencyDecisionForms: FormsOf<typeof urgencyDecisionActs> = {
  grantUrgency: {},
  refuseUrgency: { reason: reasonSeen },
};
