import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField } from "#web/parts/form.tsx";
import type { Control } from "./form-fields.tsx";

const say = { zh: "转送到哪里", en: "To which body" } satisfies Record<Lang, string>;

/** 转送: to which body. A report of misconduct goes only to one that may look into it. */
export const body: Control = ({ field, petition, directory, lang }) => (
  <ChoiceField
    {...field}
    label={say[lang]}
    choices={directory.policy.bodies
      .filter(({ track }) => petition.track !== "accusation" || track === "accusation")
      .map(({ id, name, text }) => ({ value: id, label: name[lang], hint: text[lang] }))}
  />
);
