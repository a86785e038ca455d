import { whyNotFile } from "#case/acts/files.ts";
import type { Arrivals, BringForm } from "#case/files/shelves.ts";
import type { Case } from "#case/state/case.ts";
import type { FileName } from "#case/state/facts/files.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { registrarOf } from "#case/state/registrar.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { RegisterPasses } from "#case/store/pass-store.ts";
import { districtDate } from "#clock/period.ts";
import { CaseId } from "#ground/ids.ts";

export type CounterFilesPorts = {
  passes: Pick<RegisterPasses, "holder">;
  cases: Pick<CaseStore, "load" | "history">;
  world: () => Promise<World>;
  arrivals: Pick<Arrivals, "formFor">;
  /** Gives as many random bytes as asked for. */
  random: (bytes: number) => Uint8Array;
};

/** The case to which somebody adds what came with it, and why they may add nothing now. */
export type CounterOpened = { petition: Case; whyNot: Refusal | undefined };

const nameBytes = 16;

/**
 * 录入随件收到的材料: whoever has registered a petition for somebody adds what came with it, with their own pass and on the
 * day of it, and no code of the petitioner's. Of any other case a pass opens nothing, not even whether there is one.
 */
export const counterFiles = ({ passes, cases, world, arrivals, random }: CounterFilesPorts) => {
  const open = async (pass: string, caseId: string): Promise<CounterOpened | undefined> => {
    const { directory, now } = await world();
    const today = districtDate(now);
    const holder = await passes.holder(pass, today);
    const id = CaseId.safeParse(caseId).data;
    if (id === undefined || !directory.staff.some((person) => person.id === holder)) return undefined;
    const petition = await cases.load(id);
    if (petition === undefined || districtDate(petition.registeredAt) !== today) return undefined;
    const registrar = registrarOf((await cases.history(id)).events);
    return registrar?.by === holder ? { petition, whyNot: whyNotFile(petition, undefined) } : undefined;
  };

  return {
    open,

    /** A name for one file more, or why there is none; `undefined` for whoever has not registered that case today. */
    give: async (
      pass: string,
      caseId: string,
    ): Promise<(CounterOpened & ({ name: FileName } | { refusal: Refusal })) | undefined> => {
      const opened = await open(pass, caseId);
      if (opened === undefined) return undefined;
      const { whyNot: refusal } = opened;
      if (refusal !== undefined) return { ...opened, refusal };
      return { ...opened, name: Buffer.from(random(nameBytes)).toString("base64url") };
    },

    /** The form for a file of that name. @param backTo where the browser goes once it is sent */
    formFor: ({ id: caseId }: Case, name: FileName, backTo: string): Promise<BringForm> =>
      arrivals.formFor({ caseId, agent: undefined, counter: true, name }, backTo),
  };
};
