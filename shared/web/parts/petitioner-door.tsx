import type { ComponentChildren } from "preact";
import { type GivenToPetitioner, givenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import type { PetitionerActName, PetitionerActs } from "#case/acts/petitioner-acts.ts";
import { type PetitionerWordsAt, petitionerWordsAt, type ToldToPetitioner } from "#words/petitioner-words.ts";
import { type Check, type Panel, type PanelDrawn, type Place, placeOf } from "./acts/petitioner-panel.tsx";

/** Where petitioners, and whoever acts for them, find what they may do: each is a function of its own. */
export const petitionerAddresses = { progress: "/status", own: "/mine" } as const;
export type PetitionerDoorName = keyof typeof petitionerAddresses;

type ActsDrawn = {
  panels: { readonly [N in PetitionerActName]?: Panel };
  /** What is shown of each act before it counts. */
  checks: { readonly [N in PetitionerActName]?: Check };
};

/** Some of the petitioners' acts with all that a page needs to give them. What it does not name its function does not carry. */
export type PetitionerDoor = ActsDrawn & {
  name: PetitionerDoorName;
  address: (typeof petitionerAddresses)[PetitionerDoorName];
  given: GivenToPetitioner;
  told: PetitionerWordsAt;
};

/** A door, from its acts, what is said of them, and how they are drawn: each list is checked against the acts. */
export const petitionerDoor = (
  name: PetitionerDoorName,
  acts: Partial<PetitionerActs>,
  said: ToldToPetitioner,
  drawn: ActsDrawn,
): PetitionerDoor => {
  const given = givenToPetitioner(acts);
  return { name, address: petitionerAddresses[name], given, told: petitionerWordsAt(given, said), ...drawn };
};

/** What is shown of an act before it counts. */
export const checkOf = ({ checks }: Pick<PetitionerDoor, "checks">, name: PetitionerActName): Check => {
  const check = checks[name];
  if (check === undefined) throw new Error(`${name} is not given at this door`);
  return check;
};

/** Whether a decision is shown once more before it counts. */
export const isChecked = (door: Pick<PetitionerDoor, "checks">, name: PetitionerActName): boolean =>
  typeof checkOf(door, name) === "object";

/** The panels of what is offered, for one place of the page, in the order of the acts. */
export const petitionerPanels = (
  { panels }: Pick<PetitionerDoor, "panels">,
  place: Place,
  offered: readonly PetitionerActName[],
  drawn: PanelDrawn,
): ComponentChildren =>
  offered.map((name) => {
    const panel = panels[name];
    return panel !== undefined && panel !== "none of its own" && placeOf(panel, drawn.petition) === place
      ? panel.draw(drawn)
      : null;
  });
