import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { type FieldErrors, TextField, type TypedFields } from "./form.tsx";

/** The two parts of a key, in the order of their form. */
export const keyFields = ["code", "phoneTail"] as const;
export type KeyField = (typeof keyFields)[number];

const say = {
  tail: { zh: "号码后四位", en: "Last four digits of your number" },
  send: { zh: "查询", en: "Show" },
} satisfies Record<string, Record<Lang, string>>;

const keyForm = "key";

/** The form for a key goes along when the language is switched. @param action where it is sent */
export const keyFormAt = (action: string) => ({ form: keyForm, action });

type KeyForm = {
  action: string;
  /** What the code is called here, where it stands, and which number goes with it. */
  say: { code: Bilingual; codeHint: Bilingual; tailHint: Bilingual };
  typed: TypedFields<KeyField>;
  errors: FieldErrors<KeyField>;
  /** Whether typing begins here. */
  autofocus?: true;
  lang: Lang;
};

/** The key to a case: a code, and the last four digits of the number that goes with it. */
export const KeyForm = ({ action, say: { code, codeHint, tailHint }, typed, errors, autofocus, lang }: KeyForm) => (
  <form id={keyForm} method="post" action={action} noValidate>
    <TextField
      id="code"
      lang={lang}
      label={code[lang]}
      hint={codeHint[lang]}
      value={typed.code}
      error={errors.code}
      input={{
        autocomplete: "off",
        autocapitalize: "characters",
        spellcheck: false,
        ...(autofocus && { autofocus }),
        class: "mono",
      }}
    />
    <TextField
      id="phoneTail"
      lang={lang}
      label={say.tail[lang]}
      hint={tailHint[lang]}
      value={typed.phoneTail}
      error={errors.phoneTail}
      input={{ inputMode: "numeric", autocomplete: "off", class: "mono short" }}
    />
    <button type="submit">{say.send[lang]}</button>
  </form>
);
