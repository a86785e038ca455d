import type { ComponentChildren } from "preact";
import { readTypedPhone } from "#access/query-code.ts";
import type { PetitionerActName, PetitionerField } from "#case/acts/petitioner-acts.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import type { Case } from "#case/state/case.ts";
import type { ContactSeen } from "#case/state/party.ts";
import type { AgentSeen } from "#case/state/sealed-agent.ts";
import type { ContactPerson } from "#case/state/sealed-signatory.ts";
import type { Calendar } from "#clock/calendar.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import {
  ErrorSummary,
  type FieldErrors,
  Hidden,
  problemsOf,
  TextArea,
  TextField,
  type TypedFields,
} from "#web/parts/form.tsx";
import type { Keyed } from "#web/parts/keyed-button.tsx";

/** What was sent and not done: the act, its fields as they were typed, and what is wrong with them. */
export type SentAct = {
  command: PetitionerActName;
  typed: TypedFields<PetitionerField | "wholePhone">;
  errors: FieldErrors<PetitionerField | "wholePhone">;
};

/** What a panel draws on. `keyed` unlocks the case again when its form is sent. */
export type PanelDrawn = {
  /** The address of the door at which it is done. */
  address: string;
  petition: Case;
  /** By what the petitioner is reached now. */
  contact: ContactSeen;
  /** Who acts for them, or did. */
  agents: readonly AgentSeen[];
  /** The code by which others may join, as long as they may. */
  joinCode?: string | undefined;
  /** Who of those who have joined is a contact person, or ready to be one. */
  contactPersons?: readonly ContactPerson[] | undefined;
  /** The address of the pages, where something of it is printed. */
  site?: string | undefined;
  /** Whether it is an agent who reads it. */
  isAgents?: boolean | undefined;
  directory: Directory;
  calendar: Calendar;
  now: Instant;
  lang: Lang;
  keyed: Keyed;
  sent: SentAct | undefined;
};

/** Where an act is offered: above all else when the office asks for it, below the story when it is merely possible. */
export type Place = "asked" | "possible";

/** How a page offers an act: in a panel, or nowhere where another's panel holds it or it needs no asking. */
export type Panel =
  | {
      place: Place | ((petition: Case) => Place);
      draw: (drawn: PanelDrawn) => ComponentChildren;
      /** Whether it holds the form of the act itself, with which it is done at once. */
      holdsForm?: true;
    }
  | "none of its own";

/** Where a panel stands on the page of a case. */
export const placeOf = ({ place }: Exclude<Panel, string>, petition: Case): Place =>
  typeof place === "string" ? place : place(petition);

/** A panel for every act of a matter that petitioners may do. */
export type PanelsOf<Acts extends object> = { readonly [N in Extract<keyof Acts, PetitionerActName>]: Panel };

/**
 * What is shown once more before a decision counts: exactly what is decided, what comes of it, and what has to be typed for
 * it. What only opens something or takes something back says all of that where it is offered, and is done at once.
 */
export type Check =
  | {
      title: Bilingual;
      button: Bilingual;
      draw: (drawn: PanelDrawn) => ComponentChildren;
      fields?: (drawn: PanelDrawn) => ComponentChildren;
    }
  | "at once";

/** A check for every act of a matter that petitioners may do. */
export type ChecksOf<Acts extends object> = { readonly [N in Extract<keyof Acts, PetitionerActName>]: Check };

