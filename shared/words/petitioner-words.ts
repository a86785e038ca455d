import type { GivenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import type { PetitionerActName, PetitionerField } from "#case/acts/petitioner-acts.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import { mostOfAddress } from "#case/forms/person.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { FieldWords } from "./acts/matter-words.ts";
import { wordsFor } from "./field-words.ts";

/** What some acts of petitioners have brought about, and what is said about the fields of their forms. */
export type ToldToPetitioner = {
  readonly notices: { readonly [N in PetitionerActName]?: Bilingual | "shows itself" };
  readonly fields: { readonly [F in PetitionerField]?: FieldWords };
};

const known = <Said>(said: Said | undefined, name: string): Said => {
  if (said === undefined) throw new Error(`Nothing is said of ${name} at this door`);
  return said;
};

/** What is said at a door of petitioners about the acts that it gives. */
export const petitionerWordsAt = (
  { forms }: Pick<GivenToPetitioner, "forms">,
  { notices, fields }: ToldToPetitioner,
) => ({
  noticeOf: (name: PetitionerActName): Bilingual | "shows itself" => known(notices[name], name),

  /** What is wrong with each field of an act and how to put it right, in the reader's language. */
  problemsInWords: wordsFor<PetitionerField>(forms.fields, (field) => known(fields[field], field), {
    ...proseLimits,
    address: mostOfAddress,
  }),
});
export type PetitionerWordsAt = ReturnType<typeof petitionerWordsAt>;
