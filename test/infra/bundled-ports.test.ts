import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { bundleEntries } from "../../infra/bundling/bundle.ts";
import { hosts, judgements, signedForBrowsers } from "../fixtures/ports.ts";

/** What a server answers in a service's place; "cut" is a connection that ends without an answer. */
type Answer = { status: number; body: unknown; headers?: Record<string, string> } | "cut";
type Service = (target: string) => Answer;

const json = (body: unknown, status = 200): Answer => ({ status, body });
const refusing =
  (__type: string, more: Record<string, unknown> = {}, status = 400): Service =>
  () =>
    json({ __type, message: "Said by the service", ...more }, status);

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

/** Answers of services that work, by what they are asked. */
const working: Record<string, unknown> = {
  "DynamoDB_20120810.GetItem": { Item: { pk: { S: "a" }, sk: { S: "b" }, at: { N: "7" }, is: { BOOL: true } } },
  "DynamoDB_20120810.Query": { Items: [{ pk: { S: "a" }, list: { L: [{ M: { x: { NULL: true } } }] } }], Count: 1 },
  "TrentService.GenerateDataKey": {
    Plaintext: Buffer.alloc(32).toString("base64"),
    CiphertextBlob: Buffer.from("wrapped").toString("base64"),
    KeyId: "key",
  },
  "secretsmanager.GetSecretValue": {
    SecretString: "kept",
    CreatedDate: 1_772_762_400.123,
    VersionStages: ["AWSCURRENT"],
  },
  "AmazonSQS.SendMessageBatch": {
    Successful: [{ Id: "0", MessageId: "m", MD5OfMessageBody: md5('{"digest":"u","on":"2026-03-06"}') }],
  },
  "AWSStepFunctions.StartExecution": { executionArn: "arn", startDate: 1_772_762_400.5 },
  "AWSStepFunctions.ListExecutions": {
    executions: [{ name: "c-1", status: "FAILED", startDate: 1_772_762_400, stopDate: 1_772_762_500.25 }],
  },
};

const Outcomes = z.record(z.string(), z.unknown());
const Failure = z.object({ error: z.string(), words: z.string() });
const loud = ["what is left out of zod", "what is left out of the SDK"];

/** What a service was asked, with the token of a transaction named as such: each request has its own. */
type Asked = { target: string; type: string | undefined; body: unknown };

let service: Service = () => "cut";
let asked: Asked[] = [];
let server: Server;
let folder = "";

const source = join(import.meta.dirname, "../fixtures/ports.ts");

/** Runs the ports, bundled unless said otherwise, in a process of their own, against a service that answers so. */
const against = async (answers: Service, ports = join(folder, "ports.js")): Promise<Record<string, unknown>> => {
  service = answers;
  asked = [];
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const program = `import(${JSON.stringify(ports)}).then(({ outcomes }) => outcomes()).then((came) => console.log(JSON.stringify(came)))`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--eval", program], {
    env: {
      AWS_REGION: "cn-north-1",
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_SESSION_TOKEN: "test",
      AWS_MAX_ATTEMPTS: "2",
    },
  });
  return Outcomes.parse(JSON.parse(stdout));
};

