import { SFNClient } from "@aws-sdk/client-sfn";
import { expect, test } from "vitest";
import * as z from "zod";
import { type ExecutionStore, executionStore } from "#case/store/execution-store.ts";
import { ChainName, chainOf } from "#ground/chains.ts";
import { Station } from "#ground/levels.ts";
import { type Answer, fakeAws } from "../access/fake-aws.ts";

const machine = "arn:aws-cn:states:cn-north-1:123456789012:stateMachine:huiyin-escalation-chain";
const reviewMachine = machine.replace("escalation", "review");
const execution = machine.replace("stateMachine", "execution");

/** The executions of a Step Functions that answers as it is told, and what it was asked. */
const executionsOf = async <T>(
  answer: Answer,
  job: (executions: ExecutionStore) => Promise<T>,
): Promise<{ came: T; asked: [string, unknown][] }> => {
  const asked: [string, unknown][] = [];
  const service = await fakeAws((operation, input) => {
    asked.push([operation, input]);
    return answer(operation, input);
  });
  const sfn = new SFNClient(service.client);
  try {
    return { came: await job(executionStore(sfn, { ESCALATION_CHAIN: machine, REVIEW_CHAIN: reviewMachine })), asked };
  } finally {
    sfn.destroy();
    service.stop();
  }
};
const refusing =
  (refusal: string): Answer =>
  () => ({ refusal });
const answering =
  (output: object): Answer =>
  () => ({ output });

test("every station belongs to a chain, and every chain has one", () => {
  expect(new Set(Station.options.map((station) => chainOf[station]))).toEqual(new Set(ChainName.options));
});

test("an execution starts in the chain of its station, under the name of its epoch", async () => {
  const { asked } = await executionsOf(answering({ executionArn: execution, startDate: 0 }), (executions) =>
    executions.start("AH-2026-0001-k7m2p9x4c3vb", 2, "township"),
  );
  const [[operation, input] = []] = asked;
  expect(operation).toBe("StartExecution");
  const { input: text, ...rest } = z.looseObject({ input: z.string() }).parse(input);
  expect(rest).toMatchObject({ stateMachineArn: machine, name: "AH-2026-0001-k7m2p9x4c3vb.2" });
  expect(JSON.parse(text)).toEqual({ caseId: "AH-2026-0001-k7m2p9x4c3vb", epoch: 2, startAt: "township" });
});

test("one that exists already counts as started; any other refusal is an error", async () => {
  const start = (executions: ExecutionStore) => executions.start("AH-2026-0001-k7m2p9x4c3vb", 1, "bureau");
  await executionsOf(refusing("ExecutionAlreadyExists"), start);
  await expect(executionsOf(refusing("ExecutionLimitExceeded"), start)).rejects.toThrow();
});

test.each(["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"])("nobody waits on a token: %s", async (refusal) => {
  const { came } = await executionsOf(refusing(refusal), (executions) =>
    executions.tell("a token", { outcome: "overdue" }),
  );
  expect(came).toBe("gone");
});

test("whoever waits on a token is told the outcome once; any other refusal is an error", async () => {
  const tell = (executions: ExecutionStore) => executions.tell("a token", { outcome: "accepted", startAt: "township" });
  const { came, asked } = await executionsOf(answering({}), tell);
  expect(came).toBe("told");
  expect(asked).toEqual([
    ["SendTaskSuccess", { taskToken: "a token", output: JSON.stringify({ outcome: "accepted", startAt: "township" }) }],
  ]);
  await expect(executionsOf(refusing("KmsAccessDeniedException"), tell)).rejects.toThrow();
});

test("an execution that runs, one that has ended and one that was never there", async () => {
  const look = (executions: ExecutionStore) => executions.isRunning("AH-2026-0001-k7m2p9x4c3vb", 3, "window");
  const running = await executionsOf(answering({ status: "RUNNING" }), look);
  expect(running).toMatchObject({
    came: true,
    asked: [["DescribeExecution", { executionArn: `${execution}:AH-2026-0001-k7m2p9x4c3vb.3` }]],
  });
  expect((await executionsOf(answering({ status: "SUCCEEDED" }), look)).came).toBe(false);
  expect((await executionsOf(refusing("ExecutionDoesNotExist"), look)).came).toBe(false);
  await expect(executionsOf(refusing("ThrottlingException"), look)).rejects.toThrow();
});

/** Executions that the service lists by their status, two a page, and what it was asked for. */
const listing = (listed: Record<string, { name: string; stopDate?: number }[]>): Answer => {
  const Query = z.object({
    stateMachineArn: z.enum([machine, reviewMachine]),
    statusFilter: z.string(),
    nextToken: z.string().optional(),
  });
  return (_, input) => {
    const { stateMachineArn, statusFilter, nextToken = "0" } = Query.parse(input);
    if (stateMachineArn === reviewMachine) return { output: { executions: [] } };
    const [all, from] = [listed[statusFilter] ?? [], Number(nextToken)];
    const executions = all.slice(from, from + 2).map((item) => ({ ...item, startDate: 0, status: statusFilter }));
    return { output: { executions, ...(from + 2 < all.length && { nextToken: String(from + 2) }) } };
  };
};
const all = async (names: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const name of names) found.push(name);
  return found;
};
const named = (...names: string[]) => names.map((name) => ({ name }));

test("all running executions are listed, page after page, a thousand a page", async () => {
  const names = ["AH-2026-0001-k7m2p9x4c3vb.1", "AH-2026-0002-k7m2p9x4c3vb.1", "AH-2026-0003-k7m2p9x4c3vb.4"];
  const { came, asked } = await executionsOf(
    listing({ RUNNING: named(...names), SUCCEEDED: named("AH-2026-0004-k7m2p9x4c3vb.1") }),
    (executions) => all(executions.running()),
  );
  expect(came).toEqual(names);
  expect(asked).toMatchObject([
    ["ListExecutions", { statusFilter: "RUNNING", maxResults: 1000 }],
    ["ListExecutions", { statusFilter: "RUNNING", nextToken: "2" }],
    ["ListExecutions", { stateMachineArn: reviewMachine, statusFilter: "RUNNING" }],
  ]);
});

test("of those that failed, timed out or were aborted, the ones are listed that did so since a moment", async () => {
  const at = (moment: string) => Date.parse(moment) / 1000;
  const [before, since, after] = ["2026-03-02T01:59:59.000Z", "2026-03-02T02:00:00.000Z", "2026-03-02T04:00:00.000Z"];
  const { came } = await executionsOf(
    listing({
      FAILED: [
        { name: "AH-2026-0001-k7m2p9x4c3vb.1", stopDate: at(after) },
        { name: "AH-2026-0002-k7m2p9x4c3vb.1", stopDate: at(before) },
        { name: "AH-2026-0003-k7m2p9x4c3vb.1", stopDate: at(since) },
      ],
      TIMED_OUT: [{ name: "AH-2026-0004-k7m2p9x4c3vb.2", stopDate: at(after) }],
      ABORTED: [{ name: "AH-2026-0005-k7m2p9x4c3vb.1", stopDate: at(after) }],
      SUCCEEDED: [{ name: "AH-2026-0006-k7m2p9x4c3vb.1", stopDate: at(after) }],
    }),
    (executions) => all(executions.failedSince(since)),
  );
  expect(came).toEqual([
    "AH-2026-0001-k7m2p9x4c3vb.1",
    "AH-2026-0003-k7m2p9x4c3vb.1",
    "AH-2026-0004-k7m2p9x4c3vb.2",
    "AH-2026-0005-k7m2p9x4c3vb.1",
  ]);
});
