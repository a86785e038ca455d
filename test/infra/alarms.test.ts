import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { sweepParts } from "../../infra/concurrency.ts";
import { nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const { service, watch, edge = { Resources: {} } } = synthesise("production");
const alarms = resourcesOf(watch, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
const [[topicName] = []] = resourcesOf(watch, "AWS::SNS::Topic");
const TopicPolicy = z.object({
  Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(z.unknown()) }) }),
});
/** The alarms on a metric. */
const on = (MetricName: string) => alarms.filter((alarm) => alarm.MetricName === MetricName);

test("every alarm goes to the topic that mails it, and its description says what to look at", () => {
  for (const alarm of alarms) {
    expect(alarm.AlarmActions).toEqual([{ Ref: topicName }]);
    expect(alarm.AlarmDescription).toMatch(/\b(See|see|Look|Find|Call|Put|Repair|Run|names)\b|; find the cause/);
  }
  expect(resourcesOf(watch, "AWS::SNS::Subscription")).toMatchObject([
    [expect.any(String), { Properties: { Protocol: "email", Endpoint: "alarm@district.example" } }],
  ]);
});

test.each([
  ["operators-guide.md", "Alarms"],
  ["operators-guide.zh-CN.md", "告警"],
])("docs/%s explains every alarm, and no other", (file, heading) => {
  const guide = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8");
  const [, section = ""] = new RegExp(`\\n## ${heading}\\n(.*?)\\n## `, "s").exec(guide) ?? [];
  const named = section.split("\n").flatMap((row) => /^- (`.*?`)[:：]/.exec(row)?.[1]?.match(/[^`,、 ]+/g) ?? []);
  const functions = resourcesOf(service, "AWS::Lambda::Function").map(([id]) => `${nameOf(id)}Errors`);
  const explained = named.flatMap((name) => (name === "…Errors" ? functions : [name]));
  const existing = [watch, edge].flatMap((stack) =>
    resourcesOf(stack, "AWS::CloudWatch::Alarm").map(([id]) => nameOf(id)),
  );
  expect(explained.toSorted()).toEqual(existing.toSorted());
});

test("the topic lets the alarms of this account in: the policy for TLS alone would keep them out", () => {
  const [[, policy] = []] = resourcesOf(watch, "AWS::SNS::TopicPolicy");
  expect(TopicPolicy.parse(policy).Properties.PolicyDocument.Statement).toContainEqual({
    Sid: "AlarmsOfThisAccount",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: "sns:Publish",
    Resource: { Ref: topicName },
    Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
  });
});

test.each([
  ["a sweep of any part", "SweepMissed", "ClocksRung", 60, 5, sweepParts],
  ["a redrive", "RedriveMissed", "EventsRedriven", 300, 4, 1],
  ["a reconcile", "ReconcileMissed", "CasesReconciled", 3600, 3, 1],
  ["an anchor", "AnchorMissed", "HeadsAnchored", 3600, 3, 1],
  ["a digest", "DigestMissed", "DigestsPosted", 3600, 26, 1],
])(
  "%s that does not run rings, though nothing is counted then",
  (_, id, MetricName, Period, EvaluationPeriods, Threshold) => {
    const [found] = resourcesOf(watch, "AWS::CloudWatch::Alarm").filter(([name]) => name.startsWith(id));
    expect(found?.[1].Properties).toMatchObject({
      Namespace: "Huiyin",
      MetricName,
      Statistic: "SampleCount",
      Period,
      EvaluationPeriods,
      ComparisonOperator: "LessThanThreshold",
      Threshold,
      TreatMissingData: "breaching",
    });
  },
);

describe("any of these rings at once", () => {
  test.each([
    "OverdueUnmoved",
    "OverdueAtTop",
    "Quarantined",
    "ClocklessCases",
    "RecordBroken",
    "BureauFallback",
    "UnexpectedError",
  ])("%s, counted by a function", (name) => {
    expect(on(name).filter(({ Statistic }) => Statistic !== "SampleCount")).toMatchObject([
      {
        Namespace: "Huiyin",
        Dimensions: [{ Name: "service", Value: "huiyin-production" }],
        Threshold: 0,
        ComparisonOperator: "GreaterThanThreshold",
        TreatMissingData: "notBreaching",
      },
    ]);
  });

  test.each(["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"])("%s, of any chain", (name) => {
    const chains = resourcesOf(service, "AWS::StepFunctions::StateMachine");
    expect(on(name)).toMatchObject(chains.map(() => ({ Namespace: "AWS/States", Threshold: 0 })));
  });

  test("something in any of the five dead-letter queues", () => {
    expect(on("ApproximateNumberOfMessagesVisible")).toHaveLength(5);
  });

  test("work that has waited in a queue for fifteen minutes", () => {
    expect(on("ApproximateAgeOfOldestMessage")).toMatchObject([
      { Namespace: "AWS/SQS", Statistic: "Maximum", Threshold: 900 },
      { Namespace: "AWS/SQS", Statistic: "Maximum", Threshold: 900 },
      { Namespace: "AWS/SQS", Statistic: "Maximum", Threshold: 900 },
    ]);
  });

  test("an error of any function", () => {
    expect(on("Errors")).toHaveLength(resourcesOf(service, "AWS::Lambda::Function").length);
  });
});

test("an outbox that is five minutes behind rings", () => {
  expect(on("IteratorAge")).toMatchObject([{ Namespace: "AWS/Lambda", Statistic: "Maximum", Threshold: 300_000 }]);
});

describe("what presses from outside rings", () => {
  const named = (name: string) => {
    const [found] = resourcesOf(watch, "AWS::CloudWatch::Alarm").filter(([id]) => nameOf(id) === name);
    return found?.[1].Properties;
  };
  test("when any function of the account finds no execution free", () => {
    const throttles = { Namespace: "AWS/Lambda", MetricName: "Throttles", Statistic: "Sum", Threshold: 0 };
    expect(named("Throttled")).toMatchObject({ ...throttles, ComparisonOperator: "GreaterThanThreshold" });
    expect(named("Throttled")).not.toHaveProperty("Dimensions");
  });

  test("when one reader in twenty waits for five seconds, and when readers get errors", () => {
    const slow = { MetricName: "Latency", ExtendedStatistic: "p95", Threshold: 5000 };
    expect(named("SlowPages")).toMatchObject({ Namespace: "AWS/ApiGateway", ...slow });
    const failing = { MetricName: "5xx", Statistic: "Sum", Threshold: 5 };
    expect(named("FailedPages")).toMatchObject({ Namespace: "AWS/ApiGateway", ...failing });
  });

  test("when five requests a second are refused for five minutes", () => {
    const refused = { Namespace: "AWS/ApiGateway", MetricName: "4xx", Statistic: "Sum", Period: 300, Threshold: 1500 };
    expect(named("RefusedRequests")).toMatchObject(refused);
  });

  test("by metrics as they are: the emulator of the local district takes no alarm that works anything out", () => {
    for (const alarm of alarms) expect(alarm).not.toHaveProperty("Metrics");
  });
});

test("the edge rings in its own region: when it turns many requests away, and when it fails", () => {
  const atTheEdge = resourcesOf(edge, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
  const [[topic] = []] = resourcesOf(edge, "AWS::SNS::Topic");
  const [[, subscription] = []] = resourcesOf(edge, "AWS::SNS::Subscription");
  expect(subscription?.Properties).toMatchObject({ Protocol: "email", Endpoint: "alarm@district.example" });
  const [[, wall] = []] = resourcesOf(edge, "AWS::WAFv2::WebACL");
  const [[distribution] = []] = resourcesOf(edge, "AWS::CloudFront::Distribution");
  const blocked = { Namespace: "AWS/WAFV2", MetricName: "BlockedRequests", Statistic: "Sum", Threshold: 1000 };
  const failing = { Namespace: "AWS/CloudFront", MetricName: "5xxErrorRate", Statistic: "Average", Threshold: 5 };
  const of = (values: Record<string, unknown>) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
  expect(atTheEdge).toMatchObject([
    { ...blocked, Dimensions: of({ Rule: "ALL", WebACL: wall?.Properties.Name }) },
    { ...failing, Dimensions: of({ DistributionId: { Ref: distribution }, Region: "Global" }) },
  ]);
  for (const { AlarmActions } of atTheEdge) expect(AlarmActions).toEqual([{ Ref: topic }]);
});

test("keys are guessed: this rings when more are wrong in five minutes than a district's people mistype", () => {
  expect(on("WrongKeys")).toMatchObject([{ Namespace: "Huiyin", Statistic: "Sum", Period: 300, Threshold: 30 }]);
});

test("a case without a clock rings until the round has come to it again", () => {
  expect(on("ClocklessCases")).toMatchObject([{ Period: 3600, EvaluationPeriods: 17, DatapointsToAlarm: 1 }]);
});

test("an outage of the mail server rings once, and until mails leave again", () => {
  expect(on("MailsWaiting")).toMatchObject([
    { Namespace: "Huiyin", Statistic: "Sum", Period: 900, EvaluationPeriods: 5, DatapointsToAlarm: 1, Threshold: 0 },
  ]);
});

test("sweeps that run out of time ring when one part does for ten minutes, not when a burst does once", () => {
  expect(on("SweepsOutOfTime")).toMatchObject([
    { Statistic: "Sum", Period: 600, Threshold: 9, ComparisonOperator: "GreaterThanThreshold" },
  ]);
});

test("nothing else rings", () => {
  const functions = resourcesOf(service, "AWS::Lambda::Function").length;
  expect(alarms).toHaveLength(1 + 1 + 5 + 7 + 3 + 5 + 3 * 2 + functions + 1 + 4 + 1);
});

test("the functions count under the name that the alarms listen to", () => {
  for (const [, { Properties }] of resourcesOf(service, "AWS::Lambda::Function")) {
    expect(Properties.Environment).toMatchObject({ Variables: { SERVICE_NAME: "huiyin-production" } });
  }
});
