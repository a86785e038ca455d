import type { IdentityVault } from "#access/identity.ts";
import { newQueryCode, queryCodeHash } from "#access/query-code.ts";
import type { WritingPorts } from "#case/acts/writing.ts";
import type { Case } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import { jointOf } from "#case/state/joint.ts";
import { sealOpening } from "#case/state/sealed-signatory.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";

export type OpeningPorts = {
  identities: Pick<IdentityStore, "petitioner">;
  vault: IdentityVault;
  random: WritingPorts["random"];
};

/** What is to be stored when a petition is opened to others: the code that is passed on, sealed beside the petitioner. */
export const openedToOthers =
  ({ identities, vault, random }: OpeningPorts) =>
  async (petition: Case): Promise<NonNullable<Change["opening"]>> => {
    const { id } = petition;
    const { name: beside } = await identities.petitioner(id);
    if (beside === undefined) throw new Error(`${id} has no petitioner`);
    const code = newQueryCode(random);
    const seal = await vault.sealerBeside(id, beside);
    return { ...sealOpening(seal, jointOf(petition).openings + 1, code), codeHash: queryCodeHash(code) };
  };
