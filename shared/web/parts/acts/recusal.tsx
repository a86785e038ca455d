import type { recusalActs } from "#case/acts/recusal.ts";
import { RecusalGround } from "#case/state/facts/recusal.ts";
import { ChoiceField } from "#web/parts/form.tsx";
import { recusalFields, recusalGrounds } from "#words/acts/recusal.ts";
import { capitalised } from "#words/phrasing.ts";
import type { FormsOf } from "./form-fields.tsx";

/** 自行回避: which kind of reason it is, and no more than that. */
export const recusalForms: FormsOf<typeof recusalActs> = {
  recuse: {
    recusalGround: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={recusalFields.recusalGround.name[lang]}
        choices={RecusalGround.options.map((value) => ({ value, label: capitalised(recusalGrounds[value][lang]) }))}
      />
    ),
  },
};
