import type { CaseId } from "#ground/ids.ts";
import { digest } from "./digest.ts";
import type { TypedPhone } from "./query-code.ts";
import type { Counter, Pace } from "./tries.ts";

/** All numbers of the tries, in one place: why they are what they are stands in docs/adr/0021. */
const minute = 60;
const hour = 60 * minute;

/** Keys of any petition from one network: many people may share it, and what they guess there are codes of 60 bits. */
const ofNetwork: Pace = { free: 60, waits: [5, 10, 20, 40, minute], forgives: minute };

/** Keys of one petition from one network: its owner, or one guesser. */
const ofPair: Pace = { free: 5, waits: [minute, 2 * minute, 5 * minute, 15 * minute, hour], forgives: hour };

/**
 * Keys of one petition from anywhere. Of 10,000 endings one is right, so that waits grow to a day; whoever has the whole
 * number need not wait for them, as it is counted apart and its waits stay below half an hour.
 */
const ofCode: Record<TypedPhone["part"], Pace> = {
  ending: {
    free: 15,
    waits: [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, 24 * hour],
    forgives: 12 * hour,
  },
  number: { free: 15, waits: [minute, 5 * minute, 10 * minute, 30 * minute], forgives: hour },
};

/** Where a key is counted before it is compared. The marks are of the network, alone and with the code. */
export const keyCounters = (
  part: TypedPhone["part"],
  { network, pair, code }: { network: string; pair: string; code: string },
): Counter[] => [
  { of: `${part}#network#${network}`, pace: ofNetwork },
  { of: `${part}#pair#${pair}`, pace: ofPair },
  { of: `${part}#code#${code}`, pace: ofCode[part] },
];

/**
 * Petitions from one network: twenty at once, then one every two minutes at the least, and one every five at the most. A
 * window computer on which people file one after the other all day never waits; nothing is ever refused for good.
 */
const ofFilings: Pace = { free: 20, waits: [15, 30, minute, 2 * minute, 5 * minute], forgives: 2 * minute };

/** Petitions that name one e-mail address, which may be a stranger's: each sends it mail. */
const ofMailbox: Pace = { free: 3, waits: [10 * minute, hour, 4 * hour, 12 * hour], forgives: 4 * hour };

/** Mails that ask once more whether an address is the petitioner's: it may be a stranger's, who never asked for one. */
const ofAskingAgain: Pace = { free: 1, waits: [10 * minute, hour, 4 * hour, 24 * hour], forgives: 24 * hour };

/** Where it is counted that a mailbox is asked again. */
export const askingAgainCounter = (caseId: CaseId): Counter => ({
  of: `mailbox#again#${digest(caseId)}`,
  pace: ofAskingAgain,
});

/** Where a petition is counted before it is registered. */
export const filingCounter = (network: string): Counter => ({ of: `filing#network#${network}`, pace: ofFilings });
export const mailboxCounter = (mailbox: string): Counter => ({ of: `filing#mailbox#${mailbox}`, pace: ofMailbox });

/** Where a code for joining is counted before it is compared: whoever passes it on reads it to many, and none may keep another out. */
export const joinCounters = ({ network, pair }: { network: string; pair: string }): Counter[] => [
  { of: `join#network#${network}`, pace: ofNetwork },
  { of: `join#pair#${pair}`, pace: ofPair },
];

/** Where somebody who joins is counted: as petitions are, since many join at one place, one after the other. */
export const joiningCounter = (network: string): Counter => ({ of: `joining#network#${network}`, pace: ofFilings });

/**
 * Where a letter's code is counted before it is compared: its codes are 60 bits too, and a letter has no owner who could be
 * kept out of it, so that nobody else's tries count against whoever holds the paper. @param pair of the network and the letter
 */
export const letterCounters = ({ network, pair }: { network: string; pair: string }): Counter[] => [
  { of: `letter#network#${network}`, pace: ofNetwork },
  { of: `letter#pair#${pair}`, pace: ofPair },
];

/**
 * The same words about a letter from the same network are one guess a day, however often they are sent: a page that is
 * reloaded asks nothing new.
 */
const ofRepeat: Pace = { free: 1, waits: [24 * hour], forgives: 24 * hour };

/** Where it is noted that a letter was asked for. @param claim mark of the network, the letter and the code that was typed */
export const repeatCounter = (claim: string): Counter => ({ of: `letter#repeat#${claim}`, pace: ofRepeat });

/**
 * Pages that are kept for devices of one network. Far more than people make, as many may share it; what is beyond is shown
 * at once and not kept, so that nobody waits and nobody stores what they like.
 */
const ofKept: Pace = { free: 300, waits: [1, 2, 5], forgives: 2 };

/** Where a page is counted before it is kept for a device. */
export const keptCounter = (network: string): Counter => ({ of: `kept#network#${network}`, pace: ofKept });
