import { type StaffActName, type StaffField, staffForms } from "#case/acts/staff-acts.ts";
import { type ProseField, proseLimits } from "#case/forms/form-text.ts";
import { acceptanceForms } from "./acts/acceptance.tsx";
import { answerForms } from "./acts/answer.tsx";
import { climbForms } from "./acts/climb.tsx";
import { communityForms } from "./acts/community.tsx";
import { correctionForms } from "./acts/correction.tsx";
import { deliveryForms } from "./acts/delivery.tsx";
import { extensionForms } from "./acts/extension.tsx";
import type { Control, FieldDrawn } from "./acts/form-fields.tsx";
import { guidanceForms } from "./acts/guidance.tsx";
import { hearingForms } from "./acts/hearing.tsx";
import { progressForms } from "./acts/progress.tsx";
import { settlementForms } from "./acts/settlement-forms.tsx";
import { simpleForms } from "./acts/simple.tsx";
import { stepForms } from "./acts/step.tsx";
import type { FieldErrors, TypedFields } from "./form.tsx";

/** The controls of every act's form: one line for each matter. */
const forms: Readonly<Record<StaffActName, Partial<Record<StaffField, Control>>>> = {
  ...acceptanceForms,
  ...communityForms,
  ...guidanceForms,
  ...stepForms,
  ...settlementForms,
  ...progressForms,
  ...hearingForms,
  ...answerForms,
  ...deliveryForms,
  ...correctionForms,
  ...climbForms,
  ...extensionForms,
  ...simpleForms,
};

type CommandFields = Omit<FieldDrawn, "field"> & {
  name: StaffActName;
  typed: TypedFields<StaffField | "communitySought">;
  errors: FieldErrors<StaffField>;
};

/** The id of a command's field: several forms stand on one page. */
export const commandFieldId = (name: StaffActName, field: StaffField): string => `${name}-${field}`;

const isProse = (field: string): field is ProseField => Object.hasOwn(proseLimits, field);
const mostOf = (field: StaffField): number | undefined => (isProse(field) ? proseLimits[field] : undefined);

/** The fields that a command asks for; none for a command that is only confirmed. */
export const CommandFields = ({ name, typed, errors, ...drawn }: CommandFields) => (
  <>
    {staffForms.fieldsOf(name).map((field) =>
      forms[name][field]?.({
        ...drawn,
        sought: typed.communitySought,
        field: {
          id: commandFieldId(name, field),
          name: field,
          lang: drawn.lang,
          value: typed[field],
          error: errors[field],
          most: mostOf(field),
        },
      }),
    )}
  </>
);
