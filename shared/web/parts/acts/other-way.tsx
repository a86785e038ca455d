import type { otherWayActs } from "#case/acts/other-way.ts";
import { explanationSeen } from "./explanation.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { knownOn, route } from "./guidance-fields.tsx";
import { body } from "./transfer-fields.tsx";

/** 提请转送、导入: what the owner proposes, by the fields with which the bureau does it. */
export const otherWayForms: FormsOf<typeof otherWayActs> = {
  proposeTransfer: { body, explanation: explanationSeen },
  proposeGuidance: { route, knownOn, explanation: explanationSeen },
};
