import { keyed } from "#access/digest.ts";
import { networkMark } from "#access/network.ts";
import { filingCounter, mailboxCounter } from "#access/paces.ts";
import { districtDate } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import type { CountingPorts } from "./unlock.ts";

/** Whether a petition may be filed now, or which of its counters it has to wait for, and until when. */
export type Admitted = { admitted: true } | { admitted: false; because: "network" | "mailbox"; until: Instant };

/**
 * Counts a petition by the network that it comes from and by the e-mail address that it names, before it is registered. Who
 * is behind either is not known and not asked: both are counted under the day's salt, and one that waits is counted nowhere.
 */
export const admission =
  ({ tries, saltOf }: CountingPorts) =>
  async (from: string, email: string | undefined, now: Instant): Promise<Admitted> => {
    const salt = await saltOf(districtDate(now));
    const network = await tries.take([filingCounter(networkMark(salt, from))], now);
    if (network.kind === "wait") return { admitted: false, because: "network", until: network.until };
    if (email === undefined) return { admitted: true };
    const mark = keyed(salt, "mailbox", email.toLowerCase()).toString("base64url");
    const mailbox = await tries.take([mailboxCounter(mark)], now);
    if (mailbox.kind === "taken") return { admitted: true };
    await network.giveBack();
    return { admitted: false, because: "mailbox", until: mailbox.until };
  };
