import { describe, expect, test } from "vitest";
import * as z from "zod";
import { taskAddresses } from "#case/state/task-door.ts";
import { sweepParts } from "../../infra/concurrency.ts";
import { nameOf, resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const { service } = synthesise("production");
const smtp = { transport: "smtp", from: "huiyin@district.example", smtpUrl: "smtps://mail.district.example" };
/** The function whose logical id stands somewhere in a value. */
const called = (value: unknown): string | undefined =>
  resourcesOf(service, "AWS::Lambda::Function")
    .map(([id]) => id)
    .filter((id) => JSON.stringify(value).includes(id))
    .map(nameOf)[0];

const tasks = Object.values(taskAddresses);
/** Those at which letters are issued. */
const issuing = [taskAddresses.step, taskAddresses.delivery];

test("the API has these routes and no other", () => {
  const routes = resourcesOf(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties.RouteKey);
  const pages = [
    "/",
    "/accessibility",
    "/assets/{version}/{file}",
    "/attachments",
    "/attachments/open",
    "/attachments/sent",
    "/case-alike",
    "/case-alike/open",
    "/case-files",
    "/case-files/open",
    "/case-merged",
    "/case-merged/open",
    "/case-story",
    "/case-story/open",
    "/clocks",
    "/clocks/open",
    "/decide",
    "/decide/act",
    "/decide/check",
    "/decide/mailbox",
    "/decide/{visit}",
    "/dossier",
    "/dossier/data",
    "/dossier/open",
    "/dossier/paper",
    "/dossier/paper/open",
    "/entry/task",
    "/entry/task/act",
    "/entry/task/open",
    "/favicon.ico",
    "/join",
    "/join/sign",
    "/join/{visit}",
    "/joint",
    "/joint/leave",
    "/joint/stand",
    "/joint/{visit}",
    "/file",
    "/file/story",
    "/file/whole",
    "/file/{visit}",
    "/files",
    "/files/bring",
    "/files/{visit}",
    "/files/{visit}/sent",
    "/find/{version}",
    "/letter",
    "/mine",
    "/mine/act",
    "/mine/check",
    "/mine/{visit}",
    "/mailbox",
    "/material",
    "/material/add",
    "/material/{visit}",
    "/petition",
    "/petition/{draft}",
    "/petition/{draft}/check",
    "/privacy",
    "/receipt/{receipt}",
    "/register",
    "/register-files",
    "/register-files/{visit}",
    "/register-files/{visit}/sent",
    "/register/{draft}",
    "/register/{draft}/check",
    "/register/receipt/{receipt}",
    "/status",
    "/status/act",
    "/status/check",
    "/status/mailbox",
    "/status/{visit}",
    ...tasks.flatMap((at) => [at, `${at}/act`, `${at}/done`, `${at}/open`]),
    ...issuing.map((at) => `${at}/preview`),
    "/task/leave",
    "/task/link",
  ];
  expect(new Set(routes)).toEqual(
    new Set([
      ...pages.map((page) => `ANY ${page}`),
      "POST /attachments/open",
      "POST /case-alike/open",
      "POST /case-files/open",
      "POST /case-merged/open",
      "POST /case-story/open",
      "POST /clocks/open",
      "POST /decide",
      "POST /decide/act",
      "POST /decide/check",
      "POST /decide/mailbox",
      "POST /dossier/data",
      "POST /dossier/open",
      "POST /dossier/paper/open",
      "POST /entry/task/act",
      "POST /entry/task/open",
      "POST /join",
      "POST /join/sign",
      "POST /joint",
      "POST /joint/leave",
      "POST /joint/stand",
      "POST /file",
      "POST /file/story",
      "POST /file/whole",
      "POST /files",
      "POST /files/bring",
      "POST /leave",
      "POST /mine",
      "POST /mine/act",
      "POST /mine/check",
      "POST /petition",
      "POST /petition/{draft}/check",
      "POST /register",
      "POST /register-files",
      "POST /register/{draft}/check",
      "POST /status",
      "POST /status/check",
      "POST /status/act",
      "POST /status/mailbox",
      "POST /letter",
      "POST /mailbox",
      "POST /material",
      "POST /material/add",
      ...tasks.flatMap((at) => [`POST ${at}/act`, `POST ${at}/done`, `POST ${at}/open`]),
      ...issuing.map((at) => `POST ${at}/preview`),
      "POST /task/leave",
      "POST /task/link",
      "$default",
    ]),
  );
});

test("what no route takes is answered by the front door, which knows whom to call, with the headers that protect every page", () => {
  const routes = resourcesOf(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties);
  const otherwise = routes.find(({ RouteKey }) => RouteKey === "$default");
  const integrations = resourcesOf(service, "AWS::ApiGatewayV2::Integration");
  const found = integrations.find(([id]) => JSON.stringify(otherwise?.Target).includes(id));
  expect(called(found?.[1].Properties)).toBe("FilePetition");
});

test("whatever no route takes is answered by what is there: the function that answers it knows every route", () => {
  const routes = resourcesOf(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties.RouteKey);
  const asked = routes
    .map(String)
    .filter((key) => key !== "$default")
    .map((key) => key.replace(/^ANY /, "GET "));
  const front = resourcesOf(service, "AWS::Lambda::Function").find(([id]) => nameOf(id) === "FilePetition");
  const { Variables } = z
    .object({ Variables: z.object({ ADDRESSES: z.string() }) })
    .parse(front?.[1].Properties.Environment);
  expect(Variables.ADDRESSES.split(",").toSorted()).toEqual(asked.toSorted());
});

describe("the API", () => {
  const [[, stage] = []] = resourcesOf(service, "AWS::ApiGatewayV2::Stage");
  const named = ([, { Properties }]: ReturnType<typeof resourcesOf>[number]) => Properties.RouteKey !== "$default";
  const routes = resourcesOf(service, "AWS::ApiGatewayV2::Route").filter(named);
  const Settings = z.record(
    z.string(),
    z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
  );
  const settings = Settings.parse(stage?.Properties.RouteSettings);

  test("lets each route through at a pace of its own, so that a flood of one leaves the others alone", () => {
    expect(Object.keys(settings).toSorted()).toEqual(
      routes.map(([, { Properties }]) => String(Properties.RouteKey)).toSorted(),
    );
    const rates = Object.entries(settings).map(
      ([route, { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }]) => {
        expect(burst, route).toBe(2 * rate);
        return [route, rate] as const;
      },
    );
    expect(Object.fromEntries(rates)).toMatchObject({
      "ANY /": 50,
      "ANY /task": 50,
      "POST /petition": 30,
      "POST /petition/{draft}/check": 10,
      "POST /register": 30,
      "POST /register/{draft}/check": 10,
      "POST /status": 30,
      "POST /status/mailbox": 30,
      "POST /status/act": 20,
      "POST /decide/act": 20,
      "POST /task/open": 30,
      "POST /task/act": 20,
      "ANY /assets/{version}/{file}": 200,
    });
  });

  test("goes at the pace that its pages' ceiling allows, and never stands still", () => {
    const ratesWith = (pages: number) => {
      const { service: other } = synthesise("production", { context: { concurrency: { account: 5000, pages } } });
      const [[, made] = []] = resourcesOf(other, "AWS::ApiGatewayV2::Stage");
      const { "POST /petition/{draft}/check": filing, "ANY /": reading } = Settings.parse(
        made?.Properties.RouteSettings,
      );
      return [filing?.ThrottlingRateLimit, reading?.ThrottlingRateLimit];
    };
    expect(ratesWith(1000)).toEqual([50, 250]);
    expect(ratesWith(20)).toEqual([1, 5]);
  });

  test("lets through next to nothing of what no route takes", () => {
    expect(stage?.Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 });
  });

  test("has its routes before their pace is set, which AWS would refuse otherwise", () => {
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(routes.map(([id]) => id)));
  });
});

