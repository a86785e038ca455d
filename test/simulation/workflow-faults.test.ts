import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SFNClient } from "@aws-sdk/client-sfn";
import { describe, expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { executionName, readExecutionName } from "#case/outbox/execution-name.ts";
import { stationOf } from "#case/state/standing.ts";
import { executionStore } from "#case/store/execution-store.ts";
import { Station } from "#ground/levels.ts";
import { reportUpward } from "../contract/samples.ts";
import { newStage, type Stage } from "./stage.ts";

const machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:huiyin-escalation-chain";
const Input = z.object({ caseId: z.string(), epoch: z.int(), startAt: Station });

/**
 * Step Functions behind its real client: does what it is asked, and loses its answer to the calls of an operation as often
 * as it is told, by hanging up. Like the service it says of a second telling that nobody waits.
 */
const sfnOf = async ({ workflow }: Stage, losing: Record<string, number>) => {
  const asked: string[] = [];
  const answer = async (operation: string, body: unknown): Promise<object> => {
    if (operation === "SendTaskSuccess") {
      const { taskToken, output } = z.object({ taskToken: z.string(), output: z.string() }).parse(body);
      const { outcome } = z
        .looseObject({ outcome: z.literal(["reportedUpward", "answered"]) })
        .parse(JSON.parse(output));
      const came = await workflow.store.tell(taskToken, { outcome });
      return came === "told" ? {} : { __type: "TaskTimedOut" };
    }
    if (operation === "StartExecution") {
      const { name, input } = z.object({ name: z.string(), input: z.string() }).parse(body);
      if (workflow.executions.has(name)) return { __type: "ExecutionAlreadyExists" };
      const { caseId, epoch, startAt } = Input.parse(JSON.parse(input));
      await workflow.store.start(caseId, epoch, startAt);
      return { executionArn: name, startDate: 0 };
    }
    const { executionArn } = z.object({ executionArn: z.string() }).parse(body);
    const { caseId = "", epoch = 0 } = readExecutionName(executionArn.split(":").at(-1) ?? "") ?? {};
    const runs = await workflow.store.isRunning(caseId, epoch, "bureau");
    return { status: runs ? "RUNNING" : "FAILED" };
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const operation = request.headers["x-amz-target"]?.toString().split(".")[1] ?? "";
      asked.push(operation);
      void answer(operation, JSON.parse(Buffer.concat(chunks).toString())).then((reply) => {
        const left = losing[operation] ?? 0;
        losing[operation] = left - 1;
        if (left > 0) request.socket.destroy();
        else {
          const headers = { "content-type": "application/x-amz-json-1.0" };
          response.writeHead("__type" in reply ? 400 : 200, headers).end(JSON.stringify(reply));
        }
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = z.custom<AddressInfo>((found) => typeof found === "object" && found !== null).parse(address).port;
  const sfn = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-west-1",
    credentials: { accessKeyId: "key", secretAccessKey: "secret" },
    maxAttempts: 2,
  });
  onTestFinished(() => {
    sfn.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { asked, store: executionStore(sfn, { ESCALATION_CHAIN: machine, REVIEW_CHAIN: `${machine}-review` }) };
};

/** A case at the department, waited for by its execution; all of its mails have left. */
const atDepartment = async (stage: Stage): Promise<string> => {
  const caseId = await stage.filed("wages");
  await stage.stream(stage.whole);
  await stage.deliver(stage.whole);
  await stage.run(stage.whole);
  await stage.stream(stage.whole);
  await stage.deliver(stage.whole);
  return caseId;
};

const factsOf = async (stage: Stage, caseId: string): Promise<string[]> =>
  (await stage.whole.cases.history(caseId)).events.map(({ fact }) => fact.type);

const climbed = ["registered", "accepted", "stepOpened", "reportedUpward", "stepOpened"];

describe("SendTaskSuccess takes effect and its reply is lost (fault 1)", () => {
  test("the retry hears that the task timed out; the workflow goes on once, and the case with it", async () => {
    const stage = newStage();
    const caseId = await atDepartment(stage);
    await stage.act(caseId, reportUpward);
    await stage.stream(stage.whole);
    const [posted] = stage.whole.posted.signals.splice(0);
    if (posted === undefined) throw new Error("Nothing wakes the workflow");
    const { asked, store } = await sfnOf(stage, { SendTaskSuccess: 1 });
    const signals = stage.machine({ workflow: store });
    expect(await signals.signal(posted)).toBe("left to the transit clock");
    expect(asked).toEqual(["SendTaskSuccess", "SendTaskSuccess", "DescribeExecution"]);
    expect(stage.workflow.told).toHaveLength(1);
    await stage.run(stage.whole);
    expect(await signals.signal(posted)).toBe("moved on already");
    await stage.recover(stage.whole);
    expect(await factsOf(stage, caseId)).toEqual(climbed);
    await stage.expectWhole(caseId, stage.whole.letters);
  });
});

describe("StartExecution repeated (fault 7)", () => {
  test("by a client whose reply was lost, and by a message that comes twice, starts one execution and opens one step", async () => {
    const stage = newStage();
    const caseId = await stage.filed("wages");
    await stage.stream(stage.whole);
    const [posted] = stage.whole.posted.signals.splice(0);
    if (posted === undefined) throw new Error("Nothing starts the workflow");
    const { asked, store } = await sfnOf(stage, { StartExecution: 1 });
    const signals = stage.machine({ workflow: store });
    expect(await signals.signal(posted)).toBe("started");
    await stage.run(stage.whole);
    expect(await signals.signal(posted)).toBe("started");
    expect(asked).toEqual(["StartExecution", "StartExecution", "StartExecution"]);
    expect([...stage.workflow.executions.keys()]).toEqual([executionName(caseId, 1)]);
    await stage.deliver(stage.whole);
    await stage.recover(stage.whole);
    expect(await factsOf(stage, caseId)).toEqual(["registered", "accepted", "stepOpened"]);
    await stage.expectWhole(caseId, stage.whole.letters);
  });
});

describe("the start of an execution is lost (fault 6)", () => {
  test("by the queue: the transit clock has another started, which opens the step once", async () => {
    const stage = newStage();
    const caseId = await stage.filed("wages");
    await stage.stream(stage.whole);
    stage.whole.posted.signals.splice(0);
    await stage.recover(stage.whole);
    expect(await factsOf(stage, caseId)).toEqual(["registered", "accepted", "executionReplaced", "stepOpened"]);
    await stage.expectWhole(caseId, stage.whole.letters);
  });
});

describe("the name of an execution is used again after that one has closed (fault 8)", () => {
  test("counts as started and runs nothing; the case goes on under the name of its next epoch", async () => {
    const stage = newStage();
    const caseId = await stage.filed("wages");
    await stage.stream(stage.whole);
    await stage.deliver(stage.whole);
    stage.workflow.close(executionName(caseId, 1));
    const { store } = await sfnOf(stage, {});
    const [start] = (await stage.whole.cases.history(caseId)).events.filter(({ messages }) =>
      messages.some(({ kind }) => kind === "start"),
    );
    const again = { caseId, seq: start?.seq ?? 0, position: 0 };
    expect(await stage.machine({ workflow: store }).signal(again)).toBe("started");
    expect(stage.workflow.running()).toEqual([]);
    await stage.recover(stage.whole);
    expect(stage.workflow.running()).toEqual([executionName(caseId, 2)]);
    await stage.expectWhole(caseId, stage.whole.letters);
  });
});

describe("a redriven execution brings a new token (fault 10)", () => {
  test("the step stays as it is, and what it comes to is told by the new token and not by the old one", async () => {
    const stage = newStage();
    const caseId = await atDepartment(stage);
    const { stepNo } = await stage.load(caseId);
    const old = await stage.whole.cases.token(caseId, stepNo);
    stage.workflow.redrive(executionName(caseId, 1), "department");
    await stage.run(stage.whole);
    const renewed = await stage.whole.cases.token(caseId, stepNo);
    expect(renewed?.token).not.toBe(old?.token);
    expect(await factsOf(stage, caseId)).toEqual(["registered", "accepted", "stepOpened"]);
    await stage.act(caseId, reportUpward);
    await stage.recover(stage.whole);
    expect(stage.workflow.told.map(({ token }) => token)).toEqual([renewed?.token]);
    expect(await factsOf(stage, caseId)).toEqual(climbed);
    await stage.expectWhole(caseId, stage.whole.letters);
  });
});

describe("a new definition of the workflow is deployed while executions run (fault 30)", () => {
  test("those that the old one cannot bring on fail, and their cases go on where their record stands under the new one", async () => {
    const stage = newStage();
    const caseId = await atDepartment(stage);
    await stage.act(caseId, reportUpward);
    await stage.stream(stage.whole);
    await stage.deliver(stage.whole);
    // The old definition knows no state for this outcome: the execution fails when it is told of it.
    stage.workflow.close(executionName(caseId, 1));
    await stage.recover(stage.whole);
    expect(await factsOf(stage, caseId)).toEqual([...climbed.slice(0, 4), "executionReplaced", "stepOpened"]);
    expect(stage.workflow.running()).toEqual([executionName(caseId, 2)]);
    await stage.expectWhole(caseId, stage.whole.letters);
  });

  test("one that the old definition leads to a station of its own opens nothing there, and the case is not led astray", async () => {
    const stage = newStage();
    const caseId = await atDepartment(stage);
    const before = await stage.load(caseId);
    const astray = { caseId, epoch: 1, station: "community", token: "old" } as const;
    await expect(stage.whole.openStep(astray)).rejects.toMatchObject({ name: "StationRefused" });
    expect(await stage.load(caseId)).toEqual(before);
    expect(stationOf(before)).toBe("department");
  });
});
