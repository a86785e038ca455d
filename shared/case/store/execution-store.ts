import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { executionName } from "#case/outbox/execution-name.ts";
import type { StepOutcome } from "#case/state/message.ts";
import type { Level, Station } from "#ground/levels.ts";

/** The executions of the escalation chain. @param chain the state machine's ARN */
export const executionStore = (sfn: SFNClient, chain: string) => {
  const arn = (caseId: string, epoch: number): string =>
    `${chain.replace(":stateMachine:", ":execution:")}:${executionName(caseId, epoch)}`;

  return {
    /** Starts the execution of an epoch; one that exists already counts as started. */
    async start(caseId: string, epoch: number, startAt: Station): Promise<void> {
      try {
        await sfn.send(
          new StartExecutionCommand({
            stateMachineArn: chain,
            name: executionName(caseId, epoch),
            input: JSON.stringify({ caseId, epoch, startAt }),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },

    /**
     * Tells the waiting step what it came to.
     * @returns "gone" when nobody waits on the token (any more): told before, or the execution is no longer there.
     */
    async tell(token: string, output: { outcome: StepOutcome; startAt?: Level | undefined }): Promise<"told" | "gone"> {
      try {
        await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return "told";
      } catch (error) {
        if (error instanceof TaskDoesNotExist || error instanceof TaskTimedOut || error instanceof InvalidToken) {
          return "gone";
        }
        throw error;
      }
    },

    /** Whether the execution of an epoch is running. */
    async isRunning(caseId: string, epoch: number): Promise<boolean> {
      try {
        const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: arn(caseId, epoch) }));
        return status === "RUNNING";
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return false;
        throw error;
      }
    },
  };
};
export type ExecutionStore = ReturnType<typeof executionStore>;
