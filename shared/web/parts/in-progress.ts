import type { petitionerActs } from "#case/acts/petitioner-acts.ts";
import { offersInProgress, offersToDecide } from "#case/offers/in-progress.ts";
import { offeredOf } from "#case/offers/offer.ts";
import { bringingPanels } from "./acts/bringing.tsx";
import { answerOpeningPanels } from "./acts/delivery-opening.tsx";
import type { PanelsOf } from "./acts/petitioner-panel.tsx";
import { pressurePanels } from "./acts/pressure.tsx";
import { promisePanels } from "./acts/promise.tsx";
import { reconsiderationPanels } from "./acts/reconsideration.tsx";
import { reviewRequestPanels } from "./acts/review-request.tsx";
import { settlementPanels } from "./acts/settlement.tsx";
import { withdrawalUndoingPanels } from "./acts/withdrawal-undoing.tsx";
import { type OfferingDoor, petitionerAddresses } from "./petitioner-door.tsx";

const isToDecide = (name: string | undefined): name is keyof typeof offersToDecide =>
  name !== undefined && Object.hasOwn(offersToDecide, name);

/** The door to how a case stands. It offers what is decided at the door for that, and decides nothing. */
export const progressDoor: OfferingDoor = {
  name: "progress",
  address: petitionerAddresses.progress,
  panels: {
    ...settlementPanels,
    ...promisePanels,
    ...answerOpeningPanels,
    ...bringingPanels,
    ...withdrawalUndoingPanels,
    ...pressurePanels,
    ...reconsiderationPanels,
    ...reviewRequestPanels,
  } satisfies PanelsOf<Pick<typeof petitionerActs, keyof typeof offersInProgress>>,
  offered: offeredOf(offersInProgress),
  leadsOn: { isName: isToDecide, to: "decisions" },
  toldAt: "progress",
};
