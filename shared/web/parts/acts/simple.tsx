import type { simpleActs } from "#case/acts/simple.ts";
import { NotSimple } from "#case/state/facts/simple.ts";
import { ChoiceField } from "#web/parts/form.tsx";
import { simpleFields, unfit } from "#words/acts/simple.ts";
import { capitalised } from "#words/phrasing.ts";
import type { FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

/** 不适用简易办理: which matter it is instead, and what there is to say of it. */
export const notSimpleForm: FormsOf<typeof simpleActs>["turnOrdinary"] = {
  notSimple: ({ field, lang }) => (
    <ChoiceField
      {...field}
      label={simpleFields.notSimple.name[lang]}
      choices={NotSimple.options.map((value) => ({ value, label: capitalised(unfit[value][lang]) }))}
    />
  ),
  reason: reasonSeen,
};

export const simpleForms: FormsOf<typeof simpleActs> = { turnOrdinary: notSimpleForm };
