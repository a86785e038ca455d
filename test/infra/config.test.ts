import { describe, expect, test } from "vitest";
import { readConfig } from "../../infra/config.ts";
import { appFor } from "../fixtures/synthesis.ts";

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

describe("a wrong value is refused by its name", () => {
  test.each([
    ["a demo clock outside of local", "production", { clock: "demo" }, "clock"],
    ["an open connection outside of local", "production", { baseUrl: "http://huiyin.example" }, "baseUrl"],
    ["a base URL that ends in a slash", "local", { baseUrl: "http://localhost:8080/" }, "baseUrl"],
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
