import * as z from "zod";

type Attribute =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: boolean }
  | { SS: string[] }
  | { NS: string[] }
  | { L: Attribute[] }
  | { M: Record<string, Attribute> };

const Attribute: z.ZodType<Attribute> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.boolean() }),
    z.strictObject({ SS: z.array(z.string()) }),
    z.strictObject({ NS: z.array(z.string()) }),
    z.strictObject({ L: z.array(Attribute) }),
    z.strictObject({ M: z.record(z.string(), Attribute) }),
  ]),
);

/** An item as DynamoDB writes it to its stream. The tables hold no binary attributes. */
export const Image = z.record(z.string(), Attribute);
export type Image = z.infer<typeof Image>;

/** The item as plain values: numbers as numbers, sets as lists. */
export const plainImage = (image: Image): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, attribute]) => [name, plain(attribute)]));

const plain = (attribute: Attribute): unknown => {
  if ("S" in attribute) return attribute.S;
  if ("N" in attribute) return Number(attribute.N);
  if ("BOOL" in attribute) return attribute.BOOL;
  if ("SS" in attribute) return attribute.SS;
  if ("NS" in attribute) return attribute.NS.map(Number);
  if ("L" in attribute) return attribute.L.map(plain);
  if ("M" in attribute) return plainImage(attribute.M);
  return null;
};