describe("executions at once", () => {
  const reservedOf = (template: typeof service): Record<string, unknown> =>
    Object.fromEntries(
      resourcesOf(template, "AWS::Lambda::Function").map(([id, { Properties }]) => [
        nameOf(id),
        Properties.ReservedConcurrentExecutions,
      ]),
    );
  const clockwork = {
    Sweep: 5,
    OpenStep: 50,
    Publish: 20,
    Signal: 20,
    SendMail: 5,
    Redrive: 2,
    Reconcile: 3,
    TakeFiles: 5,
    Digest: 2,
    Anchor: 2,
  };
  const pages = {
    FilePetition: 32,
    RegisterFor: 5,
    PetitionStatus: 25,
    OwnAffairs: 7,
    OwnDecisions: 5,
    AddMaterial: 5,
    OwnFile: 5,
    JointPetition: 5,
    BringFiles: 5,
    StepTask: 30,
    ScreeningTask: 10,
    DeliveryTask: 10,
    BesideTask: 10,
    TogetherTask: 5,
    AfterTask: 5,
    WatchTask: 2,
    RegisterTask: 2,
    ReviewTask: 2,
    ClockCourse: 5,
    SeeCase: 5,
    Mailbox: 5,
    CheckLetter: 5,
    Assets: 7,
  };

  test("are kept for the clockwork, and bounded for the pages", () => {
    expect(reservedOf(service)).toEqual({ ...clockwork, ...pages });
  });

  test("of the pages are turned down by configuration, those of the clockwork are not", () => {
    const { service: small } = synthesise("production", { context: { concurrency: { account: 250, pages: 20 } } });
    expect(reservedOf(small)).toEqual({
      ...clockwork,
      FilePetition: 3,
      RegisterFor: 1,
      PetitionStatus: 2,
      OwnAffairs: 1,
      OwnDecisions: 1,
      AddMaterial: 1,
      OwnFile: 1,
      JointPetition: 1,
      BringFiles: 1,
      StepTask: 3,
      ScreeningTask: 1,
      DeliveryTask: 1,
      BesideTask: 1,
      TogetherTask: 1,
      AfterTask: 1,
      WatchTask: 1,
      RegisterTask: 1,
      ReviewTask: 1,
      ClockCourse: 1,
      SeeCase: 1,
      Mailbox: 1,
      CheckLetter: 1,
      Assets: 1,
    });
  });

  test("are all counted before an account is taken for large enough: with a low ceiling the pages come to more than it", () => {
    const sumOf = (account: number) => {
      const { service: low } = synthesise("production", { context: { concurrency: { account, pages: 20 } } });
      return Object.values(reservedOf(low)).reduce<number>((sum, kept) => sum + Number(kept), 0);
    };
    const enough = sumOf(1000) + 100;
    expect(sumOf(enough)).toBe(enough - 100);
    expect(() => sumOf(enough - 1)).toThrow("concurrency.account");
  });

  test("are nobody's own where the account has none to keep", () => {
    const { service: tiny } = synthesise("production", { context: { concurrency: { account: 10, reserve: false } } });
    expect(Object.values(reservedOf(tiny)).filter((kept) => kept !== undefined)).toEqual([]);
  });

  test("of a function behind a queue are never fewer than the queue calls at once: what finds none free has failed", () => {
    const { service: busy } = synthesise("production", { context: { mail: { ...smtp, atOnce: 300 } } });
    for (const template of [service, busy]) {
      const fed = resourcesOf(template, "AWS::Lambda::EventSourceMapping").filter(
        ([, { Properties }]) => Properties.StartingPosition === undefined,
      );
      expect(fed).toHaveLength(3);
      for (const [, { Properties }] of fed) {
        const { MaximumConcurrency } = z.object({ MaximumConcurrency: z.number() }).parse(Properties.ScalingConfig);
        expect(reservedOf(template)[called(Properties.FunctionName) ?? ""]).toBe(MaximumConcurrency);
      }
    }
  });
});

