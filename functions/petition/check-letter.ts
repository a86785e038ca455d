import { letterCodeMatches } from "#access/letter-code.ts";
import { networkMark } from "#access/network.ts";
import { letterCounters, repeatCounter } from "#access/paces.ts";
import { normaliseQueryCode } from "#access/query-code.ts";
import type { TakenTry, triesStore } from "#access/tries-store.ts";
import { letterNameIn } from "#case/state/letter-number.ts";
import type { LetterStore } from "#case/store/letter-store.ts";
import type { LetterRow } from "#case/store/rows.ts";
import { districtDate } from "#clock/period.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";

export type CheckLetterPorts = {
  letters: LetterStore;
  tries: Pick<ReturnType<typeof triesStore>, "take">;
  /** The salt of a day, under which networks are counted. */
  saltOf: (on: DistrictDate) => Promise<string>;
  /** A code that was no letter's, for the alarm. */
  wrongCode: () => void;
};

/** What a paper says of itself. */
export type LetterClaim = { number: string; code: string };

/** What is known of the letter; that there is none of that number and code; the end of a wait; or what can be no number, or no code. */
export type LetterChecked =
  | { is: "known"; letter: Omit<LetterRow, "v" | "code"> }
  | { is: "unknown" }
  | { is: "wait"; until: Instant }
  | { is: "unread"; fields: (keyof LetterClaim)[] };

/** What was asked before on the same day is no other guess: it is counted already. */
const repeated: TakenTry = { kind: "taken", giveBack: () => Promise.resolve() };

/**
 * 文书核验: whether a paper with this number and this code was issued here, and is in force. Counted before it is compared, and
 * the same words from the same network once a day.
 * A number that nobody was given and another code are answered alike, so that the answer tells of no
 * letter to whoever does not hold it. What they say, and to whom, is nowhere that this reaches.
 */
export const checkLetter =
  ({ letters, tries, saltOf, wrongCode }: CheckLetterPorts) =>
  async (claim: LetterClaim, from: string, now: Instant): Promise<LetterChecked> => {
    const name = letterNameIn(claim.number);
    const code = normaliseQueryCode(claim.code);
    if (name === undefined || code === undefined) {
      const fields = [
        ...(name === undefined ? ["number" as const] : []),
        ...(code === undefined ? ["code" as const] : []),
      ];
      return { is: "unread", fields };
    }
    const salt = await saltOf(districtDate(now));
    const asked = await tries.take([repeatCounter(networkMark(salt, from, name, code))], now);
    const marks = { network: networkMark(salt, from), pair: networkMark(salt, from, name) };
    const taken = asked.kind === "wait" ? repeated : await tries.take(letterCounters(marks), now);
    if (taken.kind === "wait") {
      if (asked.kind === "taken") await asked.giveBack();
      wrongCode();
      return { is: "wait", until: taken.until };
    }
    const row = await letters.byName(name);
    if (!letterCodeMatches(code, row?.code) || row === undefined) {
      if (asked.kind === "taken") wrongCode();
      return { is: "unknown" };
    }
    await taken.giveBack();
    const { v: _, code: __, ...letter } = row;
    return { is: "known", letter };
  };
