import { actsOfWatch } from "#case/acts/watch.ts";
import { saidOfWatch } from "#words/watch.ts";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { leadForms } from "./acts/lead.tsx";
import { promiseOversightForms } from "./acts/promise-keeping.tsx";
import { supervisionForms } from "./acts/supervision.tsx";
import { LeadTask } from "./lead-task.tsx";
import { PromisesToKeep } from "./promises-to-keep.tsx";
import { staffDoor } from "./staff-door.ts";
import { SupervisionPanel, SupervisionPaper } from "./supervision.tsx";

/** The door to what is watched over from above. */
export const watchDoor = staffDoor(
  "watch",
  actsOfWatch,
  saidOfWatch,
  {
    ...supervisionForms,
    ...promiseOversightForms,
    ...leadForms,
  } satisfies ControlsOf<typeof actsOfWatch>,
  { panels: [SupervisionPanel, PromisesToKeep, LeadTask], Minutes: SupervisionPaper },
);
