import type { Statement } from "../fixtures/policies.ts";
import type { Asked } from "./meter.ts";

/** A request as IAM judges it: an action on a resource, and what the service says of it, by condition key. */
export type Requested = {
  action: string;
  resource: string;
  context: Readonly<Record<string, readonly string[] | undefined>>;
};

/** `*` stands for any text, `?` for any character. */
const isLike = (pattern: string, value: string): boolean => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(value);
};
const isEqual = (wanted: string, value: string): boolean => wanted === value;

type Values = readonly string[] | undefined;
const forAll = (matches: typeof isLike) => (wanted: readonly string[], values: Values) =>
  // Holds for no values as well, and where there is no such key.
  (values ?? []).every((value) => wanted.some((one) => matches(one, value)));
const single = (matches: typeof isLike) => (wanted: readonly string[], values: Values) => {
  if (values !== undefined && values.length > 1) throw new Error("A key with several values wants ForAllValues");
  return values?.some((value) => wanted.some((one) => matches(one, value))) ?? false;
};

/** The operators that our policies use, as IAM's reference tells them. */
const operators = new Map<string, (wanted: readonly string[], values: Values) => boolean>([
  ["ForAllValues:StringLike", forAll(isLike)],
  ["ForAllValues:StringEquals", forAll(isEqual)],
  ["StringLike", single(isLike)],
  ["StringEquals", single(isEqual)],
  ["StringEqualsIfExists", (wanted, values) => values === undefined || single(isEqual)(wanted, values)],
  ["Null", ([isNull], values) => String(values === undefined) === isNull],
]);

const holds = (operator: string, key: string, wanted: unknown, { context }: Requested): boolean => {
  const judge = operators.get(operator);
  if (judge === undefined) throw new Error(`This judge does not know ${operator}`);
  return judge((Array.isArray(wanted) ? wanted : [wanted]).map(nameIn), context[key]);
};

/** `Cases`, `Cases/index/due`: what a template means by the value that another stack exports; texts are themselves. */
export const nameIn = (value: unknown): string => {
  if (typeof value === "string") return value;
  const text = JSON.stringify(value);
  const [, name, index = ""] =
    /ExportsOutput(?:Ref|FnGetAtt)([A-Za-z]+?)[0-9A-F]{8}[^"]*"(?:\},"(\/index\/\w+)")?/.exec(text) ?? [];
  return name === undefined ? text : `${name}${index}`;
};

/** Whether some statement allows a request. Ours only allow; one that denies would have to be judged first. */
export const isAllowed = (statements: readonly Statement[], requested: Requested): boolean =>
  statements.some(({ Effect, Action, Resource, Condition }) => {
    if (Effect !== "Allow") throw new Error("This judge knows only what is allowed");
    return (
      Action.some((action) => isLike(action, requested.action)) &&
      Resource.some((resource) => isLike(nameIn(resource), requested.resource)) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every(([key, wanted]) => holds(operator, key, wanted, requested)),
      )
    );
  });

const tables = { cases: "Cases", deadlines: "Deadlines", directory: "Directory", tries: "Tries" } as const;

/** What DynamoDB says of a request. One without a partition, such as a scan, has no leading keys at all. */
export const requestedBy = ({ action, table, index, leadingKeys, attributes, returnValues }: Asked): Requested => ({
  action,
  resource: index === undefined ? tables[table] : `${tables[table]}/index/${index}`,
  context: {
    "dynamodb:LeadingKeys": leadingKeys.length > 0 ? leadingKeys : undefined,
    "dynamodb:Attributes": attributes,
    "dynamodb:ReturnValues": [returnValues],
  },
});
