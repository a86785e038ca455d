import { type Arrival, arrivalAddress, arrivalAt, type BringForm } from "./shelves.ts";

/** How often a page asks by itself whether what was sent has been looked at, and after how many seconds each time. */
const mostLooks = 10;
const secondsBetween = 3;

/** Which address a page has, and after how many looks at what was sent. `undefined`: nothing was sent from it. */
export type SentFrom = { mark: string | undefined; looks?: number };

/** What a page shows as long as nothing is known of what its form sends: the form, or that it is looked at. */
export type NotKnownYet = { form: BringForm; cameNot?: true } | { isLookedAt: string };

/** The same for a form. @param sentAt the address of the page that says what came of it @param arrival what the form sends */
export const notKnownYet = (
  form: BringForm,
  { sentAt, arrival, looks }: { sentAt: string; arrival: Arrival; looks?: number | undefined },
): NotKnownYet => {
  if (looks === undefined) return { form };
  if (looks >= mostLooks) return { form, cameNot: true };
  return { isLookedAt: `${sentAt}?${sentQuery({ looks: looks + 1, came: arrival })}` };
};

/** Has the browser look again in a moment, where that is to be done. */
export const looksAgain = (step: object | { isLookedAt: string }): Record<string, string> =>
  "isLookedAt" in step ? { refresh: `${secondsBetween}; url=${step.isLookedAt}` } : {};

/** What an address says of something that was sent: how often it was looked for, and what has arrived. */
export type LedBack = { looks: number; came: Arrival | undefined };

/** The same as the address of a page has it. */
export const sentQuery = ({ looks, came }: LedBack): string =>
  new URLSearchParams({ looks: String(looks), ...(came && { key: arrivalAddress(came) }) }).toString();

/** What the store says where it leads back to, or the page itself. @param query of the address */
export const ledBack = ({ looks = "", key = "" }: Readonly<Record<string, string | undefined>>): LedBack => ({
  looks: /^\d{1,2}$/.test(looks) ? Number(looks) : 0,
  came: arrivalAt(key),
});
