import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { triesPartitions } from "#access/keys.ts";
import { casesPartitions } from "#case/store/keys.ts";
import { directoryPartitions } from "#directory/keys.ts";
import { readConfig } from "../../infra/config.ts";
import { district } from "../../infra/district.ts";
import { policiesOf, statementsOf } from "../fixtures/policies.ts";
import { appFor, nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const { service } = synthesise("production");
const policies = policiesOf(service);
/** What a function may do, its log apart. */
const mayDo = (name: string): string[] =>
  statementsOf(service, name)
    .flatMap(({ Action }) => Action)
    .filter((action) => !/^logs:/.test(action));
/** Which of the functions may do something. */
const whoMay = (action: string): string[] =>
  functions.filter((name) => mayDo(name).includes(action)).sort((a, b) => a.localeCompare(b));

const functions = resourcesOf(service, "AWS::Lambda::Function").map(([id]) => nameOf(id));

test("no policy allows a family of actions, nor traces", () => {
  const actions = policies.flatMap(({ statements }) => statements.flatMap(({ Action }) => Action));
  expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  expect(actions.filter((action) => action.startsWith("xray:"))).toEqual([]);
});

test("the only wildcard resources are those of log delivery and the list of streams", () => {
  const open = policies.flatMap(({ statements }) =>
    statements.flatMap(({ Action, Resource }) => (Resource.includes("*") ? Action : [])),
  );
  expect([...new Set(open)].filter((action) => !/^logs:/.test(action))).toEqual(["dynamodb:ListStreams"]);
});

test("every function has a role of its own", () => {
  const roles = resourcesOf(service, "AWS::Lambda::Function").map(([, { Properties }]) =>
    JSON.stringify(Properties.Role),
  );
  expect(new Set(roles).size).toBe(functions.length);
  expect(roles.length).toBe(33);
});

test("no role has a policy made by somebody else", () => {
  for (const [, { Properties }] of resourcesOf(service, "AWS::IAM::Role")) {
    expect(Properties.ManagedPolicyArns).toBeUndefined();
  }
});

const tasks = [
  ...["StepTask", "ScreeningTask", "DeliveryTask", "BesideTask", "TogetherTask", "AfterTask", "WatchTask"],
  ...["RegisterTask", "ReviewTask"],
];

describe("a right stays with those who need it", () => {
  test.each([
    ["dynamodb:DeleteItem", []],
    ["dynamodb:Scan", ["Digest"]],
    ["dynamodb:BatchWriteItem", []],
    ["kms:CreateGrant", []],
    ["states:StartExecution", ["Signal"]],
    ["states:SendTaskSuccess", ["OpenStep", "Signal"]],
    ["states:DescribeExecution", ["Reconcile", "Signal"]],
    ["states:ListExecutions", ["Reconcile"]],
    [
      "secretsmanager:GetSecretValue",
      [
        "AfterTask",
        "BesideTask",
        "ClockCourse",
        "DeliveryTask",
        "Mailbox",
        "OpenStep",
        "RegisterTask",
        "ReviewTask",
        "ScreeningTask",
        "SeeCase",
        "SendMail",
        "StepTask",
        "TogetherTask",
        "WatchTask",
      ],
    ],
    ["dynamodb:GetRecords", ["Publish"]],
    ["ses:SendEmail", []],
    ["s3:PutObject", ["Anchor", "BringFiles", "SeeCase", "TakeFiles"]],
    ["s3:GetObject", ["BringFiles", "SeeCase", "TakeFiles"]],
    ["s3:GetObjectVersion", ["Anchor"]],
    ["s3:DeleteObject", ["TakeFiles"]],
    ["s3:ListBucket", ["TakeFiles"]],
    ["s3:BypassGovernanceRetention", []],
  ])("%s: %j", (action, holders) => {
    expect(whoMay(action)).toEqual(holders);
  });

  test("petitioners' identity is opened by those who show, send or carry it, and by nobody else", () => {
    const opens = policies.filter(({ statements }) =>
      statements.some(
        ({ Action, Resource }) => Action.includes("kms:Decrypt") && JSON.stringify(Resource).includes("IdentityKey"),
      ),
    );
    expect(opens.map(({ id }) => nameOf(id).replace("RoleDefaultPolicy", ""))).toEqual([
      "PetitionStatus",
      "OwnAffairs",
      "OwnDecisions",
      "AddMaterial",
      "OwnFile",
      "JointPetition",
      ...tasks,
      "SeeCase",
      // It seals again for one case what was written in another that it is merged with.
      "Signal",
      "SendMail",
    ]);
  });

  test("a data key is made by whoever files or writes on an entry of a register, and by nobody else, and no use of it is without its case", () => {
    const ofIdentity = policies.flatMap(({ id, statements }) =>
      statements
        .filter(({ Resource }) => JSON.stringify(Resource).includes("IdentityKey"))
        .map(({ Action, Condition }) => ({ who: nameOf(id).replace("RoleDefaultPolicy", ""), Action, Condition })),
    );
    expect(ofIdentity.map(({ who, Action }) => [who, ...Action])).toEqual([
      ["FilePetition", "kms:GenerateDataKey"],
      ["RegisterFor", "kms:GenerateDataKey"],
      ["PetitionStatus", "kms:Decrypt"],
      ["OwnAffairs", "kms:Decrypt"],
      ["OwnDecisions", "kms:Decrypt"],
      ["AddMaterial", "kms:Decrypt"],
      ["OwnFile", "kms:Decrypt"],
      ["JointPetition", "kms:Decrypt"],
      // The first text on an entry of a register is sealed there.
      ...tasks.map((task) => [task, "kms:Decrypt", ...(task === "RegisterTask" ? ["kms:GenerateDataKey"] : [])]),
      ["SeeCase", "kms:Decrypt"],
      ["Signal", "kms:Decrypt"],
      ["SendMail", "kms:Decrypt"],
    ]);
    for (const { Condition } of ofIdentity) {
      expect(Condition).toEqual({
        StringLike: { "kms:EncryptionContext:case": "?*" },
        "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["case"] },
      });
    }
  });

  test("the record's key is used through the tables and the link secret, and never by itself", () => {
    const ofRecord = policies.flatMap(({ statements }) =>
      statements.filter(({ Resource }) => JSON.stringify(Resource).includes("RecordKey")),
    );
    const services = ofRecord.map(
      ({ Condition }) => /"(dynamodb|secretsmanager)\./.exec(JSON.stringify(Condition.StringLike))?.[1],
    );
    expect(new Set(services)).toEqual(new Set(["dynamodb", "secretsmanager"]));
    for (const { Action, Condition } of ofRecord.filter((_, place) => services[place] === "secretsmanager")) {
      expect(Action).toEqual(["kms:Decrypt"]);
      expect(JSON.stringify(Condition.StringEquals?.["kms:EncryptionContext:SecretARN"])).toContain("LinkSecret");
    }
  });

  test("assets need nothing", () => {
    expect(mayDo("Assets")).toEqual([]);
  });

  test("the digest finds who is to get one, and writes none itself", () => {
    const onTables = mayDo("Digest").filter((action) => /^dynamodb:/.test(action));
    expect(new Set(onTables)).toEqual(new Set(["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"]));
    expect(mayDo("Digest")).toContain("sqs:SendMessage");
  });

  test("nothing is read whole but the list of for whom something waits, which holds keys and days alone", () => {
    const scans = policies.flatMap(({ statements }) =>
      statements.filter(({ Action }) => Action.includes("dynamodb:Scan")),
    );
    expect(scans.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
      expect.stringMatching(/\/index\/byPerson"/),
    ]);
  });

  test("what waits for a person is listed for those who write to that person, and for nobody else", () => {
    const finds = policies.filter(({ statements }) =>
      statements.some(({ Resource }) => /index\/(byPerson|supervised)/.test(JSON.stringify(Resource))),
    );
    expect(finds.map(({ id }) => nameOf(id).replace("RoleDefaultPolicy", ""))).toEqual(["SendMail", "Digest"]);
  });

  test("the round of all cases that stand somewhere is reconcile's, the index of deadlines the sweep's and its own, and that of units whoever looks for petitions of one matter", () => {
    const finds = (index: string) =>
      policies
        .filter(({ statements }) =>
          statements.some(({ Resource }) => JSON.stringify(Resource).includes(`index/${index}"`)),
        )
        .map(({ id }) => nameOf(id).replace("RoleDefaultPolicy", ""));
    expect(finds("standing")).toEqual(["Reconcile"]);
    expect(finds("due")).toEqual(["Sweep", "Reconcile"]);
    expect(finds("byUnit")).toEqual(["SeeCase"]);
  });

  test("the door to mailboxes reaches mailboxes and the directory, and of the cases nothing", () => {
    const { current, versions, calendar, demo } = directoryPartitions;
    const ofDistrict = { current, versions, calendar, demo };
    const onTables = statementsOf(service, "Mailbox")
      .filter(({ Action }) => Action.some((action) => action.startsWith("dynamodb:")))
      .flatMap(({ Action, Condition }) => [...Action, Condition["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]]);
    expect(onTables).toEqual([
      ...["dynamodb:GetItem", [casesPartitions.mailboxes, casesPartitions.mailboxLinks]],
      ...["dynamodb:PutItem", [casesPartitions.mailboxes]],
      ...["dynamodb:GetItem", Object.values(ofDistrict)],
      ...["dynamodb:Query", [directoryPartitions.versions]],
    ]);
  });

  test("the door at which letters are checked reaches what is known by their numbers, and no case", () => {
    const { current, versions, calendar, demo } = directoryPartitions;
    const { tries, salts } = triesPartitions;
    const onTables = statementsOf(service, "CheckLetter")
      .filter(({ Action }) => Action.some((action) => action.startsWith("dynamodb:")))
      .flatMap(({ Action, Condition }) => [...Action, Condition["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]]);
    expect(onTables).toEqual([
      ...["dynamodb:GetItem", [casesPartitions.letters]],
      ...["dynamodb:GetItem", [current, versions, calendar, demo]],
      ...["dynamodb:Query", [versions]],
      ...["dynamodb:GetItem", [tries, salts]],
      ...["dynamodb:PutItem", [tries, salts]],
    ]);
  });

  test("whoever anchors the record can write nothing of it", () => {
    const onTables = mayDo("Anchor").filter((action) => /^dynamodb:/.test(action));
    expect(new Set(onTables)).toEqual(new Set(["dynamodb:GetItem", "dynamodb:Query"]));
  });

  test("publish tells the time, marks events and fills queues; it judges nothing", () => {
    const onTables = mayDo("Publish").filter((action) => /^dynamodb:.*(Item|Query|Scan)/.test(action));
    expect(onTables).toEqual(["dynamodb:UpdateItem", "dynamodb:GetItem"]);
  });
});

const ses = { transport: "ses", from: "回音 <huiyin@district.example>" };

describe("a district that mails through SES", () => {
  const { service: mailing } = synthesise("production", { context: { mail: ses } });
  const [set = "-"] = resourcesOf(mailing, "AWS::SES::ConfigurationSet").map(([id]) => id);

  test("may send as its own sender, through the set whose bounces are heard, and as nobody else", () => {
    const sending = policiesOf(mailing)
      .flatMap(({ statements }) => statements)
      .filter(({ Action }) => Action.includes("ses:SendEmail"));
    expect(sending).toHaveLength(1);
    const named = sending[0]?.Resource.map((resource) => {
      const arn = JSON.stringify(resource);
      return arn.includes(set) ? set : /identity\/[^"]+/.exec(arn)?.[0];
    });
    expect(named).toEqual(["identity/huiyin@district.example", "identity/district.example", set].toSorted());
  });

  test("hears of bounces and complaints, of its own mails only, and whoever hears them can fill the mail queue", () => {
    const destination = resourcesOf(mailing, "AWS::SES::ConfigurationSetEventDestination")[0]?.[1].Properties;
    expect(destination).toMatchObject({
      ConfigurationSetName: { Ref: set },
      EventDestination: { Enabled: true, MatchingEventTypes: ["bounce", "complaint"] },
    });
    expect(JSON.stringify(destination)).toContain("event-bus/default");
    const rules = resourcesOf(mailing, "AWS::Events::Rule").map(([, { Properties }]) => Properties);
    const [bounced] = rules.filter(({ EventPattern }) => JSON.stringify(EventPattern).includes("aws.ses"));
    expect(bounced?.EventPattern).toEqual({
      source: ["aws.ses"],
      "detail-type": ["Email Bounced", "Email Complaint Received"],
      detail: { mail: { tags: { "ses:configuration-set": [{ Ref: set }] } } },
    });
    const hears = policiesOf(mailing)
      .filter(({ id }) => nameOf(id).includes("HearBouncesRole"))
      .flatMap(({ statements }) => statements)
      .filter(({ Action }) => !Action.every((action) => action.startsWith("logs:")));
    expect(hears.map(({ Action }) => Action)).toEqual([["sqs:SendMessage"]]);
    expect(JSON.stringify(hears[0]?.Resource)).toContain("Mail");
  });

  test("keeps no event of SES, which names its recipient: not even one that could not be heard", () => {
    const targets = resourcesOf(mailing, "AWS::Events::Rule").flatMap(([, { Properties }]) =>
      JSON.stringify(Properties),
    );
    const [told = ""] = targets.filter((rule) => rule.includes("aws.ses"));
    expect(told).toContain("HearBounces");
    expect(told).not.toContain("DeadLetterConfig");
    const kept = resourcesOf(mailing, "AWS::Lambda::EventInvokeConfig").map(([, { Properties }]) =>
      JSON.stringify(Properties),
    );
    expect(kept.filter((config) => config.includes("HearBounces"))).toEqual([]);
  });

  test("is told when hearing them fails", () => {
    const { watch } = synthesise("production", { context: { mail: ses } });
    const names = resourcesOf(watch, "AWS::CloudWatch::Alarm").map(([id]) => nameOf(id));
    expect(names.filter((name) => name.startsWith("HearBounces"))).toEqual(["HearBouncesErrors"]);
  });
});

test("a district with a mail server of its own hears nothing from SES", () => {
  for (const type of ["AWS::SES::ConfigurationSet", "AWS::SES::ConfigurationSetEventDestination"]) {
    expect(resourcesOf(service, type)).toEqual([]);
  }
  expect(functions).not.toContain("HearBounces");
});

test.each([
  ["local", {}],
  ["production", {}],
  ["production", { mail: ses }],
])("cdk-nag finds nothing that %s does not explain, with %o", (stage, context) => {
  const app = appFor(stage, context);
  district(app, readConfig(app.node));
  expect(new AwsSolutionsChecks().validateScope(app)).toEqual({ success: true, violations: [] });
});
