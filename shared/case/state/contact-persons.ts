import type { Sealed } from "#access/identity.ts";
import type { Case } from "./case.ts";
import { contactPersonsIn as numbersOf, readyIn } from "./joint.ts";
import { type ContactPerson, type SealedSignatory, signatoryFields, signatoryIn } from "./sealed-signatory.ts";

/** Somebody who is a contact person, or ready to be one, as stored. */
export type SealedContactPerson = { n: number; is: ContactPerson["is"]; signatory: SealedSignatory };

type Signatories = { signatory: (caseId: string, n: number) => Promise<SealedSignatory> };

/** Who of those who have joined a petition may be known, sealed: at most four are named, and those who are ready. */
export const contactPersonsOf = (
  { signatory }: Signatories,
  petition: Case,
  which: readonly ContactPerson["is"][] = ["named", "ready"],
): Promise<SealedContactPerson[]> => {
  const numbers = { named: numbersOf(petition), ready: readyIn(petition) };
  return Promise.all(
    which.flatMap((is) => numbers[is].map(async (n) => ({ n, is, signatory: await signatory(petition.id, n) }))),
  );
};

/** Their sealed fields, as they are opened. */
export const contactPersonFields = (persons: readonly SealedContactPerson[]): Record<string, Sealed> =>
  Object.fromEntries(persons.flatMap(({ signatory }) => Object.entries(signatoryFields(signatory))));

/** Them, among what was opened: without the code that is theirs alone. */
export const contactPersonsIn = (
  opened: Readonly<Record<string, string>>,
  persons: readonly SealedContactPerson[],
): ContactPerson[] =>
  persons.map(({ n, is, signatory: { mark } }) => {
    const { code: _, ...who } = signatoryIn(opened, mark);
    return { n, is, ...who };
  });
