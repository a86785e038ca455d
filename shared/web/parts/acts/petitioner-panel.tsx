import type { ComponentChildren } from "preact";
import type { PetitionerActName, PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { Case } from "#case/state/case.ts";
import type { Lang } from "#ground/bilingual.ts";
import { type FieldErrors, Hidden, type TypedFields } from "#web/parts/form.tsx";

/** What was sent and could not be read: the act, its fields as they were typed, and what is wrong with them. */
export type SentAct = {
  command: PetitionerActName;
  typed: TypedFields<PetitionerField>;
  errors: FieldErrors<PetitionerField>;
};

/** What a panel draws on. `keyed` unlocks the case again when its form is sent. */
export type PanelDrawn = {
  petition: Case;
  lang: Lang;
  keyed: Readonly<Record<string, string>>;
  sent: SentAct | undefined;
};

/** Where an act is offered: above all else when the office asks for it, below the story when it is merely possible. */
export type Place = "asked" | "possible";

/** How the status page offers an act: in a panel, or nowhere where another's panel holds it or it needs no asking. */
export type Panel = { place: Place; draw: (drawn: PanelDrawn) => ComponentChildren } | "none of its own";

/** A panel for every act of a matter that petitioners may do. */
export type PanelsOf<Acts extends object> = { readonly [N in Extract<keyof Acts, PetitionerActName>]: Panel };

type ActForm = { command: PetitionerActName; keyed: PanelDrawn["keyed"]; children: ComponentChildren };

/** The form of an act: what is in it is sent with the key of the case. */
export const ActForm = ({ command, keyed, children }: ActForm) => (
  <form method="post" action="/status/act" noValidate>
    <Hidden fields={{ ...keyed, command }} />
    {children}
  </form>
);
