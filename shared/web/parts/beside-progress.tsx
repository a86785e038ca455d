import type { ComponentChildren } from "preact";
import type { Case } from "#case/state/case.ts";
import type { ContactSeen } from "#case/state/party.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import type { ContactPerson } from "#case/state/sealed-signatory.ts";
import type { Calendar } from "#clock/calendar.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { statusNames } from "#words/matters.ts";
import { type SentAct, WhatCameOfIt } from "./acts/petitioner-panel.tsx";
import { document } from "./document.tsx";
import { LeaveDevice } from "./leave-device.tsx";
import { formOffered, type PetitionerDoor, petitionerPanels } from "./petitioner-door.tsx";
import { ToProgress } from "./to-progress.tsx";
import type { View } from "./view.ts";

/** What the page of a door beside the progress is drawn of. */
export type BesideProgress = {
  view: View;
  petition: Case;
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  code: string;
  phoneTail: string;
  contact?: ContactSeen;
  agents?: readonly AgentSeen[];
  /** The code by which others may join now. */
  joinCode?: string | undefined;
  /** Who of those who have joined is a contact person, or ready to be one. */
  contactPersons?: readonly ContactPerson[] | undefined;
  /** Who reads it, where it is an agent. */
  agent?: number | undefined;
  /** What has just been done, in a sentence. */
  notice?: string | undefined;
  /** What was sent and could not be read. */
  sent?: SentAct;
};

type AtDoor = {
  door: PetitionerDoor;
  title: Bilingual;
  /** What is said where the case offers nothing here. */
  nothing: Bilingual;
  /** What comes first. */
  above?: ComponentChildren;
};

/** The page of a door that stands beside the progress: what is offered there, and the way back. */
export const besideProgress = (
  { view, petition, directory, calendar, now, code, phoneTail, agent, notice, sent, ...others }: BesideProgress,
  { door, title, nothing, above }: AtDoor,
): string => {
  const { lang } = view;
  const number = caseNumber(petition.id, directory);
  const offered = door.offered(petition, { directory, calendar, now }, agent);
  const keyed = { code, phoneTail };
  const drawn = {
    contact: {},
    agents: [],
    ...others,
    site: view.site,
    isAgents: agent !== undefined,
    ...{ petition, directory, calendar, now, lang, keyed, sent },
  };
  return document(view, {
    title: `${title[lang]} ${number}`,
    ...formOffered(door, offered),
    body: (
      <>
        <WhatCameOfIt fields={door.given.forms.fields} lang={lang} notice={notice} sent={sent} />
        {above}
        <p class="number">
          <span>{number}</span> <span class="quiet">{statusNames[petition.status][lang]}</span>
        </p>
        <h1>{title[lang]}</h1>
        <ToProgress keyed={keyed} lang={lang} />
        {offered.length === 0 && <p>{nothing[lang]}</p>}
        {(["asked", "possible"] as const).map((place) => petitionerPanels(door, place, offered, drawn))}
        <LeaveDevice lang={lang} />
      </>
    ),
  });
};
