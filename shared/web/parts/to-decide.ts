import { actsToDecide } from "#case/acts/to-decide.ts";
import { petitionerProblems } from "#words/petitioner-words.ts";
import { saidToDecide } from "#words/to-decide.ts";
import { answerOpeningChecks, answerOpeningPanels } from "./acts/delivery-opening.tsx";
import type { ChecksOf, PanelsOf } from "./acts/petitioner-panel.tsx";
import { pressurePanels } from "./acts/pressure.tsx";
import { pressureChecks } from "./acts/pressure-checks.tsx";
import { promisePanels } from "./acts/promise.tsx";
import { promiseChecks } from "./acts/promise-checks.tsx";
import { reconsiderationChecks, reconsiderationPanels } from "./acts/reconsideration.tsx";
import { reviewChecks } from "./acts/review-checks.tsx";
import { reviewRequestPanels } from "./acts/review-request.tsx";
import { settlementPanels } from "./acts/settlement.tsx";
import { settlementChecks } from "./acts/settlement-checks.tsx";
import { withdrawalUndoingChecks, withdrawalUndoingPanels } from "./acts/withdrawal-undoing.tsx";
import { petitionerDoor } from "./petitioner-door.tsx";

/** The door to what a petitioner decides on what the office has done. It is offered, and what came of it told, with the progress. */
export const decidingDoor = petitionerDoor(
  "decisions",
  actsToDecide,
  saidToDecide,
  {
    panels: {
      ...settlementPanels,
      ...promisePanels,
      ...withdrawalUndoingPanels,
      ...pressurePanels,
      ...reconsiderationPanels,
      ...reviewRequestPanels,
      ...answerOpeningPanels,
    } satisfies PanelsOf<typeof actsToDecide>,
    checks: {
      ...settlementChecks,
      ...promiseChecks,
      ...withdrawalUndoingChecks,
      ...pressureChecks,
      ...reconsiderationChecks,
      ...reviewChecks,
      ...answerOpeningChecks,
    } satisfies ChecksOf<typeof actsToDecide>,
  },
  { problems: (given) => petitionerProblems(given, saidToDecide.fields), toldAt: "progress" },
);
