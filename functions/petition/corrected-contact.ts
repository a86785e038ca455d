import { keyed } from "#access/digest.ts";
import type { IdentityVault } from "#access/identity.ts";
import { askingAgainCounter, mailboxCounter } from "#access/paces.ts";
import { phoneHashes, queryCodeHash } from "#access/query-code.ts";
import type { CorrectedContact } from "#case/acts/contact.ts";
import type { Change } from "#case/state/change.ts";
import { partyIn } from "#case/state/sealed-party.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { districtDate } from "#clock/period.ts";
import type { CaseId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { withoutExtension } from "#ground/phone.ts";
import type { CountingPorts } from "./unlock.ts";

export type CorrectingPorts = CountingPorts & { identities: Pick<IdentityStore, "petitioner">; vault: IdentityVault };

/** The key by which a correction comes: the code, in the form that codes have, and the whole number, as it is kept. */
export type ProvenKey = { code: string; number: string };

/**
 * What is to be stored with a correction of how a petitioner is reached: who they are, sealed anew where it is another, under
 * the key that the rest lies under. Whoever was asked for their phone's number with the code is asked for the new one; a
 * number of their own stays.
 */
export const correctedContact =
  ({ identities, vault }: CorrectingPorts) =>
  async (
    id: CaseId,
    { phone, email, address, dropEmail }: CorrectedContact,
    { code, number }: ProvenKey,
  ): Promise<NonNullable<Change["contact"]>> => {
    const sealed = await identities.petitioner(id);
    const { name, phone: former } = sealed;
    if (name === undefined || former === undefined) throw new Error(`${id} has no petitioner`);
    const party = partyIn(await vault.open(id, sealed));
    const seal = await vault.sealerBeside(id, name);
    const isKey = party.phone !== undefined && withoutExtension(party.phone) === number;
    return {
      petitioner: {
        ...sealed,
        ...(phone !== undefined && { phone: seal("phone", phone) }),
        ...(address !== undefined && { address: seal("address", address) }),
        ...((email !== undefined || dropEmail === "yes") && { email: seal("email", email ?? "") }),
      },
      ...(phone !== undefined && isKey && { code: { hash: queryCodeHash(code), phone: phoneHashes(code, phone) } }),
    };
  };

/**
 * Counts a new address before it is taken: it may be a stranger's, and each gets a mail. By case, with the mails that ask
 * again, and by address, with the petitions that name it.
 */
export const countAddress = async (
  { tries, saltOf }: CountingPorts,
  { id, email }: { id: CaseId; email: string },
  now: Instant,
) => {
  const mark = keyed(await saltOf(districtDate(now)), "mailbox", email.toLowerCase()).toString("base64url");
  return tries.take([askingAgainCounter(id), mailboxCounter(mark)], now);
};
