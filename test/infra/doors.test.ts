import { describe, expect, test } from "vitest";
import { nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const { service } = synthesise("production");
/** The function whose logical id stands somewhere in a value. */
const called = (value: unknown): string | undefined =>
  resourcesOf(service, "AWS::Lambda::Function")
    .map(([id]) => id)
    .filter((id) => JSON.stringify(value).includes(id))
    .map(nameOf)[0];

test("the API has these routes and no other", () => {
  const routes = resourcesOf(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties.RouteKey);
  const pages = ["/", "/assets/{version}/{file}", "/status", "/task"];
  expect(new Set(routes)).toEqual(
    new Set([
      ...pages.flatMap((page) => [`GET ${page}`, `HEAD ${page}`]),
      "POST /petition",
      "POST /status",
      "POST /status/act",
      "POST /task/act",
      "POST /task/open",
      "$default",
    ]),
  );
});

test("what no route takes is answered by the lightest function, with the headers that protect every page", () => {
  const routes = resourcesOf(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties);
  const otherwise = routes.find(({ RouteKey }) => RouteKey === "$default");
  const integrations = resourcesOf(service, "AWS::ApiGatewayV2::Integration");
  const found = integrations.find(([id]) => JSON.stringify(otherwise?.Target).includes(id));
  expect(called(found?.[1].Properties)).toBe("Assets");
});

test("the API slows down whoever asks too often", () => {
  expect(resourcesOf(service, "AWS::ApiGatewayV2::Stage")).toMatchObject([
    [expect.any(String), { Properties: { DefaultRouteSettings: { ThrottlingRateLimit: 100 } } }],
  ]);
});

describe("the clockwork", () => {
  const schedules = resourcesOf(service, "AWS::Scheduler::Schedule").map(([, { Properties }]) => Properties);

  test("sweeps every minute, redrives every five, reconciles once in each hour, and writes digests five minutes into working hours", () => {
    expect(schedules.map(({ ScheduleExpression, Target }) => [ScheduleExpression, called(Target)])).toEqual([
      ["rate(1 minute)", "Sweep"],
      ["rate(5 minutes)", "Redrive"],
      ["cron(30 * * * ? *)", "Reconcile"],
      ["cron(35 8 * * ? *)", "Digest"],
    ]);
  });

  test("knows the morning by the district's time, and tries for an hour", () => {
    expect(schedules.at(-1)).toMatchObject({
      ScheduleExpressionTimezone: "Asia/Shanghai",
      Target: { RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 10 } },
    });
  });

  test("keeps the calls that it could not make", () => {
    for (const { Target } of schedules) {
      expect(Target).toMatchObject({
        Input: "{}",
        DeadLetterConfig: { Arn: { "Fn::GetAtt": [expect.stringContaining("MissedCalls"), "Arn"] } },
      });
    }
  });
});

test("the case of an execution that has ended, however that came, is reconciled at once", () => {
  const [[, rule] = []] = resourcesOf(service, "AWS::Events::Rule");
  const [[chain] = []] = resourcesOf(service, "AWS::StepFunctions::StateMachine");
  expect(rule?.Properties.EventPattern).toMatchObject({
    source: ["aws.states"],
    detail: {
      status: ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"],
      stateMachineArn: [{ Ref: chain }],
    },
  });
  expect(called(rule?.Properties.Targets)).toBe("Reconcile");
});

describe("what feeds a function", () => {
  const sources = new Map(
    resourcesOf(service, "AWS::Lambda::EventSourceMapping").map(([, { Properties }]) => [
      called(Properties.FunctionName),
      Properties,
    ]),
  );

  test("publish reads the outbox from the stream, and gives a record up only after halving and ten tries", () => {
    expect(sources.get("Publish")).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 10,
      StartingPosition: "TRIM_HORIZON",
      FilterCriteria: {
        Filters: [{ Pattern: JSON.stringify({ dynamodb: { NewImage: { outbox: { S: [{ exists: true }] } } } }) }],
      },
      DestinationConfig: {
        OnFailure: { Destination: { "Fn::GetAtt": [expect.stringContaining("Unpublished"), "Arn"] } },
      },
    });
  });

  test("signal takes ten messages at a time and gives back those that failed", () => {
    expect(sources.get("Signal")).toMatchObject({ BatchSize: 10, FunctionResponseTypes: ["ReportBatchItemFailures"] });
  });

  test("send-mail takes mails one by one, at a pace", () => {
    expect(sources.get("SendMail")).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 5 } });
  });

  test("nothing else is fed", () => {
    expect([...sources.keys()]).toEqual(["Publish", "Signal", "SendMail"]);
  });
});

test("every function runs on the runtime of this repository, with a log that ends", () => {
  for (const [, { Properties }] of resourcesOf(service, "AWS::Lambda::Function")) {
    expect(Properties).toMatchObject({
      Runtime: "nodejs24.x",
      LoggingConfig: { LogGroup: {} },
    });
    expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
    expect(Properties.TracingConfig).toBeUndefined();
  }
  for (const [, { Properties }] of resourcesOf(service, "AWS::Logs::LogGroup")) {
    expect(Properties.RetentionInDays).toBe(180);
  }
});
