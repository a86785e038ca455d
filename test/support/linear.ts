import { expect } from "vitest";

/** The best of so many measurements is the one that nothing else on the machine disturbed. */
const rounds = 5;

/**
 * Times a plain scan of the same text that linear work may take: 100 KB are scanned in a twentieth of a millisecond, so
 * this is 50 ms. Work that grows with the square of 100,000 takes a hundred times as long.
 */
const mostScans = 1000;

/** Characters of the longest text that anything foreign is tried with. */
export const longest = 100_000;

const best = (run: () => unknown): number => {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return Math.min(...times);
};

const scan = (text: string): number => {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i);
  return sum;
};

/** How many plain scans of the text the work takes: a ratio of times measured side by side. */
const scansOf = (run: (text: string) => unknown, text: string): number =>
  best(() => run(text)) / best(() => scan(text));

/** Asserts that what is done with a long text takes time in proportion to its length. */
export const expectLinear = (run: (text: string) => unknown, textOf: (length: number) => string, length = longest) => {
  const text = textOf(length);
  expect(scansOf(run, text), `plain scans, of ${JSON.stringify(text.slice(0, 20))}…`).toBeLessThan(mostScans);
};
