import type { Calendar } from "#clock/calendar.ts";
import type { Directory } from "#directory/directory.ts";
import type { Instant } from "#ground/instant.ts";

/** All that a decision may look at besides the case and the command. */
export type World = { now: Instant; calendar: Calendar; directory: Directory };

/** Where the world is read from; asked anew for each decision, since a warm function lives for hours. */
export const worldFrom =
  (from: { now: () => Promise<Instant>; inForce: () => Promise<Omit<World, "now">> }) => async (): Promise<World> => ({
    now: await from.now(),
    ...(await from.inForce()),
  });
