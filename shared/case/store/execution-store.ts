import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  InvalidToken,
  paginateListExecutions,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { executionName } from "#case/outbox/execution-name.ts";
import type { StepOutcome } from "#case/state/message.ts";
import { type ChainName, chainOf } from "#ground/chains.ts";
import type { Instant } from "#ground/instant.ts";
import type { Level, Station } from "#ground/levels.ts";

/** The variables of a function's environment that hold the ARNs of the state machines. */
type ChainVariables = { ESCALATION_CHAIN: string; REVIEW_CHAIN: string };

const machinesIn = (env: ChainVariables): Record<ChainName, string> => ({
  escalation: env.ESCALATION_CHAIN,
  review: env.REVIEW_CHAIN,
});

/** The steps that wait for an answer, in executions of any chain. */
export const waiting = (sfn: SFNClient) => ({
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
});
export type WaitingExecutions = ReturnType<typeof waiting>;

/** The executions of all chains. A station tells the chain, so nobody has to name one. */
export const executionStore = (sfn: SFNClient, env: ChainVariables) => {
  const machines = machinesIn(env);
  const arn = (caseId: string, epoch: number, at: Station): string =>
    `${machines[chainOf[at]].replace(":stateMachine:", ":execution:")}:${executionName(caseId, epoch)}`;

  /** The executions of all chains that have a status, the one started last first in each chain. */
  async function* having(statusFilter: ExecutionStatus) {
    for (const stateMachineArn of Object.values(machines)) {
      const query = { stateMachineArn, statusFilter };
      for await (const { executions = [] } of paginateListExecutions({ client: sfn, pageSize: 1000 }, query)) {
        yield* executions;
      }
    }
  }

  return {
    /** Starts the execution of an epoch at a station of its chain; one that exists already counts as started. */
    async start(caseId: string, epoch: number, startAt: Station): Promise<void> {
      try {
        await sfn.send(
          new StartExecutionCommand({
            stateMachineArn: machines[chainOf[startAt]],
            name: executionName(caseId, epoch),
            input: JSON.stringify({ caseId, epoch, startAt }),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },

    ...waiting(sfn),

    /** Whether the execution of an epoch is running, in the chain of the station at which the case stands. */
    async isRunning(caseId: string, epoch: number, at: Station): Promise<boolean> {
      try {
        const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: arn(caseId, epoch, at) }));
        return status === "RUNNING";
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return false;
        throw error;
      }
    },

    /** Names of the executions that are running. The newest may be missing for a moment. */
    async *running(): AsyncGenerator<string> {
      for await (const { name } of having("RUNNING")) if (name !== undefined) yield name;
    },

    /**
     * Names of the executions that failed, timed out or were aborted since a moment. The service keeps them for three
     * months and does not list them by their end, so this reads what it keeps, a thousand at a time: few, unless much fails.
     */
    async *failedSince(since: Instant): AsyncGenerator<string> {
      for (const status of ["FAILED", "TIMED_OUT", "ABORTED"] as const) {
        for await (const { name, stopDate } of having(status)) {
          if (name !== undefined && stopDate !== undefined && stopDate.toISOString() >= since) yield name;
        }
      }
    },
  };
};
export type ExecutionStore = ReturnType<typeof executionStore>;
