import type { otherWayDecisionActs } from "#case/acts/other-way-decision.ts";
import type { FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

/** 提请转送、导入的决定: why the bureau does not agree. */
export const otherWayDecisionForms: FormsOf<typeof otherWayDecisionActs> = {
  agreeOtherWay: {},
  refuseOtherWay: { reason: reasonSeen },
};
