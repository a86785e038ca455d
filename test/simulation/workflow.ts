import { executionName, readExecutionName } from "#case/outbox/execution-name.ts";
import type { ExecutionStore } from "#case/store/execution-store.ts";
import type { Station } from "#ground/levels.ts";
import type { OpenStepInput } from "../../functions/chain/open-step.ts";
import { Killed } from "./mortal.ts";

/** One execution: waiting for a step that was opened, about to call for one, or closed. */
type Execution = { calls?: Station; waitsOn?: string; isOpen: boolean; opened: number };

type Calls = {
  openStep: (input: OpenStepInput) => Promise<unknown>;
  /** Where the definition goes after an outcome; `undefined` ends the execution. */
  after: (caseId: string, outcome: string) => Promise<Station | undefined>;
};

/**
 * Step Functions as the project relies on it: a name is used once, each call of a task has a token of its own, a token is
 * told once, and whatever tells it is told again that nobody waits.
 */
export const fakeWorkflow = () => {
  const executions = new Map<string, Execution>();
  const tokens = new Map<string, string>();
  const told: { token: string; outcome: string; name: string }[] = [];
  let given = 0;

  const store: Pick<ExecutionStore, "start" | "tell" | "isRunning"> = {
    start: (caseId, epoch, startAt) => {
      const name = executionName(caseId, epoch);
      if (!executions.has(name)) executions.set(name, { calls: startAt, isOpen: true, opened: 0 });
      return Promise.resolve();
    },
    tell: (token, { outcome }) => {
      const name = tokens.get(token);
      const execution = name === undefined ? undefined : executions.get(name);
      if (name === undefined || execution?.waitsOn !== token || !execution.isOpen) return Promise.resolve("gone");
      told.push({ token, outcome, name });
      delete execution.waitsOn;
      return Promise.resolve("told");
    },
    isRunning: (caseId, epoch) => Promise.resolve(executions.get(executionName(caseId, epoch))?.isOpen ?? false),
  };

  return {
    store,
    told,
    executions,
    /** The names of executions that are open. */
    running: (): string[] => [...executions].flatMap(([name, { isOpen }]) => (isOpen ? [name] : [])),
    close: (name: string): void => {
      const execution = executions.get(name);
      if (execution !== undefined) execution.isOpen = false;
    },
    /** An operator has an execution call its task again, which gives it a new token. */
    redrive: (name: string, station: Station): void => {
      executions.set(name, { calls: station, isOpen: true, opened: 0 });
    },
    /** Lets each execution do what comes next. What it calls may die; then it calls again the next time. */
    run: async ({ openStep, after }: Calls): Promise<void> => {
      for (const [name, execution] of executions) {
        if (!execution.isOpen || execution.waitsOn !== undefined) continue;
        const { caseId, epoch } = readExecutionName(name) ?? {};
        if (caseId === undefined || epoch === undefined) throw new Error(`Not the name of an execution: ${name}`);
        const last = told.findLast((one) => one.name === name);
        const station = execution.calls ?? (last && (await after(caseId, last.outcome)));
        if (station === undefined) {
          execution.isOpen = false;
          continue;
        }
        execution.calls = station;
        given += 1;
        const token = `token ${given}`;
        tokens.set(token, name);
        // Waited on from the moment of the call: who opens the step may tell it before it returns.
        execution.waitsOn = token;
        try {
          await openStep({ caseId, epoch, station, token });
          execution.opened += 1;
          delete execution.calls;
        } catch (error) {
          delete execution.waitsOn;
          // What the function itself says ends the execution; a function that was cut off is called again.
          if (error instanceof Killed) throw error;
          execution.isOpen = false;
        }
      }
    },
  };
};
