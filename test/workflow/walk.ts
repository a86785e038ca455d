import { StateMachine, type StateMachineDefinition } from "aws-local-stepfunctions";
import * as z from "zod";
import { resourcesOf, synthesise } from "../fixtures/synthesis.ts";

/** A definition in a template: pieces of text around references to the partition and to open-step. */
const Definition = z.object({
  DefinitionString: z.object({ "Fn::Join": z.tuple([z.literal(""), z.array(z.unknown())]) }),
});
const Partition = z.object({ Ref: z.literal("AWS::Partition") });
const openStep = "arn:aws:lambda:eu-west-1:123456789012:function:open-step";

const isDefinition = z.custom<StateMachineDefinition>((value) => typeof value === "object" && value !== null);

/** A chain as `cdk deploy` hands it to Step Functions, for a stage: of those in its template, the one of that name. */
export const textOf = (chain: string, stage: Parameters<typeof synthesise>[0] = "local"): string => {
  const machine = resourcesOf(synthesise(stage).service, "AWS::StepFunctions::StateMachine").find(
    ([, { Properties }]) => JSON.stringify(Properties.StateMachineName).includes(`${chain}-chain`),
  );
  const pieces = Definition.parse(machine?.[1].Properties).DefinitionString["Fn::Join"][1];
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : Partition.safeParse(piece).success ? "aws" : openStep))
    .join("");
};

/** A chain, and how it runs. */
export const chainOf = (name: string) => {
  const text = textOf(name);
  const definition = isDefinition.parse(JSON.parse(text));
  /** The states that wait for a person. */
  const stations = Object.entries(definition.States).flatMap(([name, state]) =>
    state.Type === "Task" ? [{ name, state }] : [],
  );
  /** The same without the backstop: a timer in this process ends after 24 days at most, and the backstop is later. */
  const timeless: unknown = JSON.parse(text, (key, value: unknown) => (key === "TimeoutSeconds" ? undefined : value));
  return { definition, stations, machine: new StateMachine(isDefinition.parse(timeless)) };
};

/** What a station's signal says. */
type Signal = { outcome: string; startAt?: string };

/** What open-step is called with. */
const Call = z.object({ Payload: z.record(z.string(), z.unknown()) });

/**
 * Runs a chain from a station on. The n-th wait ends with the n-th signal, or as open-step throws.
 * @returns the states it passed, what open-step was called with, and the error or the state that it ended in.
 */
export const walking =
  ({ machine, stations }: ReturnType<typeof chainOf>) =>
  async (startAt: string, ...signals: (Signal | Error)[]) => {
    const calls: Record<string, unknown>[] = [];
    const wait = (input: unknown): Signal => {
      const signal = signals[calls.push(Call.parse(input).Payload) - 1];
      if (signal === undefined) throw new Error("The chain waits, and no signal comes");
      if (signal instanceof Error) throw signal;
      return signal;
    };
    const execution = machine.run(
      { caseId: "AH-2026-0001-k7m2p9x4c3vb", epoch: 3, startAt },
      {
        overrides: { taskResourceLocalHandlers: Object.fromEntries(stations.map(({ name }) => [name, wait])) },
        context: { Task: { Token: "a token" } },
      },
    );

    const passed: string[] = [];
    let error: string | undefined;
    const ended = execution.result.catch(() => undefined);
    for await (const event of execution.eventLogs) {
      if (event.type === "StateEntered") passed.push(event.state.name);
      if (event.type === "ExecutionFailed") error = event.Error;
    }
    await ended;
    return { passed, calls, end: error ?? passed.at(-1) };
  };
