import { actsAfter } from "#case/acts/after.ts";
import { saidAfter } from "#words/after.ts";
import { followUpForms } from "./acts/follow-up.tsx";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { performanceForms } from "./acts/performance.tsx";
import { progressForms } from "./acts/progress.tsx";
import { promiseKeepingForms } from "./acts/promise-keeping.tsx";
import { recusalForms } from "./acts/recusal.tsx";
import { stepForms } from "./acts/step.tsx";
import { FollowUpPanel } from "./follow-up.tsx";
import { PromisesToKeep } from "./promises-to-keep.tsx";
import { staffDoor } from "./staff-door.ts";

/** The door to what comes after an answer. */
export const afterDoor = staffDoor(
  "after",
  actsAfter,
  saidAfter,
  {
    ...promiseKeepingForms,
    ...followUpForms,
    ...stepForms,
    ...performanceForms,
    ...progressForms,
    ...recusalForms,
  } satisfies ControlsOf<typeof actsAfter>,
  { panels: [PromisesToKeep, FollowUpPanel] },
);
