import { describe, expect, test } from "vitest";
import * as z from "zod";
import { policiesOf } from "../fixtures/policies.ts";
import { nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const local = synthesise("local");
const production = synthesise("production");
const tables = resourcesOf(production.state, "AWS::DynamoDB::Table");
const record = tables.filter(([id]) => nameOf(id) !== "Tries");

describe.each(record)("table %s", (id, { Properties, ...table }) => {
  test("can be deleted by nobody, by no deployment", () => {
    expect(Properties.DeletionProtectionEnabled).toBe(true);
    expect(table).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
  });

  test("can be restored to any second of the last five weeks", () => {
    expect(Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  test("goes with its stack in a local district", () => {
    expect(local.state.Resources[id]).toMatchObject({
      DeletionPolicy: "Delete",
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});

test("there are four tables: cases, deadlines, directory, and tries", () => {
  expect(tables.map(([id]) => nameOf(id))).toEqual(["Cases", "Deadlines", "Directory", "Tries"]);
});

test.each(tables)("table %s is encrypted under the district's own key", (_, { Properties }) => {
  expect(Properties.SSESpecification).toMatchObject({
    SSEEnabled: true,
    SSEType: "KMS",
    KMSMasterKeyId: { "Fn::GetAtt": [expect.stringMatching(/^RecordKey/), "Arn"] },
  });
});

test("tries are forgotten: they expire, are in no backup, and wake nobody", () => {
  const [[, counted] = []] = tables.filter(([id]) => nameOf(id) === "Tries");
  expect(counted?.Properties).toMatchObject({
    TimeToLiveSpecification: { AttributeName: "expires", Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
  });
  expect(counted?.Properties.StreamSpecification).toBeUndefined();
});

test("only the cases have a stream, of new images", () => {
  const streams = tables.flatMap(([id, { Properties }]) => (Properties.StreamSpecification ? [id] : []));
  expect(streams).toHaveLength(1);
  expect(tables[0]?.[1].Properties.StreamSpecification).toEqual({ StreamViewType: "NEW_IMAGE" });
});

test("the indexes find unpublished events, cases by unit, by shard, by person, by the day they changed, by the unit that is rated and under supervision, and due clocks", () => {
  const Index = z.object({ IndexName: z.string(), KeySchema: z.array(z.object({ AttributeName: z.string() })) });
  const Indexed = z.object({ GlobalSecondaryIndexes: z.array(Index).default([]) });
  const indexes = tables.flatMap(([, { Properties }]) => Indexed.parse(Properties).GlobalSecondaryIndexes);
  expect(
    indexes.map(({ IndexName, KeySchema }) => [IndexName, ...KeySchema.map(({ AttributeName }) => AttributeName)]),
  ).toEqual([
    ["unpublished", "outbox", "outboxAt"],
    ["byUnit", "unit", "due"],
    ["standing", "standing", "pk"],
    ["byPerson", "person", "due"],
    ["changed", "changed", "changedAt"],
    ["asked", "asked", "pk"],
    ["supervised", "supervised", "due"],
    ["due", "shard", "nextAt"],
  ]);
});

test("the anchors of the record are locked for ten years, where nobody can take the lock away; not in a local district", () => {
  const [[, anchors] = []] = resourcesOf(production.state, "AWS::S3::Bucket");
  expect(anchors).toMatchObject({
    DeletionPolicy: "Retain",
    Properties: {
      VersioningConfiguration: { Status: "Enabled" },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 3650 } } },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    },
  });
  const [[, unlocked] = []] = resourcesOf(local.state, "AWS::S3::Bucket");
  expect(unlocked?.Properties).not.toHaveProperty("ObjectLockConfiguration");
});

test("photos and PDFs lie where nobody has them in public; what nobody has looked at goes after a day", () => {
  const [, arrivals, kept] = resourcesOf(production.state, "AWS::S3::Bucket").map(([, bucket]) => bucket);
  for (const bucket of [arrivals, kept]) {
    expect(bucket).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: {
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        },
      },
    });
  }
  expect(arrivals?.Properties).toMatchObject({
    LifecycleConfiguration: { Rules: [{ ExpirationInDays: 1, Status: "Enabled" }] },
    NotificationConfiguration: { QueueConfigurations: [{ Event: "s3:ObjectCreated:*" }] },
  });
  expect(kept?.Properties).not.toHaveProperty("LifecycleConfiguration");
  const encryption = JSON.stringify(kept?.Properties.BucketEncryption);
  for (const said of ["aws:kms", "FilesKey"]) expect(encryption).toContain(said);
});

test("keys are rotated and kept", () => {
  const keys = resourcesOf(production.state, "AWS::KMS::Key");
  expect(keys).toHaveLength(3);
  for (const [, key] of keys) {
    expect(key).toMatchObject({ DeletionPolicy: "Retain", Properties: { EnableKeyRotation: true } });
  }
});

describe("the policy of a key", () => {
  const one = <Schema extends z.ZodType>(schema: Schema) =>
    z.union([z.array(schema), schema.transform((single) => [single])]);
  const Statement = z.object({
    Sid: z.string().optional(),
    Action: one(z.string()),
    Principal: z.unknown(),
    Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  });
  const KeyPolicy = z.object({ KeyPolicy: z.object({ Statement: z.array(Statement) }) });
  const statementsOf = (name: string) => {
    const [[, key] = []] = resourcesOf(production.state, "AWS::KMS::Key").filter(([id]) => nameOf(id) === name);
    return KeyPolicy.parse(key?.Properties).KeyPolicy.Statement;
  };

  test.each(["IdentityKey", "RecordKey", "FilesKey"])(
    "%s lets nobody use it who may merely administer the account",
    (name) => {
      for (const { Action, Condition } of statementsOf(name)) {
        expect(Action).not.toContain("kms:*");
        if (Condition === undefined) {
          expect(Action.filter((action) => /crypt|DataKey|CreateGrant/i.test(action))).toEqual([]);
        }
      }
    },
  );

  test.each(["IdentityKey", "FilesKey"])(
    "of %s names just those whose own policies say the same: either alone allows nothing",
    (name) => {
      const named = statementsOf(name).flatMap(({ Action, Condition }) =>
        (JSON.stringify(Condition?.ArnLike ?? {}).match(/\w+(?=\/\*)/g) ?? []).flatMap((who) =>
          Action.map((one) => `${who} ${one}`),
        ),
      );
      const granted = policiesOf(production.service).flatMap(({ id, statements }) =>
        statements
          .filter(({ Resource }) => JSON.stringify(Resource).includes(name))
          .flatMap(({ Action }) => Action.map((one) => `${nameOf(id).replace("RoleDefaultPolicy", "")} ${one}`)),
      );
      expect(granted.toSorted()).toEqual(named.toSorted());
    },
  );

  test("of identity names who may seal and who may open, by the paths of their roles", () => {
    const used = statementsOf("IdentityKey").filter(({ Condition }) => Condition !== undefined);
    const paths = used.map(({ Action, Condition }) => [
      Action,
      [...JSON.stringify(Condition?.ArnLike?.["aws:PrincipalArn"]).matchAll(/role(\/[^"*]*)\*/g)].map(
        ([, path]) => path,
      ),
    ]);
    expect(paths).toEqual([
      [
        ["kms:GenerateDataKey"],
        ["FilePetition", "RegisterFor", "RegisterTask"].map((name) => `/huiyin-production/${name}/`),
      ],
      [
        ["kms:Decrypt"],
        [
          "PetitionStatus",
          "OwnAffairs",
          "OwnDecisions",
          "AddMaterial",
          "OwnFile",
          "JointPetition",
          "StepTask",
          "ScreeningTask",
          "DeliveryTask",
          "BesideTask",
          "TogetherTask",
          "AfterTask",
          "WatchTask",
          "RegisterTask",
          "ReviewTask",
          "SeeCase",
          "Signal",
          "SendMail",
        ].map((fn) => `/huiyin-production/${fn}/`),
      ],
    ]);
    const roles = resourcesOf(production.service, "AWS::IAM::Role").map(([, { Properties }]) => Properties.Path);
    for (const path of paths.flatMap(([, named = []]) => named)) expect(roles).toContain(path);
  });

  test("of files lets who looks at them seal and not open, and who makes links open and not seal, each for one case", () => {
    const used = statementsOf("FilesKey").filter(({ Condition }) => Condition !== undefined);
    const named = used.map(({ Action, Condition }) => [
      Action,
      JSON.stringify(Condition?.ArnLike).match(/\w+(?=\/\*)/g),
    ]);
    expect(named).toEqual([
      [["kms:GenerateDataKey"], ["TakeFiles"]],
      [["kms:Decrypt"], ["BringFiles", "SeeCase"]],
    ]);
  });

  test("of the record lets logs in, each group under its own name, and others through what they keep", () => {
    const [logs] = statementsOf("RecordKey").filter(({ Sid }) => Sid === "Logs");
    expect(JSON.stringify(logs?.Principal)).toContain("logs.");
    expect(JSON.stringify(logs?.Condition?.ArnLike?.["kms:EncryptionContext:aws:logs:arn"])).toContain(":log-group:*");
    const [others] = statementsOf("RecordKey").filter(({ Sid }) => Sid === "ThroughWhatItEncrypts");
    expect(JSON.stringify(others?.Condition?.StringLike?.["kms:ViaService"])).toMatch(/dynamodb.*secretsmanager/);
  });

  test("every log is encrypted under the district's own key", () => {
    const logs = resourcesOf(production.service, "AWS::Logs::LogGroup");
    expect(logs.length).toBeGreaterThan(12);
    for (const [id, { Properties }] of logs) {
      expect(JSON.stringify(Properties.KmsKeyId), id).toContain("RecordKey");
    }
  });
});

describe("a queue", () => {
  const queues = [
    ...resourcesOf(production.state, "AWS::SQS::Queue"),
    ...resourcesOf(production.service, "AWS::SQS::Queue"),
  ];

  test.each(queues)("%s is encrypted", (_, { Properties }) => {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
  });

  test("of work gives up after five tries and keeps what it gave up for a fortnight", () => {
    const work = queues.filter(([, { Properties }]) => Properties.RedrivePolicy);
    expect(work.map(([, { Properties }]) => Properties.RedrivePolicy)).toMatchObject([
      { maxReceiveCount: 5 },
      { maxReceiveCount: 5 },
      { maxReceiveCount: 5 },
    ]);
    const deadLetters = queues.filter(([, { Properties }]) => !Properties.RedrivePolicy);
    expect(deadLetters).toHaveLength(5);
    for (const [, { Properties }] of deadLetters) expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });
});

test("the secret behind task links is generated by the cloud, and no template knows it", () => {
  const secrets = resourcesOf(production.state, "AWS::SecretsManager::Secret");
  expect(secrets.filter(([id]) => id.startsWith("LinkSecret"))).toMatchObject([
    [expect.any(String), { Properties: { GenerateSecretString: { PasswordLength: 64 } } }],
  ]);
  for (const [, { Properties }] of secrets) expect(Properties).not.toHaveProperty("SecretString");
});

test("logs keep neither inputs of the workflow nor addresses, paths or bodies of requests", () => {
  const [[, chain] = []] = resourcesOf(production.service, "AWS::StepFunctions::StateMachine");
  expect(chain?.Properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: "ALL" });
  const [[, stage] = []] = resourcesOf(production.service, "AWS::ApiGatewayV2::Stage");
  const format = JSON.stringify(stage?.Properties.AccessLogSettings);
  expect(format).toContain("$context.routeKey");
  expect(format).not.toMatch(/sourceIp|userAgent|context\.path|rawPath|queryString|body/i);
});
