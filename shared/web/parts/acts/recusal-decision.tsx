import type { recusalDecisionActs } from "#case/acts/recusal-decision.ts";
import type { FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

/** 回避决定: why it is refused. */
export const recusalDecisionForms: FormsOf<typeof recusalDecisionActs> = {
  grantRecusal: {},
  refuseRecusal: { reason: reasonSeen },
};
