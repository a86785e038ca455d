import { actsAtScreening } from "#case/acts/at-screening.ts";
import { saidAtScreening } from "#words/at-screening.ts";
import { acceptanceForms } from "./acts/acceptance.tsx";
import { communityForms } from "./acts/community.tsx";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { guidanceForms } from "./acts/guidance.tsx";
import { hearingForms } from "./acts/hearing.tsx";
import { pressureForms } from "./acts/pressure-answer.tsx";
import { progressForms } from "./acts/progress.tsx";
import { reconsiderationForms } from "./acts/reconsideration.tsx";
import { recusalForms } from "./acts/recusal.tsx";
import { stepForms } from "./acts/step.tsx";
import { transferForms } from "./acts/transfer.tsx";
import { staffDoor } from "./staff-door.ts";
import { WordPanel } from "./word-told.tsx";

/** The door to what may be done before a petition is accepted, or until another body has it. */
export const screeningDoor = staffDoor(
  "screening",
  actsAtScreening,
  saidAtScreening,
  {
    ...stepForms,
    ...pressureForms,
    ...recusalForms,
    ...communityForms,
    ...acceptanceForms,
    ...reconsiderationForms,
    ...guidanceForms,
    ...transferForms,
    ...hearingForms,
    ...progressForms,
  } satisfies ControlsOf<typeof actsAtScreening>,
  { panels: [WordPanel] },
);
