/** Chances that follow from a seed alone, so that a life can be lived again. */
export type Chances = {
  /** Whether something of this probability, 0 to 1, happens. */
  happens: (probability: number) => boolean;
  /** A whole number from 0 to below `end`. */
  below: (end: number) => number;
  /** One of several. */
  oneOf: <T>(several: readonly [T, ...T[]]) => T;
};

/** Mulberry32: 32 bits of state are enough for the few hundred chances of a life. */
export const chancesOf = (seed: number): Chances => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    happens: (probability) => next() < probability,
    below,
    oneOf: (several) => several[below(several.length)] ?? several[0],
  };
};
