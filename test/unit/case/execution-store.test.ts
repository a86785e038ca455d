import { SFNClient } from "@aws-sdk/client-sfn";
import { expect, test } from "vitest";
import * as z from "zod";
import { type ExecutionStore, executionStore } from "#case/store/execution-store.ts";
import { ChainName, chainOf } from "#ground/chains.ts";
import { Station } from "#ground/levels.ts";
import { type Answer, fakeAws } from "../access/fake-aws.ts";

const machine = "arn:aws-cn:states:cn-north-1:123456789012:stateMachine:huiyin-escalation-chain";
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
    return { came: await job(executionStore(sfn, { ESCALATION_CHAIN: machine })), asked };
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
    executions.start("AH-2026-0001", 2, "township"),
  );
  const [[operation, input] = []] = asked;
  expect(operation).toBe("StartExecution");
  const { input: text, ...rest } = z.looseObject({ input: z.string() }).parse(input);
  expect(rest).toMatchObject({ stateMachineArn: machine, name: "AH-2026-0001.2" });
  expect(JSON.parse(text)).toEqual({ caseId: "AH-2026-0001", epoch: 2, startAt: "township" });
});

test("one that exists already counts as started; any other refusal is an error", async () => {
  const start = (executions: ExecutionStore) => executions.start("AH-2026-0001", 1, "bureau");
  await executionsOf(refusing("ExecutionAlreadyExists"), start);
  await expect(executionsOf(refusing("ExecutionLimitExceeded"), start)).rejects.toThrow();
});

test.each(["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"])("nobody waits on a token: %s", async (refusal) => {
  const { came } = await executionsOf(refusing(refusal), (executions) =>
    executions.tell("a token", { outcome: "overdue" }),
  );
  expect(came).toBe("gone");
});

test("an execution that runs, one that has ended and one that was never there", async () => {
  const look = (executions: ExecutionStore) => executions.isRunning("AH-2026-0001", 3, "window");
  const running = await executionsOf(answering({ status: "RUNNING" }), look);
  expect(running).toMatchObject({
    came: true,
    asked: [["DescribeExecution", { executionArn: `${execution}:AH-2026-0001.3` }]],
  });
  expect((await executionsOf(answering({ status: "SUCCEEDED" }), look)).came).toBe(false);
  expect((await executionsOf(refusing("ExecutionDoesNotExist"), look)).came).toBe(false);
  await expect(executionsOf(refusing("ThrottlingException"), look)).rejects.toThrow();
});
