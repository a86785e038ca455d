import type { GivenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import { mostOfAddress } from "#case/forms/person.ts";
import type { FieldWords } from "./acts/matter-words.ts";
import { wordsFor } from "./field-words.ts";

/** What is said about the fields of some forms of petitioners. */
export type PetitionerFieldWords = { readonly [F in PetitionerField]?: FieldWords };

/** What is wrong with each field of some acts and how to put it right, in the reader's language. */
export const petitionerProblems = ({ forms }: Pick<GivenToPetitioner, "forms">, fields: PetitionerFieldWords) =>
  wordsFor<PetitionerField>(
    forms.fields,
    (field) => {
      const words = fields[field];
      if (words === undefined) throw new Error(`Nothing is said of ${field} at this door`);
      return words;
    },
    { ...proseLimits, address: mostOfAddress },
  );
