import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** A row as DynamoDB takes and gives it: every value says of what type it is. */
export type Attributes = Record<string, AttributeValue>;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** What our rows are made of is what JSON tells; DynamoDB's sets and bytes are no part of them. */
const attributeOf = (value: unknown): AttributeValue => {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "boolean") return { BOOL: value };
  if (typeof value === "number") {
    if (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))) return { N: `${value}` };
    throw new TypeError(`${value} does not stay itself in a table`);
  }
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(attributeOf) };
  if (typeof value === "object" && isPlain(value)) return { M: attributesOf(value) };
  throw new TypeError(`A row holds what JSON tells, which ${Object.prototype.toString.call(value)} is not`);
};

/**
 * A row as DynamoDB stores it. What is undefined is not stored.
 * @throws `TypeError` when something in it would not come back as it was
 */
export const attributesOf = (row: object): Attributes => {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(row)) if (value !== undefined) attributes[name] = attributeOf(value);
  return attributes;
};

const valueIn = (attribute: AttributeValue): unknown => {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (attribute.L !== undefined) return attribute.L.map(valueIn);
  if (attribute.M !== undefined) return rowIn(attribute.M);
  throw new TypeError(`A row of ours holds no ${Object.keys(attribute).join()}`);
};

/** A stored row as it was written. @throws `TypeError` for a type of which none is written */
export const rowIn = (attributes: Attributes): Record<string, unknown> => {
  const row: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) row[name] = valueIn(attribute);
  return row;
};
