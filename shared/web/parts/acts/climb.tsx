import type { climbActs } from "#case/acts/climb.ts";
import type { FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

/** 上报与退回: why. */
export const climbForms: FormsOf<typeof climbActs> = {
  reportUpward: { reason: reasonSeen },
  handBack: { reason: reasonSeen },
};
