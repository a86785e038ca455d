/** Fields of inputs and messages that name things and say nothing about people. */
const names = ["caseId", "epoch", "stepNo", "seq", "station", "kind"] as const;

/** Picks what may be logged of an input. */
export const idsOf = (input: unknown): Record<string, unknown> =>
  typeof input === "object" && input !== null
    ? Object.fromEntries(Object.entries(input).filter(([name, value]) => isName(name) && isWord(value)))
    : {};

const isName = (name: string) => names.some((known) => known === name);
const isWord = (value: unknown) => typeof value === "string" || typeof value === "number";
