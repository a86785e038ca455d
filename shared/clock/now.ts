import type { Instant } from "#ground/instant.ts";

/** The present moment. Handed in everywhere, so that nothing reads a clock of its own. */
export type Now = () => Promise<Instant>;

/** The machine's clock. */
export const realNow: Now = () => Promise.resolve(new Date().toISOString());

/** The machine's clock and an offset in milliseconds, asked for each time because it moves while functions are warm. */
export const demoNow =
  (offset: () => Promise<number>): Now =>
  async () => {
    const ahead = await offset();
    return new Date(Date.now() + ahead).toISOString();
  };
