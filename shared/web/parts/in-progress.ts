import { actsInProgress } from "#case/acts/in-progress.ts";
import { saidInProgress } from "#words/in-progress.ts";
import { bringingChecks, bringingPanels } from "./acts/bringing.tsx";
import { answerOpeningChecks, answerOpeningPanels } from "./acts/delivery.tsx";
import type { ChecksOf, PanelsOf } from "./acts/petitioner-panel.tsx";
import { reconsiderationChecks, reconsiderationPanels } from "./acts/reconsideration.tsx";
import { settlementChecks, settlementPanels } from "./acts/settlement.tsx";
import { withdrawalUndoingChecks, withdrawalUndoingPanels } from "./acts/withdrawal.tsx";
import { petitionerDoor } from "./petitioner-door.tsx";

/** The door to what a petitioner decides on what the office has done. */
export const progressDoor = petitionerDoor("progress", actsInProgress, saidInProgress, {
  panels: {
    ...settlementPanels,
    ...answerOpeningPanels,
    ...bringingPanels,
    ...withdrawalUndoingPanels,
    ...reconsiderationPanels,
  } satisfies PanelsOf<typeof actsInProgress>,
  checks: {
    ...settlementChecks,
    ...answerOpeningChecks,
    ...bringingChecks,
    ...withdrawalUndoingChecks,
    ...reconsiderationChecks,
  } satisfies ChecksOf<typeof actsInProgress>,
});
