import type { guidanceActs } from "#case/acts/guidance.ts";
import { explanationSeen } from "./explanation.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { knownOn, route } from "./guidance-fields.tsx";

/** 导入: which procedure, from when its limits run, and why. */
export const guidanceForms: FormsOf<typeof guidanceActs> = {
  guide: { route, knownOn, explanation: explanationSeen },
};
