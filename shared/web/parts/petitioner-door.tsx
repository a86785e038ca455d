import type { ComponentChildren } from "preact";
import { type GivenToPetitioner, givenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import type { PetitionerActName, PetitionerActs, PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { FieldProblem } from "#case/forms/form-text.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { actFormAt, type Check, type Panel, type PanelDrawn, type Place, placeOf } from "./acts/petitioner-panel.tsx";

/** Where petitioners, and whoever acts for them, find how a case stands, decide on it, and settle what is theirs. */
export const petitionerAddresses = { progress: "/status", decisions: "/decide", own: "/mine" } as const;
export type PetitionerDoorName = keyof typeof petitionerAddresses;

type Panels = { readonly [N in PetitionerActName]?: Panel };

type ActsDrawn = {
  panels: Panels;
  /** What is shown of each act before it counts. */
  checks: { readonly [N in PetitionerActName]?: Check };
};

/** What is said of the acts of a door: what each has brought about, and why one was not done, by the name of the refusal. */
type SaidAtDoor = {
  readonly notices: { readonly [N in PetitionerActName]?: Bilingual | "shows itself" };
  readonly refused: (refusal: string) => Bilingual;
};

/** What is wrong with fields as they were typed, in words. */
type InWords = (
  problems: Partial<Record<PetitionerField, FieldProblem>>,
  lang: Lang,
) => Partial<Record<PetitionerField, string>>;

/** How a door differs from one whose acts have no fields, and which tells itself what came of them. */
type Otherwise = {
  problems?: (given: GivenToPetitioner) => InWords;
  /** The door that tells what came of what is done here. */
  toldAt?: PetitionerDoorName;
};

/** What is offered to petitioners at a door, whether it is done there or at another. */
export type OfferingDoor = {
  name: PetitionerDoorName;
  address: (typeof petitionerAddresses)[PetitionerDoorName];
  panels: Panels;
  /** What the case offers its petitioner here, or one of their agents, in the order of the page. */
  offered: GivenToPetitioner["offeredToPetitioner"];
  /** What is done at another door, and which. */
  leadsOn?: { isName: (name: string | undefined) => name is PetitionerActName; to: PetitionerDoorName };
  /** The door that tells what came of it. */
  toldAt: PetitionerDoorName;
};

/** Some of the petitioners' acts with all that a page needs to give them. What it does not name its function does not carry. */
export type PetitionerDoor = OfferingDoor &
  ActsDrawn & {
    given: GivenToPetitioner;
    told: {
      noticeOf: (name: PetitionerActName) => Bilingual | "shows itself";
      refused: (refusal: string) => Bilingual;
      problemsInWords: InWords;
    };
  };

/** A door, from its acts, what is said of them, and how they are drawn: each list is checked against the acts. */
export const petitionerDoor = (
  name: PetitionerDoorName,
  acts: Partial<PetitionerActs>,
  { notices, refused }: SaidAtDoor,
  drawn: ActsDrawn,
  { problems, toldAt = name }: Otherwise = {},
): PetitionerDoor => {
  const given = givenToPetitioner(acts);
  return {
    name,
    address: petitionerAddresses[name],
    given,
    told: {
      noticeOf: (act) => {
        const notice = notices[act];
        if (notice === undefined) throw new Error(`Nothing is said of ${act} at this door`);
        return notice;
      },
      refused,
      problemsInWords: problems?.(given) ?? (() => ({})),
    },
    ...drawn,
    offered: given.offeredToPetitioner,
    toldAt,
  };
};

/** What is shown of an act before it counts. */
export const checkOf = ({ checks }: Pick<PetitionerDoor, "checks">, name: PetitionerActName): Check => {
  const check = checks[name];
  if (check === undefined) throw new Error(`${name} is not given at this door`);
  return check;
};

/** Whether an act is done at a door, and shown once more there before it counts. */
export const isChecked = ({ checks }: Pick<PetitionerDoor, "checks">, name: PetitionerActName): boolean =>
  typeof checks[name] === "object";

/** The address at which an act is done that a door offers. */
const addressOf = ({ address, leadsOn }: OfferingDoor, name: PetitionerActName): string =>
  leadsOn?.isName(name) ? petitionerAddresses[leadsOn.to] : address;

/** The panels of what is offered, for one place of the page, in the order of the acts. */
export const petitionerPanels = (
  door: OfferingDoor,
  place: Place,
  offered: readonly PetitionerActName[],
  drawn: Omit<PanelDrawn, "address">,
): ComponentChildren =>
  offered.map((name) => {
    const panel = door.panels[name];
    return panel !== undefined && panel !== "none of its own" && placeOf(panel, drawn.petition) === place
      ? panel.draw({ ...drawn, address: addressOf(door, name) })
      : null;
  });

/** The form on a page whose fields go along when the language is switched, where a panel of what is offered holds one. */
export const formOffered = (
  { panels, address }: OfferingDoor,
  offered: readonly PetitionerActName[],
): { typedIn?: ReturnType<typeof actFormAt> } =>
  offered.some((name) => {
    const panel = panels[name];
    return typeof panel === "object" && panel.holdsForm;
  })
    ? { typedIn: actFormAt(address) }
    : {};
