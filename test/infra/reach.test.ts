import { describe, expect, test } from "vitest";
import { saltKey, tryKey } from "#access/keys.ts";
import {
  caseKey,
  codeKey,
  eventKey,
  joinCodeKey,
  letterKey,
  linkKey,
  mailboxLinkKey,
  partyKey,
  sealedPartition,
  signatoryCodeKey,
  tokenKey,
} from "#case/store/keys.ts";
import { clockPartition } from "#clock/keys.ts";
import { contentPartition, currentKey, demoClockKey, passKey } from "#directory/keys.ts";
import { partitionOf } from "#ground/partitions.ts";
import type { FunctionName } from "../../infra/concurrency.ts";
import { type Reach, reaches } from "../../infra/reach.ts";
import { policiesOf, statementsOf } from "../fixtures/policies.ts";
import { nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";
import { isAllowed, nameIn, requestedBy } from "../support/judge.ts";
import { type Asked, partitions } from "../support/meter.ts";

const { service, state } = synthesise("production");

const isFunction = (name: string): name is FunctionName => Object.hasOwn(reaches, name);
const functions = Object.keys(reaches).filter(isFunction);
const policyOf = new Map(functions.map((name) => [name, statementsOf(service, name)]));
const may = (name: FunctionName, asked: Asked): boolean => isAllowed(policyOf.get(name) ?? [], requestedBy(asked));

const ask = (action: string, table: Asked["table"], pk: string | undefined, more: Partial<Asked> = {}): Asked => ({
  action: `dynamodb:${action}`,
  table,
  leadingKeys: pk === undefined ? [] : [pk],
  attributes: ["pk", "sk"],
  returnValues: "NONE",
  ...more,
});

const marks = ["pk", "sk", "outbox", "outboxAt"];
const itemActions = ["GetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem", "DeleteItem"] as const;
const verbOf = {
  GetItem: "get",
  Query: "query",
  PutItem: "put",
  UpdateItem: "update",
  ConditionCheckItem: "check",
  DeleteItem: "delete",
} as const;

/** The verbs that reach.ts gives a function for a kind of partitions. */
const given = (reach: Reach, table: Asked["table"], kind: string): readonly string[] => {
  const verbs: Readonly<Record<string, readonly string[] | undefined>> = reach[table] ?? {};
  return verbs[kind] ?? [];
};

describe.each(functions)("the policy of %s", (name) => {
  const kinds = Object.entries(partitions).flatMap(([, of]) => Object.keys(of));

  test("allows of each kind of partition what reach.ts says, and nothing else", () => {
    const differs: string[] = [];
    for (const table of ["cases", "deadlines", "directory", "tries"] as const) {
      for (const [kind, pattern] of Object.entries(partitions[table])) {
        const verbs = given(reaches[name], table, kind);
        for (const action of itemActions) {
          const request = ask(action, table, partitionOf(pattern, "x"), { attributes: ["pk", "sk", "event"] });
          if (may(name, request) !== verbs.includes(verbOf[action])) differs.push(`${action} ${table} ${kind}`);
        }
        const marking = ask("UpdateItem", table, partitionOf(pattern, "x"), { attributes: marks });
        if (may(name, marking) !== (verbs.includes("mark") || verbs.includes("update")))
          differs.push(`mark ${table} ${kind}`);
      }
    }
    expect(kinds.length).toBeGreaterThan(20);
    expect(differs).toEqual([]);
  });

  test("allows the indexes that reach.ts names, and no other", () => {
    const indexes = {
      cases: ["unpublished", "byUnit", "standing", "byPerson", "changed", "asked", "supervised"],
      deadlines: ["due"],
    };
    const { casesBy = [], deadlinesBy = [] }: Reach = reaches[name];
    const found = (table: "cases" | "deadlines") =>
      indexes[table].filter((index) => may(name, ask("Query", table, "1", { index })));
    expect(found("cases").toSorted()).toEqual(casesBy.toSorted());
    expect(found("deadlines")).toEqual(deadlinesBy);
  });

  test("allows nothing that names no partition, or one that the table does not have", () => {
    for (const table of ["cases", "deadlines", "directory", "tries"] as const) {
      for (const action of [...itemActions, "Scan", "BatchGetItem", "BatchWriteItem", "PartiQLSelect"]) {
        expect(may(name, ask(action, table, undefined)), `${action} ${table}`).toBe(false);
        expect(may(name, ask(action, table, "ELSEWHERE#x")), `${action} ${table}`).toBe(false);
        expect(may(name, ask(action, table, "CASE")), `${action} ${table}`).toBe(false);
      }
    }
  });

  test("uses the tables' key for the tables that it reaches, and for no other", () => {
    const names = (action: string) =>
      (policyOf.get(name) ?? [])
        .filter(
          ({ Action, Resource }) => Action.includes(action) && Resource.some((one) => nameIn(one) === "RecordKey"),
        )
        .flatMap(({ Condition }) => Condition.StringEquals?.["kms:EncryptionContext:aws:dynamodb:tableName"] ?? [])
        .map(nameIn);
    const titled = { cases: "Cases", deadlines: "Deadlines", directory: "Directory", tries: "Tries" } as const;
    const touched = (["cases", "deadlines", "directory", "tries"] as const).filter((table) => {
      const reach: Reach = reaches[name];
      return reach[table] !== undefined || (table === "deadlines" && reach.deadlinesBy !== undefined);
    });
    const written = touched.filter((table) => {
      const verbs = Object.keys(partitions[table]).flatMap((kind) => given(reaches[name], table, kind));
      return verbs.some((verb) => ["put", "update", "mark"].includes(verb));
    });
    expect(names("kms:Decrypt")).toEqual(touched.map((table) => titled[table]));
    expect(names("kms:GenerateDataKey")).toEqual(written.map((table) => titled[table]));
  });
});

const id = "ANHE-2026-0001-7k3m9x2c4b8d";
const record = caseKey(id).pk;
/** A place in a transaction beside what is allowed. */
const beside = (allowed: string, forbidden: string): Partial<Asked> => ({ leadingKeys: [allowed, forbidden] });

/** What somebody would ask for who had a function in their hand. */
const attempts: [FunctionName, string, Asked][] = [
  ["FilePetition", "reads who another petitioner is", ask("GetItem", "cases", partyKey(id).pk)],
  ["FilePetition", "reads what was told and written on a case", ask("Query", "cases", sealedPartition(id))],
  [
    "FilePetition",
    "is told what it overwrites of it",
    ask("PutItem", "cases", partyKey(id).pk, { returnValues: "ALL_OLD" }),
  ],
  ["FilePetition", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["FilePetition", "sees when the clocks of a case ring", ask("Query", "deadlines", clockPartition(id))],
  ["FilePetition", "makes a task link", ask("PutItem", "cases", linkKey("hash").pk)],
  [
    "FilePetition",
    "makes one among the writes of a filing",
    ask("PutItem", "cases", record, beside(record, linkKey("hash").pk)),
  ],
  ["FilePetition", "lists the cases of a unit", ask("Query", "cases", "housing", { index: "byUnit" })],
  ["RegisterFor", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["RegisterFor", "reads who a petitioner is", ask("GetItem", "cases", partyKey(id).pk)],
  ["RegisterFor", "lists the cases of a person", ask("Query", "cases", "wang-min", { index: "byPerson" })],
  ["RegisterFor", "gives itself a pass", ask("PutItem", "directory", passKey("hash").pk)],
  ["FilePetition", "reads whose a pass is", ask("GetItem", "directory", passKey("hash").pk)],
  ["PetitionStatus", "reads a task link", ask("GetItem", "cases", linkKey("hash").pk)],
  ["PetitionStatus", "writes an event", ask("PutItem", "cases", record)],
  ["PetitionStatus", "stops a clock", ask("UpdateItem", "deadlines", clockPartition(id))],
  ["PetitionStatus", "makes one", ask("PutItem", "cases", linkKey("hash").pk)],
  ["PetitionStatus", "gives a query code another number", ask("UpdateItem", "cases", codeKey("hash").pk)],
  ["OwnAffairs", "reads a task link", ask("GetItem", "cases", linkKey("hash").pk)],
  ["PetitionStatus", "gives itself a query code", ask("PutItem", "cases", codeKey("hash").pk)],
  ["PetitionStatus", "issues a letter", ask("PutItem", "cases", letterKey("2026-0001-agreement-1").pk)],
  ["PetitionStatus", "writes what is sealed", ask("PutItem", "cases", sealedPartition(id))],
  ["PetitionStatus", "takes the token that the workflow waits on", ask("GetItem", "cases", tokenKey(id, 1).pk)],
  ["PetitionStatus", "goes through all tries", ask("Scan", "tries", undefined)],
  ["AddMaterial", "changes a query code", ask("UpdateItem", "cases", codeKey("hash").pk)],
  ["AddMaterial", "issues a letter", ask("PutItem", "cases", letterKey("2026-0001-receipt-1").pk)],
  ["AddMaterial", "answers for a mailbox", ask("GetItem", "cases", partitionOf(partitions.cases.mailboxes, id))],
  ["JointPetition", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["JointPetition", "opens a petition to others", ask("PutItem", "cases", joinCodeKey("hash").pk)],
  ["JointPetition", "reads a task link", ask("GetItem", "cases", linkKey("hash").pk)],
  ["JointPetition", "starts a clock", ask("PutItem", "deadlines", clockPartition(id))],
  ["OwnDecisions", "reads a task link", ask("GetItem", "cases", linkKey("hash").pk)],
  ["OwnDecisions", "gives a query code another number", ask("UpdateItem", "cases", codeKey("hash").pk)],
  ["OwnDecisions", "opens a petition to others", ask("PutItem", "cases", joinCodeKey("hash").pk)],
  ["OwnAffairs", "looks up who has joined", ask("GetItem", "cases", signatoryCodeKey("hash").pk)],
  ["PetitionStatus", "opens a petition to others", ask("PutItem", "cases", joinCodeKey("hash").pk)],
  ["OwnFile", "writes an event", ask("PutItem", "cases", record)],
  ["OwnFile", "writes what is sealed", ask("PutItem", "cases", sealedPartition(id))],
  ["OwnFile", "stops a clock", ask("UpdateItem", "deadlines", clockPartition(id))],
  ["OwnFile", "reads a task link", ask("GetItem", "cases", linkKey("hash").pk)],
  ["BringFiles", "writes an event", ask("PutItem", "cases", record)],
  ["BringFiles", "reads what is sealed", ask("Query", "cases", sealedPartition(id))],
  ["BringFiles", "stops a clock", ask("UpdateItem", "deadlines", clockPartition(id))],
  ["TakeFiles", "reads what is sealed", ask("Query", "cases", sealedPartition(id))],
  ["TakeFiles", "reads a query code", ask("GetItem", "cases", codeKey("hash").pk)],
  ["TakeFiles", "starts a clock", ask("PutItem", "deadlines", clockPartition(id))],
  ["SeeCase", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["SeeCase", "writes what is sealed", ask("PutItem", "cases", sealedPartition(id))],
  ["SeeCase", "uses a link up", ask("UpdateItem", "cases", linkKey("hash").pk)],
  [
    "StepTask",
    "reads the salt of the day, under which addresses are hashed",
    ask("GetItem", "tries", saltKey("2026-11-26").pk),
  ],
  ["StepTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["StepTask", "takes the token that the workflow waits on", ask("GetItem", "cases", tokenKey(id, 1).pk)],
  ["StepTask", "puts another directory in force", ask("UpdateItem", "directory", currentKey.pk)],
  ["ScreeningTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["DeliveryTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["BesideTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["TogetherTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["AfterTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["WatchTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["RegisterTask", "reads a case", ask("GetItem", "cases", record)],
  ["RegisterTask", "stops a clock of a case", ask("UpdateItem", "deadlines", clockPartition(id))],
  ["ReviewTask", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["ClockCourse", "reads what was written on a case", ask("Query", "cases", sealedPartition(id))],
  ["ClockCourse", "writes an event", ask("PutItem", "cases", record)],
  ["ClockCourse", "uses a link up", ask("UpdateItem", "cases", linkKey("hash").pk)],
  ["ClockCourse", "stops a clock", ask("UpdateItem", "deadlines", clockPartition(id))],
  ["Mailbox", "reads a case", ask("GetItem", "cases", record)],
  ["Mailbox", "reads the address that it answers for", ask("GetItem", "cases", partyKey(id).pk)],
  ["Mailbox", "makes a link by which a mailbox is answered for", ask("PutItem", "cases", mailboxLinkKey("hash").pk)],
  ["CheckLetter", "reads a case", ask("GetItem", "cases", record)],
  ["CheckLetter", "reads what was written on one", ask("GetItem", "cases", partyKey(id).pk)],
  ["CheckLetter", "changes what is known of a letter", ask("UpdateItem", "cases", letterKey("2026-0001-receipt-1").pk)],
  ["Assets", "reads a case", ask("GetItem", "cases", record)],
  ["OpenStep", "reads a token of another step", ask("GetItem", "cases", tokenKey(id, 1).pk)],
  ["OpenStep", "reads who the petitioner is", ask("GetItem", "cases", partyKey(id).pk)],
  ["Publish", "reads an event", ask("GetItem", "cases", eventKey(id, 1).pk)],
  ["Publish", "reads what was written on a case", ask("Query", "cases", sealedPartition(id))],
  ["Publish", "writes another event over one", ask("PutItem", "cases", eventKey(id, 1).pk)],
  ["Publish", "changes what an event says", ask("UpdateItem", "cases", record, { attributes: [...marks, "event"] })],
  [
    "Publish",
    "is told what an event says as it marks it",
    ask("UpdateItem", "cases", record, { attributes: marks, returnValues: "ALL_NEW" }),
  ],
  ["Publish", "reads the directory", ask("GetItem", "directory", currentKey.pk)],
  ["Redrive", "changes what an event says", ask("UpdateItem", "cases", record, { attributes: [...marks, "event"] })],
  ["Redrive", "reads a case's whole history", ask("Query", "cases", record)],
  ["Redrive", "sets a clock", ask("PutItem", "deadlines", clockPartition(id))],
  ["Signal", "makes a task link", ask("PutItem", "cases", linkKey("hash").pk)],
  ["Signal", "looks a query code up", ask("GetItem", "cases", codeKey("hash").pk)],
  ["Signal", "puts a token of its own there", ask("PutItem", "cases", tokenKey(id, 1).pk)],
  ["SendMail", "decides on a case", ask("PutItem", "cases", record)],
  ["SendMail", "changes an event", ask("UpdateItem", "cases", record, { attributes: marks })],
  ["SendMail", "reads what people wrote on a case", ask("Query", "cases", sealedPartition(id))],
  ["SendMail", "takes the token that the workflow waits on", ask("GetItem", "cases", tokenKey(id, 1).pk)],
  ["SendMail", "stops a clock", ask("UpdateItem", "deadlines", clockPartition(id))],
  ["SendMail", "reads what was tried", ask("GetItem", "tries", tryKey("x").pk)],
  ["Sweep", "reads who the petitioner is", ask("GetItem", "cases", partyKey(id).pk)],
  ["Sweep", "uses a task link", ask("UpdateItem", "cases", linkKey("hash").pk)],
  ["Sweep", "changes an event in its place", ask("UpdateItem", "cases", record)],
  ["Reconcile", "reads what was written on a case", ask("Query", "cases", sealedPartition(id))],
  ["Reconcile", "lists what waits for a person", ask("Query", "cases", "li-na", { index: "byPerson" })],
  ["Anchor", "writes a head that suits it", ask("PutItem", "cases", record)],
  [
    "HearBounces",
    "notes itself that a mailbox takes no email",
    ask("PutItem", "cases", partitionOf(partitions.cases.mailboxes, id)),
  ],
  ["Anchor", "reads what was written on a case", ask("Query", "cases", sealedPartition(id))],
  ["Anchor", "reads who is who in the district", ask("Query", "directory", contentPartition("1", "hash"))],
  ["Digest", "reads who the petitioner is", ask("GetItem", "cases", partyKey(id).pk)],
  ["Digest", "takes a notice from a digest", ask("UpdateItem", "cases", partitionOf(partitions.cases.notices, id))],
  ["Digest", "goes through all cases", ask("Scan", "cases", undefined)],
  ["Digest", "moves the demo clock", ask("UpdateItem", "directory", demoClockKey.pk)],
];

test.each(attempts)("%s %s: refused", (name, _, asked) => {
  expect(may(name, asked)).toBe(false);
});

test("every function has somebody who tries", () => {
  expect([...new Set(attempts.map(([name]) => name))].toSorted()).toEqual(functions.toSorted());
});

test("no policy is longer than a role may have: 10,240 characters, with every name as long as it gets", () => {
  const longest =
    "arn:aws-cn:dynamodb:cn-northwest-1:111122223333:table/huiyin-production-state-Deadlines12345678-ABCDEFGHIJKLM";
  const lengthOf = (statement: object): number =>
    JSON.stringify(statement, (_, value: unknown) =>
      typeof value === "object" && value !== null && Object.keys(value).some((key) => /^(Fn::|Ref$)/.test(key))
        ? longest
        : value,
    ).length;
  for (const { id: policy, statements } of policiesOf(service)) {
    expect(
      statements.reduce((sum, one) => sum + lengthOf(one), 0),
      policy,
    ).toBeLessThan(10_240);
  }
  expect(resourcesOf(service, "AWS::IAM::ManagedPolicy")).toEqual([]);
});

test("the tables that policies name are those of the state", () => {
  const tables = resourcesOf(state, "AWS::DynamoDB::Table").map(([table]) => nameOf(table));
  const named = [...policyOf.values()]
    .flat()
    .filter(({ Action }) => Action.some((action) => /^dynamodb:\w+Item$/.test(action)))
    .flatMap(({ Resource }) => Resource.map(nameIn));
  expect(new Set(named)).toEqual(new Set(tables));
});
