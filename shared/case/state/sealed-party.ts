import * as z from "zod";
import { type IdentityVault, Sealed, type Sealer } from "#access/identity.ts";
import { Matter, mostRequests, Petitioner } from "./party.ts";

/** Fields of a petition as stored: each sealed for itself. */
export const SealedFields = z.record(z.string(), Sealed);
export type SealedFields = z.infer<typeof SealedFields>;

/** The petitioner with the query code, which has to be found again for the receipt by mail. */
const Party = Petitioner.extend({ code: z.string() });
export type Party = z.infer<typeof Party>;

const sealAll = (seal: Sealer, texts: Record<string, string>): SealedFields =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, seal(field, text)]));

/** Seals who petitions. What was left out is sealed too, as nothing, so that it cannot be told from what was written. */
export const sealPetitioner = (
  seal: Sealer,
  { name = "", phone = "", email = "", address = "", ...also }: Party,
): SealedFields => sealAll(seal, { ...also, name, phone, email, address });

/** Seals who brought the petition and their own words. */
export const sealFiling = (
  seal: Sealer,
  { party, matter: { requests, ...words } }: { party: Party; matter: Matter },
): { petitioner: SealedFields; matter: SealedFields } => ({
  petitioner: sealPetitioner(seal, party),
  matter: sealAll(seal, {
    ...words,
    ...Object.fromEntries(requests.map((request, at) => [requestField(at + 1), request])),
  }),
});

/** The field in which a request lies sealed, by its number. */
const requestField = (n: number): string => `request${n}`;

const picked = (opened: Readonly<Record<string, string>>, fields: object): Record<string, string> =>
  Object.fromEntries(Object.entries(opened).filter(([field]) => Object.hasOwn(fields, field)));

/** Who brought the petition, among what was opened of it. Whoever shows it to staff records the look first. */
export const partyIn = (opened: Readonly<Record<string, string>>): Party => {
  const party = picked(opened, Party.shape);
  return Party.parse(Object.fromEntries(Object.entries(party).filter(([, text]) => text !== "")));
};

/** A petition's requests among what was opened of it, in their order. */
export const requestsIn = (opened: Readonly<Record<string, string>>): string[] =>
  Array.from({ length: mostRequests }, (_, at) => opened[requestField(at + 1)]).filter((text) => text !== undefined);

/** The petition's own words, among what was opened of it. */
export const matterIn = (opened: Readonly<Record<string, string>>): Matter =>
  Matter.parse({ ...picked(opened, Matter.shape), requests: requestsIn(opened) });

/** Opens who brought the petition. */
export const openParty = async (vault: IdentityVault, caseId: string, sealed: SealedFields): Promise<Party> =>
  partyIn(await vault.open(caseId, sealed));
