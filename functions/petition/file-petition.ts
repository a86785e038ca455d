import { keyed } from "#access/digest.ts";
import type { IdentityVault, Sealer } from "#access/identity.ts";
import { newQueryCode, phoneHashes, queryCodeHash } from "#access/query-code.ts";
import { formHash, formMark, openReceipt, sealReceipt } from "#access/receipt.ts";
import { register } from "#case/acts/register.ts";
import type { Petition } from "#case/forms/petition-form.ts";
import { filingAgent } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import { type Change, FiledBefore } from "#case/state/change.ts";
import { record } from "#case/state/record.ts";
import { sealAgent } from "#case/state/sealed-agent.ts";
import { sealFiling } from "#case/state/sealed-party.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { districtDate } from "#clock/period.ts";
import { newCaseId, newMark, numberOf } from "#ground/ids.ts";
import { chainHash } from "#record/chain.ts";
import { MovedOn } from "#record/database.ts";

export type FilePorts = {
  cases: Pick<CaseStore, "commit" | "nextSerial" | "load">;
  identities: Pick<IdentityStore, "byForm">;
  vault: IdentityVault;
  random: (bytes: number) => Uint8Array;
};

/** A registered petition with the code that its petitioner follows it by, and that of whoever filed it for them. */
export type Filed = { petition: Case; code: string; agentCode?: string };

/** A double click's second transaction may meet the first one still under way, which says nothing about how that ends. */
const attempts = 5;

/** The code of an agent who files: the form has it, so that the same one sent again gives it again, and nobody else has. */
const agentCodeOf = (form: string): string => newQueryCode((bytes) => keyed(form, "agent").subarray(0, bytes));

/** The code of whoever files for somebody, where somebody does. */
const ofAgent = ({ agent }: Petition, form: string): Pick<Filed, "agentCode"> =>
  agent === undefined ? {} : { agentCode: agentCodeOf(form) };

/** What is stored of whoever files for somebody: who they are, sealed, and what their code is known by. */
const agentFor = (
  seal: Sealer,
  { name, phone }: NonNullable<Petition["agent"]>,
  code: string,
): NonNullable<Change["agent"]> => ({
  ...sealAgent(seal, filingAgent, { name, phone, code }),
  codeHash: queryCodeHash(code),
  phone: phoneHashes(code, phone),
});

/**
 * Registers a petition: case, first events, clocks, sealed identity and query code in one transaction.
 * The same form sent twice registers once and gives the same receipt, which the form itself opens: filing can seal what
 * was told here, and open nothing that anybody has told.
 */
export const filePetition = ({ cases, identities, vault, random }: FilePorts) => {
  /** What became of a form: a case, or the id of one that was lost since. */
  const filedBefore = async (told: Petition, form: string): Promise<Filed | { lost: string | undefined }> => {
    const found = await identities.byForm(formMark(form));
    const petition = found === undefined ? undefined : await cases.load(found.caseId);
    if (found === undefined || petition === undefined) return { lost: found?.caseId };
    return { petition, code: openReceipt(form, petition.id, found.receipt), ...ofAgent(told, form) };
  };

  const fileAnew = async (
    told: Petition,
    form: string,
    lang: "zh" | "en",
    world: World,
    lost: string | undefined,
  ): Promise<Filed> => {
    const { category, community, about, matter, petitioner, keyNumber, brought, agent } = told;
    const year = Number(districtDate(world.now).slice(0, 4));
    const id = newCaseId(world.directory.district.id, year, await cases.nextSerial(year), newMark(random));
    const code = newQueryCode(random);
    const requests = matter.requests.length;
    const registration = {
      ...{ id, category, community, about, requests, matterHash: chainHash(id, matter) },
      ...(petitioner.name === undefined && { unnamed: true as const }),
      ...(petitioner.address !== undefined && { postal: true as const }),
      brought,
      filedBy: agent?.relation,
    };
    const [first, ...rest] = register(registration, world);
    if (first === undefined) throw new Error(`Registering ${id} gave no event`);
    const { events, after } = record(id, undefined, [first, ...rest], world.now);
    const seal = await vault.sealer(id);
    const { agentCode } = ofAgent(told, form);
    await cases.commit({
      before: undefined,
      after,
      events,
      filing: {
        form: formMark(form),
        receipt: sealReceipt(form, id, code),
        ...(lost !== undefined && { insteadOf: lost }),
        codeHash: queryCodeHash(code),
        phone: phoneHashes(code, keyNumber ?? numberOf(id)),
        ...sealFiling(seal, { party: { ...petitioner, lang, code }, matter }),
      },
      ...(agent !== undefined && agentCode !== undefined && { agent: agentFor(seal, agent, agentCode) }),
    });
    return { petition: after, code, ...(agentCode !== undefined && { agentCode }) };
  };

  return {
    /** A case as it stands; `undefined` for one that was lost. */
    stands: (caseId: string): Promise<Case | undefined> => cases.load(caseId),

    /** What became of a form that was sent before: its receipt once more. */
    before: async (petition: Petition): Promise<Filed | undefined> => {
      const before = await filedBefore(petition, formHash(petition.submission, petition));
      return "petition" in before ? before : undefined;
    },

    /** Registers what the form says, or gives the receipt of the same form. */
    file: async (petition: Petition, lang: "zh" | "en", world: World): Promise<Filed> => {
      const form = formHash(petition.submission, petition);
      for (let attempt = 1; ; attempt += 1) {
        const before = await filedBefore(petition, form);
        if ("petition" in before) return before;
        try {
          return await fileAnew(petition, form, lang, world, before.lost);
        } catch (error) {
          const otherWasFaster = error instanceof FiledBefore || error instanceof MovedOn;
          if (!otherWasFaster || attempt >= attempts) throw error;
        }
      }
    },
  };
};
