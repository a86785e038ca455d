import type { ComponentChildren } from "preact";
import { readTypedPhone } from "#access/query-code.ts";
import type { PetitionerActName, PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { Case } from "#case/state/case.ts";
import type { Lang } from "#ground/bilingual.ts";
import { type FieldErrors, Hidden, TextField, type TypedFields } from "#web/parts/form.tsx";

/** What was sent and not done: the act, its fields as they were typed, and what is wrong with them. */
export type SentAct = {
  command: PetitionerActName;
  typed: TypedFields<PetitionerField | "wholePhone">;
  errors: FieldErrors<PetitionerField | "wholePhone">;
};

/** What a panel draws on. `keyed` unlocks the case again when its form is sent. */
export type PanelDrawn = {
  petition: Case;
  lang: Lang;
  keyed: Readonly<Record<"code" | "phoneTail", string>>;
  sent: SentAct | undefined;
};

/** Where an act is offered: above all else when the office asks for it, below the story when it is merely possible. */
export type Place = "asked" | "possible";

/** How the status page offers an act: in a panel, or nowhere where another's panel holds it or it needs no asking. */
export type Panel = { place: Place; draw: (drawn: PanelDrawn) => ComponentChildren } | "none of its own";

/** A panel for every act of a matter that petitioners may do. */
export type PanelsOf<Acts extends object> = { readonly [N in Extract<keyof Acts, PetitionerActName>]: Panel };

const say = {
  wholePhone: { zh: "您的完整号码", en: "Your whole number" },
  wholePhoneHint: {
    zh: "提交诉求时留的电话号码；自定了号码的，用自定的。只有您本人能作这个决定。",
    en: "The phone number that the petition was filed with, or the number that you chose: only you can decide this.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** The control of an act for the whole phone number: every form has its own. */
export const wholePhoneId = (command: PetitionerActName): string => `${command}-phone`;

type ActForm = PanelDrawn & {
  command: PetitionerActName;
  /** The button that sends it. */
  button: string;
  outline?: true;
  children?: ComponentChildren;
};

/**
 * The form of an act: what is in it is sent with the key of the case, and with the whole phone number, which every decision
 * asks for. Whoever came with the whole number finds it filled in.
 */
export const ActForm = ({ command, lang, keyed, sent, button, outline, children }: ActForm) => {
  const refused = sent?.command === command ? sent : undefined;
  const known = readTypedPhone(keyed.phoneTail)?.part === "number" ? keyed.phoneTail : undefined;
  return (
    <form method="post" action="/status/act" noValidate>
      <Hidden fields={{ ...keyed, command }} />
      {children}
      <TextField
        id={wholePhoneId(command)}
        name="wholePhone"
        lang={lang}
        label={say.wholePhone[lang]}
        hint={say.wholePhoneHint[lang]}
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
