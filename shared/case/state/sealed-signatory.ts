import * as z from "zod";
import type { Sealed, Sealer } from "#access/identity.ts";
import { Phone } from "#ground/phone.ts";
import { SealedFields } from "./sealed-party.ts";

/** Whoever has joined a petition, with the code that is theirs. Kept encrypted, as who the petitioner is. */
export const SignatoryParty = z.strictObject({ name: z.string(), phone: Phone.optional(), code: z.string() });
export type SignatoryParty = z.infer<typeof SignatoryParty>;

/**
 * A signatory as stored. `mark` is the hash of their code and stands in the names of their fields: what is sealed is theirs
 * alone, whichever number they get when it is stored.
 */
export const SealedSignatory = z.strictObject({ mark: z.string(), sealed: SealedFields });
export type SealedSignatory = z.infer<typeof SealedSignatory>;

const fieldOf = (mark: string, field: string): string => `signatory.${mark}.${field}`;

/** Seals who somebody is who joins. A phone that was left out is sealed too, as nothing, so that it cannot be told. */
export const sealSignatory = (
  seal: Sealer,
  mark: string,
  { name, phone = "", code }: SealingParty,
): SealedSignatory => ({
  mark,
  sealed: Object.fromEntries(
    Object.entries({ name, phone, code }).map(([field, text]) => [field, seal(fieldOf(mark, field), text)]),
  ),
});
type SealingParty = Omit<SignatoryParty, "phone"> & { phone?: string | undefined };

/** The sealed fields of a signatory, as they are opened. */
export const signatoryFields = ({ mark, sealed }: SealedSignatory): Record<string, Sealed> =>
  Object.fromEntries(Object.entries(sealed).map(([field, text]) => [fieldOf(mark, field), text]));

/** A signatory among what was opened. */
export const signatoryIn = (opened: Readonly<Record<string, string>>, mark: string): SignatoryParty => {
  const of = (field: string) => opened[fieldOf(mark, field)];
  const phone = of("phone");
  return SignatoryParty.parse({ name: of("name"), code: of("code"), ...(phone !== "" && { phone }) });
};

/** The field in which the code of an opening lies sealed, by its number. */
export const openingField = (opening: number): string => `opening${opening}.code`;

/** The code by which others join, sealed, and of which opening it is. */
export const SealedOpening = z.strictObject({ opening: z.int().positive(), sealed: SealedFields });
export type SealedOpening = z.infer<typeof SealedOpening>;

export const sealOpening = (seal: Sealer, opening: number, code: string): SealedOpening => ({
  opening,
  sealed: { code: seal(openingField(opening), code) },
});

/** The sealed code of an opening, as it is opened. */
export const openingFields = ({ opening, sealed }: SealedOpening): Record<string, Sealed> =>
  Object.fromEntries(Object.values(sealed).map((text) => [openingField(opening), text]));

/** Somebody who has joined and is known to whoever filed it, and to the office: ready to be a contact person, or one. */
export type ContactPerson = Pick<SignatoryParty, "name" | "phone"> & { n: number; is: "ready" | "named" };
