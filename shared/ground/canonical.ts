/** A text in JSON. @throws TypeError for half a character, which no hash of UTF-8 could tell from another half. */
const textOf = (text: string): string => {
  if (!text.isWellFormed()) throw new TypeError("Half a character has no canonical form");
  return JSON.stringify(text);
};

/**
 * The one way to write a value in JSON (RFC 8785): nothing between its parts, and fields in the order of their names' code
 * units, so that the same content is the same text, whatever wrote or read it. Fields that are undefined are none.
 * @throws TypeError for what JSON does not tell: numbers without end, half characters, functions
 */
export const canonical = (value: unknown): string => {
  if (typeof value === "string") return textOf(value);
  if (value === null || typeof value === "boolean") return String(value);
  // JavaScript writes numbers as the RFC asks; -0 is 0.
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => (one === undefined ? "null" : canonical(one))).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`${typeof value} has no canonical form`);
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, one]) => `${textOf(name)}:${canonical(one)}`).join(",")}}`;
};
