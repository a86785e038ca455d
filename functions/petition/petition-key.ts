import { normaliseQueryCode, queryCodeHash, readTypedPhone, type TypedPhone } from "#access/query-code.ts";
import { codesOf } from "#case/acts/code.ts";
import { scopeOf } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import type { World } from "#case/state/world.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { Instant } from "#ground/instant.ts";
import { type Barred, type CountingPorts, type PetitionKey, unlock } from "./unlock.ts";

export type KeyPorts = CountingPorts & {
  identities: Pick<IdentityStore, "byCode">;
  /** Counts a key that opened nothing, for the alarm. */
  wrongKey: () => void;
  cases: Pick<CaseStore, "load">;
  world: () => Promise<World>;
};

/** What a key opens: the case as it stands, whose key it is, how much of the phone number was typed, and when. */
export type OpenedCase = { petition: Case; agent: number | undefined; part: TypedPhone["part"]; now: Instant };

/** Why a decision was not taken: the whole phone number was not typed, was not the right one, or was tried too often. */
export type Unproven = { unproven: "missing" | "notAPhone" | "wrong" } | { unproven: "wait"; until: Instant };

/** Whether the whole number was typed for a decision, and is the right one, tried with the key itself. */
export const unproven =
  (tryKey: (key: PetitionKey, from: string, now: Instant) => Promise<object | Barred>) =>
  async (key: PetitionKey, wholePhone: string, from: string, now: Instant): Promise<Unproven | undefined> => {
    if (wholePhone.trim() === "") return { unproven: "missing" };
    const whole = readTypedPhone(wholePhone);
    if (whole?.part !== "number") return { unproven: "notAPhone" };
    const proven = await tryKey({ ...key, phoneTail: wholePhone }, from, now);
    if (!("barred" in proven)) return undefined;
    return proven.barred === "wait" ? { unproven: "wait", until: proven.until } : { unproven: "wrong" };
  };

/** What a petitioner's key, or an agent's, opens and proves, for the pages that ask for it. */
export const withKey = (ports: KeyPorts) => {
  const tryKey = unlock({ ...ports, codes: (hash) => ports.identities.byCode(hash) });

  return {
    /** The case of a key, as it stands now. */
    open: async (key: PetitionKey, from: string): Promise<Barred | OpenedCase> => {
      const { now } = await ports.world();
      const opened = await tryKey(key, from, now);
      if ("barred" in opened) return opened;
      const { known, part } = opened;
      const petition = await ports.cases.load(known.caseId);
      if (petition !== undefined && "agent" in known) {
        const { agent } = known;
        return scopeOf(petition, agent) === undefined ? { barred: "over" } : { petition, agent, part, now };
      }
      if (petition !== undefined && "issue" in known && codesOf(petition) === known.issue) {
        return { petition, agent: undefined, part, now };
      }
      // A code that another one took the place of, or of a case that was lost, opens nothing and tells nothing.
      ports.wrongKey();
      return { barred: "wrong" };
    },

    unprovenBy: unproven(tryKey),

    /**
     * Whether a code by which a page was opened that is kept for a device opens the case still: another one may have taken its
     * place since. It was right then, so that nothing is tried; where there was only ever one nothing is read.
     * @param code nothing for a page of somebody who has another part in the case
     */
    opensStill: async (petition: Case, code: string | undefined): Promise<boolean> => {
      if (code === undefined || codesOf(petition) === 1) return true;
      const typed = normaliseQueryCode(code);
      const known = typed === undefined ? undefined : await ports.identities.byCode(queryCodeHash(typed));
      return known !== undefined && "issue" in known && known.issue === codesOf(petition);
    },
  };
};