const say = {
  wholePhone: { zh: "您的完整号码", en: "Your whole number" },
  wholePhoneHint: {
    zh: "提交诉求时留的电话号码；自定了号码的，用自定的；没有留号码的，填完整的编号。填了才知道是您本人的决定。",
    en: "The phone number that the petition was filed with, the number that you chose, or, if you left none, the petition’s whole number, so that it is known to be you.",
  },
  agentsPhone: { zh: "您自己的完整号码", en: "Your own whole number" },
  agentsPhoneHint: {
    zh: "信访人指定您时填的、您自己的电话号码。您办的，算信访人办的，信访人马上会知道。",
    en: "Your phone number, with which the petitioner named you. What you do counts as theirs, and they are told at once.",
  },
  reasonHint: {
    zh: "承办单位会看到您写的原文。",
    en: "The unit in charge reads it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** The control of an act for the whole phone number: every form has its own. */
const wholePhoneId = (command: PetitionerActName): string => `${command}-phone`;

/** What came of an act, above all else on its page: a sentence, and what is wrong with what was sent. */
export const WhatCameOfIt = ({
  fields,
  lang,
  notice,
  sent,
}: {
  /** The fields of all forms that may have been sent, in their order. */
  fields: readonly PetitionerField[];
  lang: Lang;
  notice: string | undefined;
  sent: SentAct | undefined;
}) => (
  <>
    {notice !== undefined && (
      <p class="notice" role="status">
        {notice}
      </p>
    )}
    {sent !== undefined && (
      <ErrorSummary
        lang={lang}
        errors={problemsOf([...fields, "wholePhone"], sent.errors, (field) =>
          field === "wholePhone" ? wholePhoneId(sent.command) : field,
        )}
      />
    )}
  </>
);

/** What a form for an act sends along: the key, the act, and up to which event the page told that it stands on. */
const sentAlong = ({ keyed, petition }: PanelDrawn, command: PetitionerActName): Record<string, string> => ({
  ...keyed,
  command,
  saw: String(petition.told),
});

type ChooseForm = PanelDrawn & { command: PetitionerActName; button: string; outline?: true };

/** Leads to the check of a decision, and decides nothing itself. */
export const ChooseForm = ({ command, button, outline, ...drawn }: ChooseForm) => (
  <form method="post" action={`${drawn.address}/check`}>
    <Hidden fields={sentAlong(drawn, command)} />
    <button type="submit" class={outline && "outline"}>
      {button}
    </button>
  </form>
);

/** The control of an act for why somebody decides so. */
export const ReasonField = ({
  command,
  label,
  hint,
  lang,
  sent,
}: PanelDrawn & { command: PetitionerActName; label: string; hint?: string }) => {
  const refused = sent?.command === command ? sent : undefined;
  return (
    <TextArea
      id="reason"
      lang={lang}
      most={proseLimits.reason}
      label={label}
      hint={hint ?? say.reasonHint[lang]}
      value={refused?.typed.reason}
      error={refused?.errors.reason}
      rows={4}
    />
  );
};

const actId = "act";

/** The form of an act that stands on a page: there is one at most, which goes along when the language is switched. */
export const actFormAt = (address: string) => ({ form: actId, action: `${address}/act` });

type ActForm = PanelDrawn & {
  command: PetitionerActName;
  /** The button that sends it. */
  button: string;
  /** Where it is sent, if not to the progress page. */
  action?: string;
  outline?: true;
  children?: ComponentChildren;
};

/**
 * The form of an act: what is in it is sent with the key of the case, and with the whole phone number, which every decision
 * asks for. Whoever came with the whole number finds it filled in.
 */
export const ActForm = ({ command, button, action, outline, children, ...drawn }: ActForm) => {
  const { address, lang, keyed, sent, isAgents } = drawn;
  const refused = sent?.command === command ? sent : undefined;
  const known = readTypedPhone(keyed.phoneTail)?.part === "number" ? keyed.phoneTail : undefined;
  return (
    <form id={actId} method="post" action={action ?? `${address}/act`} noValidate>
      <Hidden fields={sentAlong(drawn, command)} />
      {children}
      <TextField
        id={wholePhoneId(command)}
        name="wholePhone"
        lang={lang}
        label={say[isAgents ? "agentsPhone" : "wholePhone"][lang]}
        hint={say[isAgents ? "agentsPhoneHint" : "wholePhoneHint"][lang]}
        value={refused?.typed.wholePhone ?? known}
        error={refused?.errors.wholePhone}
        input={{ inputMode: "tel", autocomplete: "tel", class: "mono phone" }}
      />
      <button type="submit" class={outline && "outline"}>
        {button}
      </button>
    </form>
  );
};
