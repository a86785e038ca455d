import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { triesPartitions } from "#access/keys.ts";
import { casesPartitions, outboxFields } from "#case/store/keys.ts";
import { deadlinesPartitions } from "#clock/keys.ts";
import { directoryPartitions } from "#directory/keys.ts";
import type { Reach, Verb } from "../reach.ts";
import type { RecordKey } from "./keys.ts";

/** The tables by what they hold, and the key that all are encrypted under. */
export type Reachable = Readonly<Record<"cases" | "deadlines" | "directory" | "tries", Table>> & {
  recordKey: RecordKey;
};

/** Conditions by operator and key. */
type Bounds = Record<string, Record<string, unknown>>;

const actions: Record<Verb, string> = {
  get: "dynamodb:GetItem",
  query: "dynamodb:Query",
  put: "dynamodb:PutItem",
  update: "dynamodb:UpdateItem",
  check: "dynamodb:ConditionCheckItem",
  mark: "dynamodb:UpdateItem",
};

/**
 * What else holds of an action. Whoever puts an item is not told what was there before. Whoever marks one names its key
 * and its place in the outbox; what is told of it afterwards can be no more than that.
 */
const besides: { readonly [Does in Verb]?: Bounds } = {
  put: { StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE"] } },
  mark: {
    "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "sk", outboxFields.hash, outboxFields.range] },
    StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
  },
};

/** A request that names no partition is none of these: "for all values" holds for no values, too. */
const within = (patterns: readonly string[]): Bounds => ({
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": patterns },
  Null: { "dynamodb:LeadingKeys": "false" },
});

/** DynamoDB uses the table's key in the name of its caller. */
const readsKey = ["kms:Decrypt"];
const writesKey = [
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];
const writing: readonly Verb[] = ["put", "update", "mark"];

/** The kinds of partitions that something may be done with, by what may be done. */
const byVerb = (
  partitions: Readonly<Record<string, string>>,
  verbs: Readonly<Record<string, readonly Verb[] | undefined>>,
): Map<Verb, string[]> => {
  const patterns = new Map<Verb, string[]>();
  for (const [kind, pattern] of Object.entries(partitions)) {
    for (const verb of verbs[kind] ?? []) patterns.set(verb, [...(patterns.get(verb) ?? []), pattern]);
  }
  return patterns;
};

/**
 * Lets a function reach of the tables what is said, and nothing else. Each action has one statement a table: the writes of
 * a transaction may be judged together, and then have to be found in the same one.
 */
export const letReach = (grantee: IGrantable, { recordKey, ...tables }: Reachable, reach: Reach): void => {
  const touched = [
    { table: tables.cases, verbs: byVerb(casesPartitions, reach.cases ?? {}), indexes: reach.casesBy ?? [] },
    {
      table: tables.deadlines,
      verbs: byVerb(deadlinesPartitions, reach.deadlines ?? {}),
      indexes: reach.deadlinesBy ?? [],
    },
    { table: tables.directory, verbs: byVerb(directoryPartitions, reach.directory ?? {}), indexes: [] },
    { table: tables.tries, verbs: byVerb(triesPartitions, reach.tries ?? {}), indexes: [] },
  ].filter(({ verbs, indexes }) => verbs.size + indexes.length > 0);

  for (const { table, verbs, indexes } of touched) {
    for (const [verb, patterns] of verbs) {
      const conditions = { ...within(patterns), ...besides[verb] };
      Grant.addToPrincipal({ grantee, actions: [actions[verb]], resourceArns: [table.tableArn], conditions });
    }
    const resourceArns = indexes.map((index) => `${table.tableArn}/index/${index}`);
    if (indexes.length > 0) Grant.addToPrincipal({ grantee, actions: [actions.query], resourceArns });
  }

  const whole = (reach.casesOfAllBy ?? []).map((index) => `${tables.cases.tableArn}/index/${index}`);
  if (whole.length > 0) Grant.addToPrincipal({ grantee, actions: ["dynamodb:Scan"], resourceArns: whole });

  const underKey = (of: typeof touched, keyActions: string[]): void => {
    const names = of.map(({ table }) => table.tableName);
    const ofTables = { StringEquals: { "kms:EncryptionContext:aws:dynamodb:tableName": names } };
    if (of.length > 0) recordKey.grantThrough("dynamodb", grantee, keyActions, ofTables);
  };
  underKey(touched, readsKey);
  underKey(
    touched.filter(({ verbs }) => writing.some((verb) => verbs.has(verb))),
    writesKey,
  );
  // To describe a key nothing is encrypted, so that nothing says for which table.
  if (touched.length > 0) recordKey.grantThrough("dynamodb", grantee, ["kms:DescribeKey"]);
};
