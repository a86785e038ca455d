import type { ComponentChildren } from "preact";
import type { Act } from "#case/acts/act.ts";
import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";

/** What a field draws on: the case and the place, and what every control has of its field. */
export type FieldDrawn = {
  petition: Case;
  directory: Directory;
  now: Instant;
  lang: Lang;
  /** What is asked for, by number. */
  requests: readonly string[];
  /** What was typed to find what is to be chosen. */
  sought?: string | undefined;
  field: {
    id: string;
    name: StaffField;
    lang: Lang;
    value: string | undefined;
    error: string | undefined;
    most?: number | undefined;
  };
};

/** How one field of a form is drawn. */
export type Control = (drawn: FieldDrawn) => ComponentChildren;

/** A control for every field of every act of a matter, by the forms in its rows. */
export type FormsOf<Acts extends Record<string, Pick<Act, "form">>> = {
  readonly [N in Extract<keyof Acts, StaffActName>]: { readonly [F in keyof Acts[N]["form"]["shape"]]: Control };
};

/** A control for every field of every act of a door. */
export type ControlsOf<Acts extends Record<string, Pick<Act, "form">>> = {
  readonly [N in Extract<keyof Acts, StaffActName>]: { readonly [F in StaffField]?: Control } & FormsOf<Acts>[N];
};
