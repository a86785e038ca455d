/**
 * More combining marks in a row than any writing has. Unicode's Stream-Safe Text Format (UAX #15) allows 30 for that
 * reason. The half-width voiced sound marks of Japanese are no marks by category, but NFKC makes marks of them.
 */
const heapOfMarks = /[\p{M}\uFF9E\uFF9F]{31}/u;

/** Whether a text heaps marks on a character: no writing does, and putting them in order takes the square of their number. */
export const heapsMarks = (text: string): boolean => heapOfMarks.test(text);

/**
 * What somebody sent or typed, in a normal form of Unicode; `undefined` for a text that heaps marks, which is not
 * normalised at all. Nothing else in the house calls `normalize`, so that no text can make it slow.
 */
export const normalised = (text: string, form: "NFC" | "NFKC"): string | undefined =>
  heapsMarks(text) ? undefined : text.normalize(form);
