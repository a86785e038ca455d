/** The generations of a secret that are valid, the newest first. */
export type Generations = readonly [newest: string, ...older: string[]];

/** What task links, codes and device sessions are derived from. */
export type LinkSecrets = {
  /** What is made now is made under the first; what was made under any of them is good. */
  valid: () => Promise<Generations>;
  /** The one that something was made under, or `undefined` when it is valid no more, or never was. */
  under: (fits: (secret: string) => boolean) => Promise<string | undefined>;
};

/** Milliseconds after which a warm function asks again: for as long a replaced secret may go on being used. */
const keptFor = 5 * 60_000;
/** Milliseconds before it asks again for something that none fits: links that are dead must not cost a call each. */
const pause = 10_000;

/** Generations as fetched, kept for a while. A failed fetch is tried again on the next use. @param now in milliseconds */
export const linkSecrets = (fetched: () => Promise<Generations>, now: () => number = Date.now): LinkSecrets => {
  let kept: { at: number; generations: Promise<Generations> } | undefined;
  const noOlderThan = (age: number): Promise<Generations> => {
    if (kept !== undefined && now() - kept.at < age) return kept.generations;
    const generations = fetched().catch((error: unknown) => {
      if (kept?.generations === generations) kept = undefined;
      throw error;
    });
    kept = { at: now(), generations };
    return generations;
  };
  return {
    valid: () => noOlderThan(keptFor),
    under: async (fits) => (await noOlderThan(keptFor)).find(fits) ?? (await noOlderThan(pause)).find(fits),
  };
};