/** The errors by their way, without those of {@link loud}. */
const failures = (came: Record<string, unknown>): Record<string, z.output<typeof Failure>> =>
  Object.fromEntries(
    Object.entries(came)
      .filter(([way]) => !loud.includes(way))
      .map(([way, outcome]) => [way, Failure.parse(outcome)]),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-ports-"));
  await bundleEntries([{ in: source, out: "ports" }], folder);
  server = createServer((request, reply) => {
    const target = request.headers["x-amz-target"]?.toString() ?? request.url ?? "";
    const type = request.headers["content-type"];
    text(request).then(
      (body) => asked.push({ target, type, body: body === "" ? body : JSON.parse(body) }),
      () => undefined,
    );
    const answer = service(target);
    if (answer === "cut") request.socket.destroy();
    else {
      const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
      reply.writeHead(answer.status, { "content-type": "application/json", ...answer.headers }).end(body);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe("ports, bundled as functions are", () => {
  test("give what the services answer, also numbers, moments and bytes", async () => {
    const came = await against((target) => json(working[target] ?? {}));
    expect(came).toMatchObject({
      get: { pk: "a", sk: "b", at: 7, is: true },
      query: [{ pk: "a", list: [{ x: null }] }],
      secret: "kept",
      generations: ["kept"],
      seal: { v: 1, key: Buffer.from("wrapped").toString("base64") },
      tell: "told",
      // Three ways to fail of each of the two chains.
      failed: ["c-1", "c-1", "c-1", "c-1", "c-1", "c-1"],
    });
    const failed = Object.entries(came).filter(([, outcome]) => Failure.safeParse(outcome).success);
    expect(failed.map(([way]) => way)).toEqual(loud);
  });

  test("ask what the SDK asks where it is not bundled, and get the same from the answers", async () => {
    const answers: Service = (target) => json(working[target] ?? {});
    /** What is thought of anew for each request: a transaction's token, and what is sealed under a new key. */
    const alike = (requests: Asked[]) =>
      requests.map(({ body, ...rest }) => ({
        ...rest,
        body: z
          .looseObject({
            ClientRequestToken: z
              .uuid()
              .transform(() => "token")
              .optional(),
          })
          .parse(body),
      }));
    const bundled = await against(answers);
    const askedBundled = alike(asked);
    const bySource = await against(answers, source);
    // The last one is asked by what is left out of the bundle.
    expect(askedBundled).toEqual(alike(asked).slice(0, -1));
    expect(askedBundled.length).toBeGreaterThan(10);
    for (const way of [...loud, "seal"]) {
      delete bundled[way];
      delete bySource[way];
    }
    expect(bundled).toEqual(bySource);
  });

  test("keep a transaction's token over their retries, so that it is not judged against itself", async () => {
    await against((target) => (target.endsWith("TransactWriteItems") ? json({}, 500) : json(working[target] ?? {})));
    const Transaction = z.object({ ClientRequestToken: z.uuid() });
    const tokens = asked.flatMap(({ target, body }) =>
      target.endsWith("TransactWriteItems") ? [Transaction.parse(body).ClientRequestToken] : [],
    );
    expect(tokens).toEqual([tokens[0], tokens[0]]);
  });

  /** What a function of the bundled ports gives, run by itself. */
  const given = (call: string): unknown => {
    const ports = `require(${JSON.stringify(join(folder, "ports.js"))})`;
    const program = `Promise.resolve(${ports}.${call}).then((came) => console.log(JSON.stringify(came)))`;
    return JSON.parse(execFileSync(process.execPath, ["--eval", program], { encoding: "utf8" }));
  };

  test("judge what comes in as zod does where it is whole, and wait for no check that takes its time", () => {
    const whole: unknown = JSON.parse(JSON.stringify(judgements()));
    expect(given("judgements()")).toEqual(whole);
    expect(JSON.stringify(whole)).toMatch(/Promise/);
  });

  test("find every service where the SDK's own rules find it, whatever the region", () => {
    const regions = ["cn-north-1", "cn-northwest-1", "eu-west-1", "us-gov-west-1", "eusc-de-east-1", "ap-new-9"];
    expect(hosts(regions)["cn-north-1"]).toContain("https://dynamodb.cn-north-1.amazonaws.com.cn/");
    expect(given(`hosts(${JSON.stringify(regions)})`)).toEqual(hosts(regions));
  });

  test("sign what browsers send and open as the SDK does where it is not bundled", async () => {
    const whole = await signedForBrowsers();
    expect(given("signedForBrowsers()")).toEqual(whole);
    expect(JSON.stringify(whole)).toMatch(/"x-amz-signature":"[0-9a-f]{64}".*X-Amz-Signature=[0-9a-f]{64}/);
  });

  test("say so when something is used that is left out", async () => {
    const came = await against((target) => json(working[target] ?? {}));
    for (const way of loud) expect(Failure.parse(came[way]).words).toMatch(/^Left out of the bundle\. /);
  });

  test.each([
    "ThrottlingException",
    "ProvisionedThroughputExceededException",
    "ExpiredTokenException",
    "AccessDeniedException",
    "KMSInvalidStateException",
    "DependencyTimeoutException",
    "ResourceNotFoundException",
    "SomethingThatNobodyKnows",
  ])("fail by the service's own name and words: %s", async (name) => {
    const came = failures(await against(refusing(`com.amazonaws.any#${name}`)));
    for (const [way, { error, words }] of Object.entries(came)) {
      expect([way, `${error} ${words}`]).toEqual([way, expect.stringContaining(name)]);
    }
  });

  test("tell refused conditions and conflicts apart from trouble", async () => {
    const codes = (...Reasons: string[]) => ({ CancellationReasons: Reasons.map((Code) => ({ Code })) });
    const refused = await against((target) =>
      target.endsWith("TransactWriteItems")
        ? refusing("x#TransactionCanceledException", codes("None", "ConditionalCheckFailed"))(target)
        : refusing("x#ConditionalCheckFailedException", { Item: { pk: { S: "a" } } })(target),
    );
    expect(refused).toMatchObject({ write: { error: "Refused" }, transaction: { error: "Refused" } });
    const busy = await against(refusing("x#TransactionCanceledException", codes("None", "TransactionConflict")));
    expect(busy).toMatchObject({ transaction: { error: "MovedOn" } });
    const gone = await against(refusing("x#TaskTimedOut"));
    expect(gone).toMatchObject({ tell: "gone" });
    const there = await against(refusing("x#ExecutionAlreadyExists"));
    expect(there.start).toBeUndefined();
  });

  test("outlive answers that no service should give, and dates at which to come back", async () => {
    const inASecond = new Date(Date.now() + 1000).toUTCString();
    const odd: Answer[] = [
      "cut",
      { status: 503, body: "<html>Service Unavailable</html>" },
      { status: 500, body: "" },
      { status: 429, body: { __type: "ThrottlingException" }, headers: { "retry-after": inASecond } },
      { status: 200, body: "{ not JSON" },
    ];
    for (const answer of odd) {
      const came = failures(await against(() => answer));
      for (const { words } of Object.values(came)) expect(words).not.toContain("Left out");
    }
  }, 120_000);
});
