import * as z from "zod";
import { shardCount, shardOf } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";
import { Instant } from "#ground/instant.ts";

/**
 * A mail that its server did not take: since when it waits, how often it was tried, and its place in the outbox, where the
 * redrive finds it when it is to be tried again.
 */
export const Waiting = z.strictObject({
  waitingSince: Instant,
  tries: z.int().positive(),
  outbox: z.string(),
  outboxAt: Instant,
});
export type Waiting = z.infer<typeof Waiting>;

/** Minutes until a mail is tried again: at first soon, then every half an hour, for as long as the server is away. */
const [first, longest] = [5, 30];

/** Days that a mail is tried for. Then it is given up, with an alarm: by then somebody has to look. */
export const patienceDays = 14;

/**
 * How a mail waits that could not leave at `at`. Mails wait up to twice as long as each other, by their names, so that those
 * of a whole night come back one after the other when the server does, and not at one moment.
 * @param name tells a mail from others. @param before how it has waited so far.
 */
export const waitAgain = (
  name: string,
  at: Instant,
  before: { [Field in "waitingSince" | "tries"]?: Waiting[Field] | undefined } = {},
): Waiting => {
  const tries = (before.tries ?? 0) + 1;
  const least = Math.min(longest, first * 2 ** Math.min(tries - 1, 8));
  const spread = (least * shardOf(`${name} ${tries}`)) / shardCount;
  return {
    waitingSince: before.waitingSince ?? at,
    tries,
    outbox: String(shardOf(name)),
    outboxAt: minutesLater(at, least + spread),
  };
};
