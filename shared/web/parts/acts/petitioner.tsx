import type { ComponentChildren } from "preact";
import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import { answerOpeningPanels } from "./answer.tsx";
import type { Panel, PanelDrawn, Place } from "./petitioner-panel.tsx";
import { settlementPanels } from "./settlement.tsx";
import { withdrawalPanels } from "./withdrawal.tsx";

const panels: Readonly<Record<PetitionerActName, Panel>> = {
  ...settlementPanels,
  ...answerOpeningPanels,
  ...withdrawalPanels,
};

/** The panels of what is offered, for one place of the page, in the order of the acts. */
export const petitionerPanels = (
  place: Place,
  offered: readonly PetitionerActName[],
  drawn: PanelDrawn,
): ComponentChildren =>
  offered.map((name) => {
    const panel = panels[name];
    return panel !== "none of its own" && panel.place === place ? panel.draw(drawn) : null;
  });
