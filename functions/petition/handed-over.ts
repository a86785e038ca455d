import type { IdentityVault } from "#access/identity.ts";
import { phoneHashes, queryCodeHash } from "#access/query-code.ts";
import type { Case } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import { partyIn, sealPetitioner } from "#case/state/sealed-party.ts";
import { sealSignatory, signatoryFields, signatoryIn } from "#case/state/sealed-signatory.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { numberOf } from "#ground/ids.ts";
import type { ProvenKey } from "./corrected-contact.ts";

export type HandingPorts = {
  identities: Pick<IdentityStore, "petitioner" | "signatory">;
  vault: IdentityVault;
};

/**
 * 移交: what is to be stored when a joint petition changes hands. Each keeps the code and the number that they have, and what these
 * open changes: whoever takes it over has the petitioner's pages with theirs, and whoever petitioned until now those of somebody
 * who has joined. Neither is shown anything of the other. How the former one was reached by mail or by post goes with them.
 */
export const handedOver =
  ({ identities, vault }: HandingPorts) =>
  async (
    { id }: Case,
    to: number,
    { code, number }: ProvenKey,
  ): Promise<Required<Pick<Change, "contact" | "code" | "signatory">>> => {
    const [sealed, theirs] = await Promise.all([identities.petitioner(id), identities.signatory(id, to)]);
    if (sealed.name === undefined) throw new Error(`${id} has no petitioner`);
    const opened = await vault.open(id, { ...sealed, ...signatoryFields(theirs) });
    const { name = "", phone, lang } = partyIn(opened);
    const next = signatoryIn(opened, theirs.mark);
    const seal = await vault.sealerBeside(id, sealed.name);
    return {
      contact: { petitioner: sealPetitioner(seal, { ...next, lang }) },
      code: { hash: theirs.mark, phone: phoneHashes(next.code, next.phone ?? numberOf(id)) },
      signatory: {
        ...sealSignatory(seal, queryCodeHash(code), { name, phone, code }),
        phone: phoneHashes(code, number),
      },
    };
  };