describe("the clockwork", () => {
  const schedules = resourcesOf(service, "AWS::Scheduler::Schedule").map(([, { Properties }]) => Properties);
  const parts = Array.from({ length: sweepParts }, (_, part) => part);

  test("sweeps every part every minute, redrives every five, reconciles and anchors once in each hour, and writes digests five minutes into working hours", () => {
    expect(schedules.map(({ ScheduleExpression, Target }) => [ScheduleExpression, called(Target)])).toEqual([
      ...parts.map(() => ["rate(1 minute)", "Sweep"]),
      ["rate(5 minutes)", "Redrive"],
      ["cron(30 * * * ? *)", "Reconcile"],
      ["cron(15 * * * ? *)", "Anchor"],
      ["cron(35 8 * * ? *)", "Digest"],
    ]);
  });

  test("knows the morning by the district's time, and tries for an hour", () => {
    expect(schedules.at(-1)).toMatchObject({
      ScheduleExpressionTimezone: "Asia/Shanghai",
      Target: { RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 10 } },
    });
  });

  test("calls the sweep once for each part of the shards, with a processor of its own, and the others with nothing", () => {
    const inputs = schedules.map(({ Target }) => z.object({ Input: z.string() }).parse(Target).Input);
    expect(inputs).toEqual([...parts.map((part) => JSON.stringify({ part, of: sweepParts })), "{}", "{}", "{}", "{}"]);
    const [[, made] = []] = resourcesOf(service, "AWS::Lambda::Function").filter(([id]) => nameOf(id) === "Sweep");
    expect(made?.Properties.MemorySize).toBe(1769);
  });

  test("keeps the calls that it could not make", () => {
    for (const { Target } of schedules) {
      expect(Target).toMatchObject({
        DeadLetterConfig: { Arn: { "Fn::GetAtt": [expect.stringContaining("MissedCalls"), "Arn"] } },
      });
    }
  });
});

test("the case of an execution that has ended, however that came, is reconciled at once", () => {
  const [[, rule] = []] = resourcesOf(service, "AWS::Events::Rule");
  const chains = resourcesOf(service, "AWS::StepFunctions::StateMachine").map(([id]) => id);
  expect(rule?.Properties.EventPattern).toMatchObject({
    source: ["aws.states"],
    detail: {
      status: ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"],
      stateMachineArn: chains.map((chain) => ({ Ref: chain })),
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

  test("take-files looks at one file at a time, and at five at most", () => {
    expect(sources.get("TakeFiles")).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 5 } });
  });

  test("nothing else is fed", () => {
    expect([...sources.keys()]).toEqual(["TakeFiles", "Publish", "Signal", "SendMail"]);
  });
});

test("every function runs on the runtime of this repository, with a log that ends", () => {
  for (const [, { Properties }] of resourcesOf(service, "AWS::Lambda::Function")) {
    expect(Properties).toMatchObject({
      Runtime: "nodejs24.x",
      LoggingConfig: { LogGroup: {} },
    });
    expect(Properties.TracingConfig).toBeUndefined();
  }
  for (const [, { Properties }] of resourcesOf(service, "AWS::Logs::LogGroup")) {
    expect(Properties.RetentionInDays).toBe(180);
  }
});
