import { readSessions } from "#access/device-session.ts";
import type { LinkSecrets } from "#access/link-secrets.ts";
import { codeMatches, digitsCounter, typedDigits } from "#access/task-link.ts";
import type { triesStore } from "#access/tries-store.ts";
import { districtDate } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import type { KnownLink } from "./found-link.ts";

/** Why somebody is not recognised yet. `until` is the first moment at which digits are compared again. */
export type Unrecognised = { because: "asked" | "noDigits" | "wrongDigits" } | { because: "wait"; until: Instant };

/** What the reader shows of themselves: the token, and the device's session or the code typed from the mail. */
export type Credentials = { token: string; session: string | undefined; code?: string | undefined };

export type RecognisePorts = { secrets: LinkSecrets; tries: Pick<ReturnType<typeof triesStore>, "take"> };

/**
 * Recognises whoever comes with a link: by their device's session of the day, or by the six digits that came with it. Only
 * wrong digits stay counted: what is no guess costs no try, and the right ones give theirs back.
 */
export const recogniser =
  ({ secrets, tries }: RecognisePorts) =>
  async (
    { hash, link, secret }: KnownLink & { secret: string },
    { session, code }: Credentials,
    now: Instant,
  ): Promise<Unrecognised | undefined> => {
    if (readSessions(await secrets.valid(), session, districtDate(now)).includes(link.for.staff)) return undefined;
    if (code === undefined) return { because: "asked" };
    const digits = typedDigits(code);
    if (digits === undefined) return { because: "noDigits" };
    const tried = await tries.take([digitsCounter(hash)], now);
    if (tried.kind === "wait") return { because: "wait", until: tried.until };
    if (!codeMatches(secret, link.for, digits)) return { because: "wrongDigits" };
    await tried.giveBack();
    return undefined;
  };

/** Why digits did not open a task, as long as it stands in the way. */
export const stillTrue = (unrecognised: Unrecognised | undefined, now: Instant): Unrecognised | undefined =>
  unrecognised?.because === "wait" && unrecognised.until <= now ? undefined : unrecognised;
