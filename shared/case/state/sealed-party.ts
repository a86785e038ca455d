import * as z from "zod";
import { type IdentityVault, Sealed } from "#access/identity.ts";
import { Matter, Petitioner } from "./party.ts";

/** Fields of a petition as stored: each sealed for itself. */
export const SealedFields = z.record(z.string(), Sealed);
export type SealedFields = z.infer<typeof SealedFields>;

/** The petitioner with the query code, which has to be found again for the receipt by mail. */
const Party = Petitioner.extend({ code: z.string() });
export type Party = z.infer<typeof Party>;

/** Seals who brought the petition and their own words. */
export const sealFiling = async (
  vault: IdentityVault,
  caseId: string,
  { party, matter }: { party: Party; matter: Matter },
): Promise<{ petitioner: SealedFields; matter: SealedFields }> => {
  const seal = await vault.sealer(caseId);
  const all = (texts: Record<string, string>): SealedFields =>
    Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, seal(field, text)]));
  return { petitioner: all({ ...party, email: party.email ?? "" }), matter: all(matter) };
};

/** Opens who brought the petition. Whoever shows it to staff records the look first. */
export const openParty = async (vault: IdentityVault, caseId: string, sealed: SealedFields): Promise<Party> => {
  const { email, ...party } = await vault.open(caseId, sealed);
  return Party.parse(email === "" ? party : { ...party, email });
};

/** Opens the petition's own words. */
export const openMatter = async (vault: IdentityVault, caseId: string, sealed: SealedFields): Promise<Matter> =>
  Matter.parse(await vault.open(caseId, sealed));
