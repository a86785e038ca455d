import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import { type ProseField, proseLimits } from "#case/forms/form-text.ts";
import type { Control, FieldDrawn } from "./acts/form-fields.tsx";
import type { FieldErrors, TypedFields } from "./form.tsx";
import type { StaffDoor } from "./staff-door.ts";
import { isSoughtField, type UnitSought } from "./units-listed.ts";

type CommandFields = Omit<FieldDrawn, "field"> & {
  door: StaffDoor;
  name: StaffActName;
  typed: TypedFields<StaffField | UnitSought>;
  errors: FieldErrors<StaffField>;
};

/** The id of a command's field: several forms stand on one page. */
export const commandFieldId = (name: StaffActName, field: StaffField): string => `${name}-${field}`;

const isProse = (field: string): field is ProseField => Object.hasOwn(proseLimits, field);
const mostOf = (field: StaffField): number | undefined => (isProse(field) ? proseLimits[field] : undefined);

/** The fields that a command asks for; none for a command that is only confirmed. */
export const CommandFields = ({ door, name, typed, errors, ...drawn }: CommandFields) => {
  const controls: { readonly [F in StaffField]?: Control } = door.controls[name] ?? {};
  return (
    <>
      {door.given.forms.fieldsOf(name).map((field) =>
        controls[field]?.({
          ...drawn,
          sought: isSoughtField(field) ? typed[`${field}Sought`] : undefined,
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
};
