import { type StaffField, staffForms } from "#case/acts/staff-acts.ts";
import { proseLimits } from "#case/forms/form-text.ts";
import { wordsFor } from "./field-words.ts";
import { actFieldWords } from "./matters.ts";

/** What is wrong with each field of an act's form and how to put it right, in the reader's language. */
export const staffProblemsInWords = wordsFor<StaffField>(staffForms.fields, actFieldWords, proseLimits);
