import { actsAtStep } from "#case/acts/at-step.ts";
import { saidAtStep } from "#words/at-step.ts";
import { answerForms } from "./acts/answer.tsx";
import { climbForms } from "./acts/climb.tsx";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { hearingForms } from "./acts/hearing.tsx";
import { performanceForms } from "./acts/performance.tsx";
import { progressForms } from "./acts/progress.tsx";
import { settlementForms } from "./acts/settlement-forms.tsx";
import { stepForms } from "./acts/step.tsx";
import { AssistsPanel } from "./assists.tsx";
import { HurryPanel } from "./hurry.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import { LetterToDeliver } from "./letter-to-deliver.tsx";
import { RecusalPanel } from "./recusal.tsx";
import { staffDoor } from "./staff-door.ts";

/** The door to what may be done on a step, or on a settlement that is being kept. */
export const stepDoor = staffDoor(
  "step",
  actsAtStep,
  saidAtStep,
  {
    ...stepForms,
    ...hearingForms,
    ...answerForms,
    ...settlementForms,
    ...performanceForms,
    ...progressForms,
    ...climbForms,
  } satisfies ControlsOf<typeof actsAtStep>,
  { panels: [AssistsPanel, HurryPanel, RecusalPanel], answers: { ToDeliver: LetterToDeliver, Preview: LetterPreview } },
);
