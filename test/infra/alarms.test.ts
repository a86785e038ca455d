import { describe, expect, test } from "vitest";
import { resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const { service, watch } = synthesise("production");
const alarms = resourcesOf(watch, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
/** The alarms on a metric. */
const on = (MetricName: string) => alarms.filter((alarm) => alarm.MetricName === MetricName);

test("every alarm is mailed, and says what to do in its description", () => {
  const [[topic] = []] = resourcesOf(watch, "AWS::SNS::Topic");
  for (const alarm of alarms) {
    expect(alarm.AlarmActions).toEqual([{ Ref: topic }]);
    expect(alarm.AlarmDescription).toMatch(/^[A-Z].{20,}/);
  }
  expect(resourcesOf(watch, "AWS::SNS::Subscription")).toMatchObject([
    [expect.any(String), { Properties: { Protocol: "email", Endpoint: "alarm@district.example" } }],
  ]);
});

test("a sweep that does not run rings after five minutes, though nothing is counted then", () => {
  expect(on("ClocksRung")).toMatchObject([
    {
      Namespace: "Huiyin",
      Statistic: "SampleCount",
      Period: 60,
      EvaluationPeriods: 5,
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      TreatMissingData: "breaching",
    },
  ]);
});

describe("any of these rings at once", () => {
  test.each(["OverdueUnmoved", "OverdueAtTop", "Quarantined", "ClocklessCases", "BureauFallback", "UnexpectedError"])(
    "%s, counted by a function",
    (name) => {
      expect(on(name)).toMatchObject([
        {
          Namespace: "Huiyin",
          Dimensions: [{ Name: "service", Value: "huiyin-production" }],
          Threshold: 0,
          ComparisonOperator: "GreaterThanThreshold",
          TreatMissingData: "notBreaching",
        },
      ]);
    },
  );

  test.each(["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"])("%s", (name) => {
    expect(on(name)).toMatchObject([{ Namespace: "AWS/States", Threshold: 0 }]);
  });

  test("something in any of the four dead-letter queues", () => {
    expect(on("ApproximateNumberOfMessagesVisible")).toHaveLength(4);
  });

  test("an error of any function", () => {
    expect(on("Errors")).toHaveLength(resourcesOf(service, "AWS::Lambda::Function").length);
  });
});

test("an outbox that is five minutes behind rings", () => {
  expect(on("IteratorAge")).toMatchObject([{ Namespace: "AWS/Lambda", Statistic: "Maximum", Threshold: 300_000 }]);
});

test("nothing else rings", () => {
  expect(alarms).toHaveLength(1 + 6 + 3 + 4 + 12 + 1);
});

test("the functions count under the name that the alarms listen to", () => {
  for (const [, { Properties }] of resourcesOf(service, "AWS::Lambda::Function")) {
    expect(Properties.Environment).toMatchObject({ Variables: { POWERTOOLS_SERVICE_NAME: "huiyin-production" } });
  }
});
