import type { ComponentChildren } from "preact";
import type { PetitionerActName } from "#case/acts/petitioner-acts.ts";
import { agentChecks, agentPanels } from "./agent.tsx";
import { contactChecks, contactPanels } from "./contact.tsx";
import { answerOpeningChecks, answerOpeningPanels } from "./delivery.tsx";
import type { Check, Panel, PanelDrawn, Place } from "./petitioner-panel.tsx";
import { settlementChecks, settlementPanels } from "./settlement.tsx";
import { withdrawalChecks, withdrawalPanels } from "./withdrawal.tsx";

const panels: Readonly<Record<PetitionerActName, Panel>> = {
  ...settlementPanels,
  ...answerOpeningPanels,
  ...contactPanels,
  ...agentPanels,
  ...withdrawalPanels,
};

/** What is shown of each act before it counts. */
export const petitionerChecks: Readonly<Record<PetitionerActName, Check>> = {
  ...settlementChecks,
  ...answerOpeningChecks,
  ...contactChecks,
  ...agentChecks,
  ...withdrawalChecks,
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
