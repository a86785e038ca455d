import { type Arrival, arrivalAddress, arrivalAt, type BringForm } from "#case/files/shelves.ts";
import type { Request } from "#lambda/request.ts";

/** How often a page asks by itself whether what was sent has been looked at, and after how many seconds each time. */
const mostLooks = 10;
const secondsBetween = 3;

/** Which address a page has, and after how many looks at what was sent. `undefined`: nothing was sent from it. */
export type SentFrom = { mark: string | undefined; looks?: number };

/** What a page shows as long as nothing is known of what its form sends: the form, or that it is looked at. */
export type NotKnownYet = { form: BringForm; cameNot?: true } | { isLookedAt: string };

/** The same for a form. @param address that before the mark of the page @param arrival what the form sends */
export const notKnownYet = (
  form: BringForm,
  { address, arrival, mark, looks }: SentFrom & { address: string; arrival: Arrival },
): NotKnownYet => {
  if (looks === undefined) return { form };
  if (looks >= mostLooks) return { form, cameNot: true };
  const next = new URLSearchParams({ looks: String(looks + 1), key: arrivalAddress(arrival) });
  return { isLookedAt: `${address}/${mark}/sent?${next.toString()}` };
};

/** Has the browser look again in a moment, where that is to be done. */
export const looksAgain = (step: object | { isLookedAt: string }): Record<string, string> =>
  "isLookedAt" in step ? { refresh: `${secondsBetween}; url=${step.isLookedAt}` } : {};

/** What the store says where it leads back to, or the page itself: how often it was looked for, and what has arrived. */
export const ledBack = ({
  query: { looks = "", key = "" },
}: Request): { looks: number; came: Arrival | undefined } => ({
  looks: /^\d{1,2}$/.test(looks) ? Number(looks) : 0,
  came: arrivalAt(key),
});
