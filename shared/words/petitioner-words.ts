import { type PetitionerActName, type PetitionerField, petitionerForms } from "#case/acts/petitioner-acts.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import { mostOfAddress } from "#case/forms/person.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { agentFields, agentNotices } from "./acts/agent.ts";
import { contactFields, contactNotices } from "./acts/contact.ts";
import type { FieldWords } from "./acts/matter-words.ts";
import { settlementNotices } from "./acts/settlement.ts";
import { withdrawalFields, withdrawalNotices } from "./acts/withdrawal.ts";
import { wordsFor } from "./field-words.ts";
import { reason } from "./matters.ts";

/** What an act of the petitioner's has brought about. */
export const petitionerNotices: Readonly<Record<PetitionerActName, Bilingual | "shows itself">> = {
  ...settlementNotices,
  openAnswer: "shows itself",
  ...contactNotices,
  ...agentNotices,
  ...withdrawalNotices,
};

/** The fields of the petitioner's forms. */
export const petitionerFieldWords: Readonly<Record<PetitionerField, FieldWords>> = {
  reason,
  ...contactFields,
  ...agentFields,
  ...withdrawalFields,
};

/** What is wrong with each field of a petitioner's act and how to put it right, in the reader's language. */
export const petitionerProblemsInWords = wordsFor<PetitionerField>(
  petitionerForms.fields,
  (field) => petitionerFieldWords[field],
  {
    ...proseLimits,
    address: mostOfAddress,
  },
);
