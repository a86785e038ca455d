import { describe, expect, test } from "vitest";
import * as z from "zod";
import cdk from "../../cdk.json" with { type: "json" };
import { readConfig } from "../../infra/config.ts";
import { appFor, nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const smtp = { transport: "smtp", from: "huiyin@district.example", smtpUrl: "smtp://mail.district.example:587" };
const Environment = z.object({ Variables: z.looseObject({ HSTS: z.string().optional() }) });
const { production } = cdk.context.stages;
const twins = { production, trial: production };

const configOf = (stage: string, context: Record<string, unknown> = {}) => readConfig(appFor(stage, context).node);

test("a stage's entry in cdk.json is its configuration", () => {
  expect(configOf("local")).toMatchObject({ stage: "local", clock: "demo", mail: { transport: "smtp" } });
});

test("what is not said has a safe default", () => {
  expect(configOf("production")).toMatchObject({ clock: "real", retention: { logDays: 180, backupDays: 35 } });
});

test("a value on the command line goes before the entry, nested ones as JSON", () => {
  const config = configOf("local", {
    baseUrl: "http://localhost:9090",
    mail: '{"transport":"ses","from":"huiyin@district.example"}',
  });
  expect(config).toMatchObject({ baseUrl: "http://localhost:9090", mail: { transport: "ses", atOnce: 5 } });
});

test.each([
  [{}, "max-age=31536000"],
  [{ subdomains: true }, "max-age=31536000; includeSubDomains"],
  [{ subdomains: true, preload: true }, "max-age=31536000; includeSubDomains; preload"],
])("browsers are told with %j to keep to https by %s", (hsts, told) => {
  const { service } = synthesise("production", { context: { hsts } });
  const words = resourcesOf(service, "AWS::Lambda::Function").map(([id, { Properties }]) => [
    nameOf(id),
    Environment.parse(Properties.Environment).Variables.HSTS,
  ]);
  expect(words.filter(([, word]) => word !== undefined)).toEqual(
    [
      ...[
        "FilePetition",
        "RegisterFor",
        "PetitionStatus",
        "OwnAffairs",
        "OwnDecisions",
        "AddMaterial",
        "OwnFile",
        "JointPetition",
        "BringFiles",
        "StepTask",
        "ScreeningTask",
        "DeliveryTask",
        "BesideTask",
        "TogetherTask",
        "AfterTask",
        "WatchTask",
        "RegisterTask",
        "ReviewTask",
      ],
      ...["ClockCourse", "SeeCase", "Mailbox", "CheckLetter", "Assets"],
    ].map((name) => [name, told]),
  );
});

test("mail leaves over TLS unless it is said otherwise, though the server asks for no password", () => {
  expect(configOf("production", { mail: smtp })).toMatchObject({ mail: { tls: "required" } });
});

test.each([{ concurrency: { account: 10, reserve: false } }, { concurrency: { account: 260, pages: 40 } }])(
  "a small account goes with %j",
  (context) => {
    expect(configOf("production", context)).toMatchObject(context);
  },
);

describe("a wrong value is refused by its name", () => {
  test.each([
    ["a demo clock outside of local", "production", { clock: "demo" }, "clock"],
    ["an open connection outside of local", "production", { baseUrl: "http://huiyin.example" }, "baseUrl"],
    ["a base URL that ends in a slash", "local", { baseUrl: "http://localhost:8080/" }, "baseUrl"],
    [
      "a base URL with a path, since cookies and links stand at the root",
      "local",
      { baseUrl: "http://localhost:8080/xf" },
      "baseUrl",
    ],
    ["a base URL with a user", "production", { baseUrl: "https://a@huiyin.example" }, "baseUrl"],
    ["a base URL that no browser would send back", "production", { baseUrl: "https://Huiyin.example" }, "baseUrl"],
    ["an address that another stage has", "production", { stages: twins }, "baseUrl"],
    ["mail in the clear outside of local", "production", { mail: { ...smtp, tls: "none" } }, "mail.tls"],
    [
      "a password in the address of the mail server",
      "local",
      { mail: { ...smtp, smtpUrl: "smtps://a:b@c.example" } },
      "mail.smtpUrl",
    ],
    [
      "a mail server's address that asks for something",
      "local",
      { mail: { ...smtp, smtpUrl: "smtp://c.example/?secure=0" } },
      "mail.smtpUrl",
    ],
    ["a preloaded host without its subdomains", "production", { hsts: { preload: true } }, "hsts.preload"],
    [
      "an account so new that nothing can be kept",
      "production",
      { concurrency: { account: 10 } },
      "concurrency.account",
    ],
    [
      "more mails at once than the account has left",
      "production",
      { mail: { ...smtp, atOnce: 700 } },
      "concurrency.account",
    ],
    ["a misspelt name", "local", { stages: { local: { ...cdk.context.stages.local, retension: {} } } }, "retension"],
    ["a value that is half of one", "local", { mail: '{"transport":' }, "mail"],
    ["a stage that no resource could be named after", "Prod!", {}, "stage"],
    [
      "a mail transport nobody knows",
      "local",
      { mail: { transport: "pigeon", from: "a@b.example" } },
      "mail.transport",
    ],
    ["a sender without an address", "local", { mail: { transport: "ses", from: "回音" } }, "mail.from"],
    ["a misspelt name within", "local", { retention: { logdays: 7 } }, "logdays"],
    ["a retention that CloudWatch does not know", "local", { retention: { logDays: 8 } }, "retention.logDays"],
    ["nobody to hear an alarm", "local", { alarmEmail: "nobody" }, "alarmEmail"],
  ])("%s", (_, stage, context, name) => {
    expect(() => configOf(stage, context)).toThrow(name);
  });

  test("all of them at once", () => {
    const wrong = () => configOf("production", { clock: "demo", alarmEmail: "nobody", baseUrl: "somewhere" });
    expect(wrong).toThrow(/alarmEmail/);
    expect(wrong).toThrow(/baseUrl/);
  });

  test("a stage without an entry misses what has no default", () => {
    expect(() => configOf("elsewhere")).toThrow(/baseUrl[\s\S]*mail[\s\S]*alarmEmail/);
  });
});
