import { networkMark } from "#access/network.ts";
import { keyCounters } from "#access/paces.ts";
import {
  normaliseQueryCode,
  type PhoneHashes,
  phoneMatches,
  queryCodeHash,
  readTypedPhone,
  type TypedPhone,
} from "#access/query-code.ts";
import type { Counter } from "#access/tries.ts";
import type { TakenTry } from "#access/tries-store.ts";
import { districtDate } from "#clock/period.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";

/** What counts tries, and the salt under which it counts where they come from. */
export type CountingPorts = {
  tries: { take: (counters: readonly Counter[], now: Instant) => Promise<TakenTry> };
  /** The salt of a day, under which networks are counted. */
  saltOf: (on: DistrictDate) => Promise<string>;
};

/** What is known of a code: the case that it belongs to, and the hashes of the number that goes with it. */
export type KnownCode = { caseId: string; phone: PhoneHashes };

export type UnlockPorts<Known extends KnownCode> = CountingPorts & {
  /** What is known of a code, by its hash. */
  codes: (codeHash: string) => Promise<Known | undefined>;
  /** Counts a key that opened nothing, for the alarm. */
  wrongKey: () => void;
};

/** What a petitioner's key, or an agent's, opens: the code, and of the phone number the last four digits or all. Both as typed. */
export type PetitionKey = { code: string; phoneTail: string };

/**
 * Why a key opens nothing: whatever part of it is wrong, or too many were tried, right or wrong. `over`: it is an agent's,
 * who was revoked, or whose case has ended.
 */
export type Barred = { barred: "wrong" } | { barred: "over" } | { barred: "wait"; until: Instant };

/** What is known of the code of a key that fits, and how much of the number was typed. */
export type Unlocked<Known extends KnownCode> = { known: Known; part: TypedPhone["part"] };

/**
 * Tries a key. It is counted by code, by network, and by both, before it is compared; a code that nobody has costs the
 * same work and gets the same answer as one whose digits are wrong. What cannot be a key is refused without a look.
 * A right one is not counted in the end, and clears nothing of what was tried before.
 */
export const unlock =
  <Known extends KnownCode>({ codes, tries, saltOf, wrongKey }: UnlockPorts<Known>) =>
  async ({ code: typed, phoneTail }: PetitionKey, from: string, now: Instant): Promise<Unlocked<Known> | Barred> => {
    const code = normaliseQueryCode(typed);
    const phone = readTypedPhone(phoneTail);
    if (code === undefined || phone === undefined) return { barred: "wrong" };
    const hash = queryCodeHash(code);
    const salt = await saltOf(districtDate(now));
    const marks = { network: networkMark(salt, from), pair: networkMark(salt, from, hash), code: hash };
    const taken = await tries.take(keyCounters(phone.part, marks), now);
    if (taken.kind === "wait") {
      wrongKey();
      return { barred: "wait", until: taken.until };
    }
    const known = await codes(hash);
    if (!phoneMatches(code, phone, known?.phone) || known === undefined) {
      wrongKey();
      return { barred: "wrong" };
    }
    await taken.giveBack();
    return { known, part: phone.part };
  };
